//! What a calendar app reads from an iCalendar file is what the event file says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod world;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use event_file::event::Status;
use event_file::instant::instant;
use event_file::zone::NoRules;
use event_file::{Calendar, Event, read};
use proptest::prelude::*;
use texts::Words;
use world::{World, all, reader};

/// A property: its name with parameters, and its value as written.
type Property = (String, String);

/// The lines of a file, unfolded, checked against RFC 5545, section 3.1.
fn properties(text: &str) -> Vec<Property> {
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        let forbidden = |c: char| c.is_control() && c != '\t';
        assert!(!line.contains(forbidden), "{line:?}");
    }
    let whole = text.replace("\r\n ", "");
    let lines = whole.split_terminator("\r\n");
    lines
        .map(|line| line.split_once(':').unwrap_or_else(|| panic!("{line:?}")))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The components for events, each without its first and last line.
fn events(text: &str) -> Vec<Vec<Property>> {
    let properties = properties(text);
    let is = |(name, value): &Property, wanted: &str| name == wanted && value == "VEVENT";
    let starts = properties.iter().filter(|line| is(line, "BEGIN")).count();
    let components: Vec<_> = properties
        .split(|line| is(line, "BEGIN"))
        .skip(1)
        .map(|rest| rest.split(|line| is(line, "END")).next().unwrap().to_vec())
        .collect();
    assert_eq!(components.len(), starts);
    components
}

fn get<'a>(component: &'a [Property], name: &str) -> Option<&'a str> {
    let mut found = component.iter().filter(|(found, _)| found == name);
    let value = found.next().map(|(_, value)| value.as_str());
    assert!(found.next().is_none(), "{name} is there twice");
    value
}

/// A TEXT value as a reader has it; separators of a list become `\u{1f}`.
fn text(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => text.push(escaped),
                other => panic!("\\{other:?} in {value}"),
            },
            ',' => text.push('\u{1f}'),
            ';' => panic!("bare ; in {value}"),
            letter => text.push(letter),
        }
    }
    text
}

/// What can be kept of a text: one kind of line break.
fn kept(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n")
}

fn stamp() -> DateTime<Utc> {
    "2023-11-01T12:00:00Z".parse().unwrap()
}

/// Start (and whether it is a moment) as the component has it.
#[track_caller]
fn check_start(component: &[Property], event: &Event) {
    let start = event.start.unwrap();
    let timed = get(component, "DTSTART");
    if start.time.is_none() {
        assert_eq!(timed, None);
        let day = |name| {
            let value = get(component, name).unwrap();
            NaiveDate::parse_from_str(value, "%Y%m%d").unwrap()
        };
        assert_eq!(day("DTSTART;VALUE=DATE"), start.date);
        assert!(day("DTEND;VALUE=DATE") > start.date);
        assert_eq!(get(component, "TRANSP"), Some("TRANSPARENT"));
        return;
    }
    let timed = timed.unwrap();
    let clock = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap();
    match instant(start, event, &World) {
        Some(moment) => assert_eq!(clock(timed.strip_suffix('Z').unwrap()).and_utc(), moment),
        None => assert_eq!(Some(clock(timed)), start.clock()),
    }
}

#[track_caller]
fn check(calendar: &Calendar) {
    let words = Words::english();
    let chosen = all(calendar);
    let written = export::ics(calendar, &chosen, stamp(), reader(&words));
    let components = events(&written);
    let left = export::without_date(calendar, &chosen);
    assert_eq!(components.len() + left, calendar.events.len());
    let dated = calendar.events.iter().filter(|event| event.start.is_some());
    for (component, event) in components.iter().zip(dated) {
        check_event(component, event);
    }
}

#[track_caller]
fn check_event(component: &[Property], event: &Event) {
    let has = |name: &str| get(component, name).map(text).unwrap_or_default();
    assert!(has("UID").starts_with(&format!("{}@", event.id)));
    assert_eq!(get(component, "DTSTAMP"), Some("20231101T120000Z"));
    check_start(component, event);
    let status = match event.status {
        Status::Cancelled | Status::Postponed => "CANCELLED",
        Status::Tentative => "TENTATIVE",
        _ => "CONFIRMED",
    };
    assert_eq!(get(component, "STATUS"), Some(status));
    let summary = has("SUMMARY");
    assert!(
        summary.contains(&kept(&event.title)),
        "{summary:?} {:?}",
        event.title
    );
    let plain = matches!(event.status, Status::Scheduled | Status::Rescheduled);
    assert_eq!(has("SUMMARY") == kept(&event.title), plain);
    let description = has("DESCRIPTION");
    let address = event.address.iter();
    for place in [&event.place, &event.city]
        .into_iter()
        .flatten()
        .chain(address)
    {
        let property = if event.status == Status::MovedOnline {
            &description
        } else {
            &has("LOCATION")
        };
        assert!(property.contains(&kept(place)), "{place:?} in {property:?}");
    }
    let more = event.description.iter().chain(&event.campaign);
    let links = event.links.iter().map(|link| &link.label);
    for expected in more
        .chain(&event.organizers)
        .chain(&event.sources)
        .chain(links)
    {
        assert!(
            description.contains(&kept(expected)),
            "{expected:?} in {description:?}"
        );
    }
    let categories = has("CATEGORIES");
    for tag in &event.tags {
        let tag = kept(tag);
        assert!(
            categories.split('\u{1f}').any(|found| found == tag),
            "{tag:?} in {categories:?}"
        );
    }
    let on_earth = event
        .position
        .filter(|_| event.status != Status::MovedOnline);
    let at = get(component, "GEO").map(|geo| {
        let (lat, lon) = geo.split_once(';').unwrap();
        (lat.parse().unwrap(), lon.parse().unwrap())
    });
    assert_eq!(at, on_earth.map(|at| (at.lat, at.lon)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_texts_a_calendar_app_reads_the_same(calendar in world::calendar()) {
        check(&calendar);
    }
}

#[test]
fn the_bundled_calendar_is_whole() {
    let file = std::fs::read("../../public/events.json").unwrap();
    let (calendar, _) = read(file, &NoRules).unwrap();
    assert!(!calendar.events.is_empty());
    check(&calendar);
}

fn one(entry: &str) -> (Calendar, String) {
    let (calendar, _) = read(format!("[{entry}]").as_bytes(), &NoRules).unwrap();
    let words = Words::english();
    let written = export::ics_of_one(&calendar, 0, stamp(), reader(&words));
    (calendar, written)
}

/// The properties of the only event that start with `name`.
#[track_caller]
fn check_lines(entry: &str, expected: &[&str]) {
    let written = one(entry).1.replace("\r\n ", "");
    for line in expected {
        assert!(
            written.lines().any(|found| found == *line),
            "{line} in\n{written}"
        );
    }
}

#[test]
fn an_event_that_does_not_take_place_is_marked() {
    let event = |status: &str| {
        format!(
            r#"{{ "id": "a", "title": "March", "start": "2023-11-04T14:00:00Z", "status": "{status}" }}"#
        )
    };
    check_lines(
        &event("cancelled"),
        &[
            "SUMMARY:Cancelled: March",
            "STATUS:CANCELLED",
            "TRANSP:TRANSPARENT",
        ],
    );
    check_lines(
        &event("postponed"),
        &[
            "SUMMARY:Postponed: March",
            "STATUS:CANCELLED",
            "TRANSP:TRANSPARENT",
        ],
    );
    check_lines(
        &event("tentative"),
        &["SUMMARY:Unconfirmed: March", "STATUS:TENTATIVE"],
    );
    check_lines(
        &event("moved-online"),
        &[
            "SUMMARY:Moved online: March",
            "STATUS:CONFIRMED",
            "LOCATION:Online",
        ],
    );
    check_lines(
        &event("rescheduled"),
        &["SUMMARY:March", "STATUS:CONFIRMED"],
    );
}

#[test]
fn a_later_revision_has_a_larger_number() {
    let event = |updated: &str| {
        format!(
            r#"{{ "id": "a", "title": "March", "start": "2023-11-04", "updated": "{updated}" }}"#
        )
    };
    check_lines(
        &event("2023-11-01"),
        &["SEQUENCE:28313280", "LAST-MODIFIED:20231101T000000Z"],
    );
    check_lines(
        &event("2023-11-01T10:30:00+01:00"),
        &["SEQUENCE:28313850", "LAST-MODIFIED:20231101T093000Z"],
    );
    check_lines(
        r#"{ "id": "a", "title": "March", "start": "2023-11-04" }"#,
        &["SEQUENCE:0"],
    );
}

#[test]
fn one_event_opens_no_calendar_of_its_own() {
    let (calendar, written) = one(r#"{ "id": "a", "title": "March", "start": "2023-11-04" }"#);
    assert!(!written.contains("X-WR-CALNAME"));
    let mut named = calendar;
    named.about.title = Some("Marches, all".into());
    let words = Words::english();
    let whole = export::ics(&named, &[0], stamp(), reader(&words));
    let name = ("X-WR-CALNAME".to_owned(), "Marches\\, all".to_owned());
    assert!(properties(&whole).contains(&name));
    assert_eq!(events(&whole).len(), 1);
}

#[test]
fn a_place_that_is_not_exact_and_a_clock_nobody_can_place_are_told() {
    let entry = r#"{ "id": "a", "title": "March", "start": "2023-11-04T14:00", "city": "Lyon", "country": "FR",
        "lat": 45.76, "lon": 4.83, "precision": "city", "url": "https://example.org/a,b;c" }"#;
    check_lines(
        entry,
        &[
            "DTSTART:20231104T140000",
            "GEO:45.76;4.83",
            "LOCATION:Lyon\\, FR",
            "URL:https://example.org/a,b;c",
        ],
    );
    let description = text(get(&events(&one(entry).1)[0], "DESCRIPTION").unwrap());
    for expected in [
        "2023-11-04 14:00",
        "time zone is not known",
        "meeting point is not known",
        "the city, not the exact place",
    ] {
        assert!(
            description.contains(expected),
            "{expected} in {description}"
        );
    }
}
