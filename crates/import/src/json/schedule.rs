//! Dates of an event that repeats (<https://schema.org/Schedule>), by the rules of iCalendar.

use serde_json::Value;

use super::fields::{plain, text};
use crate::draft::Draft;
use crate::ics::component::components;
use crate::ics::time::{duration, stamp};
use crate::ics::zones::{Zone, ZonesOf};
use crate::ics::{event, recurrence};
use crate::options::Options;
use crate::when::Span;

/// Gives an entry the dates of its schedules, each an event. One that has no end gives none: the entry's own start counts.
///
/// # Errors
/// A schedule cannot be followed.
pub fn put(draft: &mut Draft, schedules: &Value, options: &Options) -> Result<(), String> {
    let all: Vec<&Value> = match schedules {
        Value::Array(all) => all.iter().collect(),
        Value::Object(_) => vec![schedules],
        _ => return Ok(()),
    };
    let mut spans: Vec<Span> = Vec::new();
    for schedule in all {
        if ["endDate", "repeatCount"]
            .iter()
            .all(|name| schedule.get(*name).is_none())
            && options.window.is_none()
        {
            draft.notes.push(
                "its schedule has no last day: only its first date is taken; say --window FIRST..LAST for more".to_owned(),
            );
            continue;
        }
        if let Some(zone) = text(schedule, &["scheduleTimezone"]) {
            draft.put("timezone", zone);
        }
        spans.extend(dates(schedule, options).map_err(|why| format!("its eventSchedule: {why}"))?);
    }
    spans.sort_by_key(|span| span.start.to_string());
    spans.dedup();
    let mut spans = spans.into_iter();
    if let Some(first) = spans.next() {
        (draft.start, draft.end) = (Some(first.start), first.end);
        draft.also = spans.collect();
    }
    Ok(())
}

/// The dates of a schedule.
fn dates(schedule: &Value, options: &Options) -> Result<Vec<Span>, String> {
    let start = text(schedule, &["startDate"]).ok_or("no startDate")?;
    let (day, own_time) = start.split_once('T').unwrap_or((start, ""));
    let time = text(schedule, &["startTime"]).unwrap_or(own_time);
    let begins = clock(day, time);
    let mut lines = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{begins}\nRRULE:{}\n",
        rule(schedule, day)?
    );
    for except in list(&schedule["exceptDate"]) {
        let day = except.split('T').next().unwrap_or_default();
        lines.push_str(&format!("EXDATE;VALUE=DATE:{}\n", day.replace('-', "")));
    }
    lines.push_str("END:VEVENT\nEND:VCALENDAR\n");
    let file = components(&lines);
    let component = file.named("VEVENT").next().ok_or("not read")?;
    let zones = ZonesOf::default();
    let start = event::start(component, &zones)?;
    let starts = recurrence::starts(component, &start, &zones, options)?;
    let lasts = match (text(schedule, &["endTime"]), text(schedule, &["duration"])) {
        (Some(end), _) => {
            let end = components(&format!(
                "BEGIN:VEVENT\nDTSTART:{}\nEND:VEVENT\n",
                clock(day, end)
            ));
            let end = end
                .named("VEVENT")
                .next()
                .and_then(|end| event::start(end, &zones).ok());
            let lasts = end.map(|end| end.clock() - start.clock());
            // Past midnight.
            lasts.map(|lasts| {
                if lasts < chrono::Duration::zero() {
                    lasts + chrono::Duration::days(1)
                } else {
                    lasts
                }
            })
        }
        (None, Some(lasts)) => duration(lasts),
        (None, None) => None,
    };
    let whole_day = start.time.is_none();
    let span = |at: chrono::NaiveDateTime| Span {
        start: stamp(at, whole_day, &Zone::Floating),
        end: lasts
            .filter(|lasts| !whole_day && !lasts.is_zero())
            .and_then(|lasts| at.checked_add_signed(lasts))
            .map(|end| stamp(end, false, &Zone::Floating)),
    };
    Ok(starts.into_iter().map(span).collect())
}

/// A day and an hour as iCalendar has them; offsets are left out, since the hours of a schedule are the venue's.
fn clock(day: &str, time: &str) -> String {
    let day = day.replace('-', "");
    let time = time.trim_start_matches('T');
    let digits: String = time
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || *letter == ':')
        .filter(char::is_ascii_digit)
        .take(6)
        .collect();
    match digits.len() {
        4 => format!("{day}T{digits}00"),
        6 => format!("{day}T{digits}"),
        _ => day,
    }
}

/// The rule of a schedule (RFC 5545, section 3.3.10).
fn rule(schedule: &Value, start: &str) -> Result<String, String> {
    let days: Vec<String> = list(&schedule["byDay"])
        .iter()
        .filter_map(|day| weekday(day))
        .collect();
    let every =
        text(schedule, &["repeatFrequency"]).unwrap_or(if days.is_empty() { "P1D" } else { "P1W" });
    let upper = every
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let (count, unit) = match upper.as_str() {
        "DAILY" => ("1", "D"),
        "WEEKLY" => ("1", "W"),
        "MONTHLY" => ("1", "M"),
        "YEARLY" | "ANNUALLY" => ("1", "Y"),
        other => {
            let inner = other
                .strip_prefix('P')
                .filter(|inner| inner.is_ascii() && inner.len() > 1);
            inner
                .map(|inner| inner.split_at(inner.len() - 1))
                .ok_or_else(|| format!("“{every}” is no repeatFrequency that is known"))?
        }
    };
    let frequency = match unit {
        "D" => "DAILY",
        "W" => "WEEKLY",
        "M" => "MONTHLY",
        "Y" => "YEARLY",
        _ => return Err(format!("“{every}” is no repeatFrequency that is known")),
    };
    let interval: u16 = count
        .parse()
        .map_err(|_| format!("“{every}” is no repeatFrequency that is known"))?;
    let mut rule = format!("FREQ={frequency};INTERVAL={interval}");
    let mut add = |name: &str, values: &[String]| {
        if !values.is_empty() {
            rule.push_str(&format!(";{name}={}", values.join(",")));
        }
    };
    add("BYDAY", &days);
    add("BYMONTHDAY", &list(&schedule["byMonthDay"]));
    add("BYMONTH", &list(&schedule["byMonth"]));
    match (
        schedule.get("repeatCount").and_then(plain),
        text(schedule, &["endDate"]),
    ) {
        (Some(count), _) => add("COUNT", &[count]),
        (None, Some(end)) => {
            let day = end.split('T').next().unwrap_or(start).replace('-', "");
            add("UNTIL", &[format!("{day}T235959")]);
        }
        (None, None) => {}
    }
    Ok(rule)
}

/// `https://schema.org/Monday`, `Monday`, `MO`, `2MO`.
fn weekday(day: &str) -> Option<String> {
    let name = day.rsplit(['/', '#', ':']).next()?.to_ascii_uppercase();
    let digits = name.find(|letter: char| letter.is_ascii_alphabetic())?;
    let (nth, name) = name.split_at(digits);
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let known = DAYS.iter().find(|own| name.starts_with(**own))?;
    Some(format!("{nth}{known}"))
}

/// One text or number, or a list of them.
fn list(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().filter_map(plain).collect(),
        one => plain(one).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(schedule: Value, expected: &[&str]) {
        let mut draft = Draft::example("");
        put(&mut draft, &schedule, &Options::new(chrono::NaiveDate::MIN)).unwrap();
        let first = draft.start.map(|start| Span {
            start,
            end: draft.end,
        });
        let all = first.into_iter().chain(draft.also);
        let found: Vec<String> = all
            .map(|span| match span.end {
                Some(end) => format!("{} - {end}", span.start),
                None => span.start.to_string(),
            })
            .collect();
        assert_eq!(found, expected, "{schedule}");
    }

    #[test]
    fn every_date_of_a_schedule() {
        check(
            json!({ "byDay": "https://schema.org/Monday", "repeatFrequency": "P1W", "startTime": "18:00",
                "endTime": "19:00", "startDate": "2023-11-06", "endDate": "2023-11-20" }),
            &[
                "2023-11-06T18:00 - 2023-11-06T19:00",
                "2023-11-13T18:00 - 2023-11-13T19:00",
                "2023-11-20T18:00 - 2023-11-20T19:00",
            ],
        );
        check(
            json!([{ "byDay": ["Tuesday", "TH"], "startTime": "22:00:00", "duration": "PT3H", "repeatCount": 3,
                "startDate": "2023-11-07", "exceptDate": "2023-11-09" }]),
            &[
                "2023-11-07T22:00 - 2023-11-08T01:00",
                "2023-11-14T22:00 - 2023-11-15T01:00",
            ],
        );
        check(
            json!({ "repeatFrequency": "Daily", "startDate": "2023-11-07", "endDate": "2023-11-08" }),
            &["2023-11-07", "2023-11-08"],
        );
        // Without an end nothing is made up.
        check(
            json!({ "byDay": "Monday", "startDate": "2023-11-06", "startTime": "18:00" }),
            &[],
        );
    }
}
