//! Which days of an event a query asks for, day by day.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use event_file::Calendar;
use event_file::event::Event;
use event_file::zone::Zones;
use listing::now::Now;
use query::{Query, When};

/// The query in force, and whether it is so because nothing is upcoming.
pub fn in_force(calendar: &Calendar, query: &Query, now: &Now, zones: &dyn Zones) -> (Query, bool) {
    let asks = query.when == When::Upcoming && query.or.when.is_empty();
    let dates = query.from.is_some() || query.to.is_some();
    let dated = |event: &&Event| event.start.is_some();
    let upcoming = |event: &Event| !over(event, now, zones);
    let nothing = asks
        && !dates
        && !calendar.events.is_empty()
        && !calendar.events.iter().filter(dated).any(upcoming);
    super::or_all(query, nothing)
}

/// The days of `event` that match, in order, without repetition; `None` in place of an unknown date.
pub fn matching(
    query: &Query,
    event: &Event,
    now: &Now,
    zones: &dyn Zones,
) -> Option<Vec<Option<NaiveDate>>> {
    let mut matching: Vec<Option<NaiveDate>> = Vec::new();
    let all_days = days(event);
    let mut asked = vec![query.when];
    asked.extend(&query.or.when);
    if query.from.is_some() || query.to.is_some() {
        asked = vec![When::All];
    }
    for when in asked {
        let mut found: Vec<Option<NaiveDate>> = Vec::new();
        if all_days.is_empty() && query.from.is_none() && query.to.is_none() {
            let matches = match when {
                When::All => true,
                When::Upcoming => !over(event, now, zones),
                When::Past => over(event, now, zones),
                _ => false,
            };
            found.extend(matches.then_some(None));
        }
        for day in &all_days {
            let asked =
                query.from.is_none_or(|from| from <= *day) && query.to.is_none_or(|to| *day <= to);
            let live = *day == all_days[all_days.len() - 1]
                || !passed(midnight_after(*day), None, event, now, zones);
            let matches = match when {
                When::All => true,
                When::Past => over(event, now, zones),
                When::Upcoming => !over(event, now, zones) && live,
                When::Today => *day == now.today,
                When::Tomorrow => *day == now.today + Duration::days(1),
                When::Week => (0..7).contains(&(*day - now.today).num_days()),
                When::Month => (0..30).contains(&(*day - now.today).num_days()),
                When::Weekend => weekend(now.today).contains(day),
            };
            if asked && matches {
                found.push(Some(*day));
            }
        }
        if all_days.len() > 366 {
            found.truncate(1);
        }
        matching.extend(found);
    }
    matching.sort();
    matching.dedup();
    (!matching.is_empty()).then_some(matching)
}

/// Today if it is a Saturday or Sunday, else the next that is; with the other of the two.
fn weekend(today: NaiveDate) -> [NaiveDate; 2] {
    let mut day = today;
    loop {
        match day.weekday() {
            Weekday::Sat => return [day, day + Duration::days(1)],
            Weekday::Sun => return [day - Duration::days(1), day],
            _ => day += Duration::days(1),
        }
    }
}

fn days(event: &Event) -> Vec<NaiveDate> {
    let Some(start) = event.start else {
        return Vec::new();
    };
    let mut last = end(event).map_or(start.date, |end| end.date);
    if end(event).is_some_and(|end| end.time == Some(NaiveTime::MIN)) {
        last -= Duration::days(1);
    }
    let mut days = vec![start.date];
    while days[days.len() - 1] < last {
        days.push(days[days.len() - 1] + Duration::days(1));
    }
    days
}

/// The end, if it is not before the start.
fn end(event: &Event) -> Option<event_file::WallTime> {
    let end = event.end?;
    let Some(start) = event.start else {
        return Some(end);
    };
    let before = match (start.clock(), end.clock()) {
        (Some(from), Some(to)) => match (start.offset, end.offset) {
            (Some(one), Some(other)) => moment(to, other) < moment(from, one),
            _ => to < from,
        },
        _ => end.date < start.date,
    };
    (!before).then_some(end)
}

fn over(event: &Event, now: &Now, zones: &dyn Zones) -> bool {
    match (end(event), event.start) {
        (Some(end), _) => match end.clock() {
            Some(clock) => passed(clock, end.offset, event, now, zones),
            None => passed(midnight_after(end.date), None, event, now, zones),
        },
        (None, Some(start)) => passed(midnight_after(start.date), None, event, now, zones),
        (None, None) => false,
    }
}

fn midnight_after(day: NaiveDate) -> NaiveDateTime {
    (day + Duration::days(1)).and_time(NaiveTime::MIN)
}

/// By the offset written, else the zone's, else one written elsewhere in the event, else UTC−12.
fn passed(
    clock: NaiveDateTime,
    written: Option<i32>,
    event: &Event,
    now: &Now,
    zones: &dyn Zones,
) -> bool {
    let zone = event.timezone.as_ref();
    let offset = written
        .or_else(|| zone.and_then(|zone| zones.offset(zone, clock)))
        .or_else(|| end(event).and_then(|end| end.offset))
        .or_else(|| event.start.and_then(|start| start.offset))
        .unwrap_or(-12 * 60);
    moment(clock, offset) <= now.instant
}

fn moment(clock: NaiveDateTime, offset: i32) -> DateTime<Utc> {
    (clock - Duration::minutes(offset.into())).and_utc()
}
