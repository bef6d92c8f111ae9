//! What a calendar app shows of an event beside its time: where it is, and everything else in words.

use chrono::NaiveTime;

use crate::Reader;
use event_file::WallTime;
use event_file::event::{Attendance, Event, Precision, Status, Text};

use super::when::{Time, Times};

/// Where the event is in one line, `Place, street, city, region, country`; for what is online only,
/// how to get there.
pub(super) fn location(event: &Event, reader: Reader<'_>) -> String {
    let online = || match &event.online {
        Some(address) => address.to_string(),
        None => reader.words.text("event.online", &[]),
    };
    if event.status == Status::MovedOnline {
        return online();
    }
    let place = place(event, reader);
    if place.is_empty() && event.online.is_some() {
        return online();
    }
    place
}

/// The place on Earth; empty when nothing is known.
fn place(event: &Event, reader: Reader<'_>) -> String {
    let language = reader.words.language();
    let country = event.country.as_deref();
    let country = country.map(|code| (reader.country)(code).unwrap_or_else(|| code.to_owned()));
    let city = event.city_in(language).map(|city| city.text);
    let parts = [
        event.place_in(language).map(|place| place.text),
        event.address.as_deref(),
        city,
        event
            .region
            .as_deref()
            .filter(|region| city != Some(region)),
        country.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(&reader.words.text("event.separator", &[]))
}

/// Everything that has no property of its own, what matters most first.
pub(super) fn description(event: &Event, times: &Times, reader: Reader<'_>) -> String {
    let parts = [
        warnings(event, times, reader),
        event
            .description_in(reader.words.language())
            .map(|text| text.text.trim().to_owned())
            .into_iter()
            .collect(),
        facts(event, reader),
    ];
    let parts = parts.into_iter().filter(|lines| !lines.is_empty());
    let parts: Vec<String> = parts.map(|lines| lines.join("\n")).collect();
    parts.join("\n\n")
}

/// What one must know before going: whether it takes place, when by the venue's clock, how exactly
/// the place is known.
fn warnings(event: &Event, times: &Times, reader: Reader<'_>) -> Vec<String> {
    let say = |key: &str| reader.words.text(key, &[]);
    let mut lines = Vec::new();
    if event.status != Status::Scheduled {
        lines.push(say(&format!("status.sentence.{}", event.status.name())));
    }
    lines.extend(
        announced(event).map(|time| reader.words.text("take.announced", &[("time", &time)])),
    );
    match times.start {
        Time::Day(_) => lines.push(say("time.not_announced")),
        Time::Floating(_) => lines.push(say("take.floating")),
        Time::Moment(_) => {}
    }
    lines.extend(event.previously.map(|before| {
        reader
            .words
            .text("time.previously", &[("time", &wall(before))])
    }));
    let unplaced = event.place.is_none() && event.address.is_none() && event.online.is_none();
    if event.status == Status::MovedOnline {
        let place = Some(place(event, reader)).filter(|place| !place.is_empty());
        lines.extend(
            place.map(|place| reader.words.text("take.place_before", &[("place", &place)])),
        );
    } else if unplaced {
        lines.push(say("event.exact_place_unknown"));
    }
    if event.position.is_some() && event.precision != Precision::Place {
        lines.push(say(&format!("precision.{}", event.precision.name())));
    }
    lines
}

fn facts(event: &Event, reader: Reader<'_>) -> Vec<String> {
    let say = |key: &str| reader.words.text(key, &[]);
    let mut lines = Vec::new();
    let mut fact = |term: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("{term}: {text}"));
        }
    };
    let optional = |text: &Option<Text>| text.clone().unwrap_or_default();
    let organizers = event.organizers.join(&say("event.separator"));
    fact(&say("fact.who"), &organizers);
    fact(&say("fact.accessibility"), &optional(&event.accessibility));
    fact(&say("fact.campaign"), &optional(&event.campaign));
    fact(&say("links.online"), &optional(&event.online));
    fact(&say("links.page"), &optional(&event.url));
    for link in &event.links {
        let unnamed = link.label.is_empty().then(|| say("links.links"));
        fact(unnamed.as_deref().unwrap_or(&link.label), &link.url);
    }
    fact(&say("links.poster"), &optional(&event.image));
    let attendance = event.attendance.map(attendance).unwrap_or_default();
    fact(&say("fact.attendance"), &attendance);
    fact(&say("links.sources"), &event.sources.join("\n"));
    for (key, date) in [
        ("fact.verified", event.verified),
        ("fact.updated", event.updated),
    ] {
        let date = date.map(|date| date.date.to_string());
        lines.extend(date.map(|date| reader.words.text(key, &[("date", &date)])));
    }
    lines
}

fn attendance(count: Attendance) -> String {
    if count.low == count.high {
        count.low.to_string()
    } else {
        format!("{}–{}", count.low, count.high)
    }
}

/// The times as the event file has them: `2023-11-04 14:00 – 17:00 (Europe/Paris)`.
fn announced(event: &Event) -> Option<String> {
    let start = event.start?;
    let mut text = wall(start);
    if let Some(end) = event.sound_end().filter(|end| *end != start) {
        let end = match end.time {
            Some(time) if end.date == start.date => clock(time, end.offset),
            _ => wall(end),
        };
        text = format!("{text} – {end}");
    }
    Some(match &event.timezone {
        Some(zone) => format!("{text} ({zone})"),
        None => text,
    })
}

/// A wall time for reading: `2023-11-04 14:00`.
fn wall(at: WallTime) -> String {
    match at.time {
        Some(time) => format!("{} {}", at.date, clock(time, at.offset)),
        None => at.date.to_string(),
    }
}

/// `14:00`, `14:00 UTC+01:00`.
fn clock(time: NaiveTime, offset: Option<i32>) -> String {
    let shown = time.to_string();
    // Seconds that are none are not worth telling.
    let shown = shown.strip_suffix(":00").unwrap_or(&shown);
    match offset {
        None => shown.to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
            format!("{shown} UTC{sign}{hours:02}:{minutes:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(start: &str, end: &str, zone: Option<&str>, expected: &str) {
        let event = Event {
            start: start.parse().ok(),
            end: end.parse().ok(),
            timezone: zone.map(Text::from),
            ..Event::default()
        };
        assert_eq!(announced(&event).as_deref(), Some(expected));
    }

    #[test]
    fn times_are_told_as_announced() {
        let paris = Some("Europe/Paris");
        check("2023-11-04", "", paris, "2023-11-04 (Europe/Paris)");
        check("2023-11-04", "2023-11-05", None, "2023-11-04 – 2023-11-05");
        check(
            "2023-11-04T14:00",
            "2023-11-04T17:00",
            paris,
            "2023-11-04 14:00 – 17:00 (Europe/Paris)",
        );
        check(
            "2023-11-04T22:00",
            "2023-11-05T02:00",
            None,
            "2023-11-04 22:00 – 2023-11-05 02:00",
        );
        check(
            "2023-11-04T14:00:00-03:30",
            "",
            None,
            "2023-11-04 14:00 UTC−03:30",
        );
        check(
            "2023-11-04T14:00:00+01:00",
            "2023-11-04T17:00:00+01:00",
            None,
            "2023-11-04 14:00 UTC+01:00 – 17:00 UTC+01:00",
        );
    }
}
