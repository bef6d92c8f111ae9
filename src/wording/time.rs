//! When an event is: the venue's time, labelled, and the visitor's own beside it where it differs.

use chrono::{NaiveDate, NaiveDateTime};
use event_file::{Event, WallTime, instant::instant, zone::Zones};
use query::Clock;

use super::Language;
use crate::browser::intl;

/// The left rail of a card.
pub struct Rail {
    /// The time, or that none was announced.
    pub text: String,
    /// Whether the time is not known.
    pub unknown: bool,
    /// The same time on the other clock.
    pub other: Option<String>,
}

/// What the rail of a card under `day` says.
pub fn rail(
    event: &Event,
    day: Option<NaiveDate>,
    clock: Clock,
    zones: &dyn Zones,
    language: &Language,
) -> Rail {
    let unknown = |key: &str| Rail {
        text: language.text(key, &[]),
        unknown: true,
        other: None,
    };
    let Some(start) = event.start else {
        return unknown("time.not_announced");
    };
    if day.is_some_and(|day| day > start.date) {
        return unknown("time.continues");
    }
    let Some(time) = start.time else {
        return unknown("time.not_announced");
    };
    let venue = language.locale.time(time);
    let Some(mine) = visitors(start, event, zones) else {
        return Rail {
            text: venue,
            unknown: false,
            other: None,
        };
    };
    let own = language.locale.time(mine.time());
    let own = match (mine.date() - start.date).num_days() {
        0 => own,
        1 => language.text("time.next_day", &[("time", &own)]),
        _ => language.text("time.day_before", &[("time", &own)]),
    };
    match clock {
        Clock::Venue => Rail {
            text: venue,
            unknown: false,
            other: Some(language.text("time.yours_short", &[("time", &own)])),
        },
        Clock::Mine => Rail {
            text: own,
            unknown: false,
            other: Some(language.text("time.venues_short", &[("time", &venue)])),
        },
    }
}

/// Day and time by the venue's clock: “Saturday, November 4, 2023, 14:00–17:00”.
pub fn full(start: WallTime, end: Option<WallTime>, language: &Language) -> String {
    let one = |time: WallTime| {
        let day = language.locale.day(time.date);
        match time.time {
            Some(clock) => language.text(
                "time.day_and_time",
                &[("day", &day), ("time", &language.locale.time(clock))],
            ),
            None => day,
        }
    };
    if let Some(end) = end.filter(|end| start.time.is_none() && end.time.is_none()) {
        return language.locale.days(start.date, end.date);
    }
    let first = one(start);
    let last = match end {
        Some(end) if end.date != start.date => one(end),
        Some(WallTime {
            time: Some(clock), ..
        }) => language.locale.time(clock),
        _ => return first,
    };
    language.text("time.range", &[("start", &first), ("end", &last)])
}

/// The same start on the visitor's clock; `None` where it is the same or not known.
pub fn visitors_full(event: &Event, zones: &dyn Zones, language: &Language) -> Option<String> {
    let mine = visitors(event.start?, event, zones)?;
    let start = WallTime {
        date: mine.date(),
        time: Some(mine.time()),
        offset: None,
    };
    Some(language.text("time.yours", &[("time", &full(start, None, language))]))
}

fn visitors(start: WallTime, event: &Event, zones: &dyn Zones) -> Option<NaiveDateTime> {
    let mine = intl::visitor_clock(instant(start, event, zones)?);
    (Some(mine) != start.clock()).then_some(mine)
}
