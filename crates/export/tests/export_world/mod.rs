//! Calendars full of nasty texts, and the zones of the world, for the tests of exports.

#![allow(dead_code, clippy::unwrap_used)] // Each test file uses a part.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;
use event_file::event::{Kind, Link, Precision, Status, Text};
use event_file::zone::{Zones, wall_offset};
use event_file::{Calendar, Event, WallTime};
use export::Reader;
use geo::Position;
use proptest::prelude::*;
use texts::Words;

/// The zones of the tz database.
pub struct World;

impl Zones for World {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        let zone: Tz = zone.parse().ok()?;
        wall_offset(local, |utc| {
            Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc() / 60)
        })
    }
}

/// Someone who reads `words` and the tz database, and calls countries by their codes.
pub fn reader(words: &Words) -> Reader<'_> {
    Reader {
        words,
        country: &|_| None,
        zones: &World,
    }
}

/// The index of every event.
pub fn all(calendar: &Calendar) -> Vec<u32> {
    (0..).take(calendar.events.len()).collect()
}

/// Texts that break what is careless: separators, quotes, line breaks, formulas, marks, other scripts.
pub fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        ",",
        ";",
        "\\",
        "\\n",
        "\"",
        "'",
        ":",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "=1+1",
        "+",
        "-",
        "@SUM(A1)",
        " ",
        "[",
        "{}",
        "null",
        "1e5",
        "END:VEVENT",
        "BEGIN:VALARM",
        "\u{2028}",
        "\u{feff}",
        "\u{200f}",
        "مسيرة",
        "和平遊行",
        "👩🏽\u{200d}🚀",
        "ﬁ",
        "e\u{301}",
        "${x}",
        "{{time}}",
        "|",
        "a",
        "Z",
        "0",
    ]);
    prop::collection::vec(pieces, 1..40).prop_map(|pieces| format!("x{}x", pieces.concat()))
}

fn wall_time() -> impl Strategy<Value = WallTime> {
    let clock = prop::option::of((0..86_400_u32, prop::option::of(-720..=840)));
    // 1970 to 2069.
    (0..36_500_i32, clock).prop_map(|(day, clock)| WallTime {
        date: NaiveDate::from_epoch_days(day).unwrap(),
        time: clock
            .and_then(|(second, _)| NaiveTime::from_num_seconds_from_midnight_opt(second, 0)),
        offset: clock.and_then(|(_, offset)| offset),
    })
}

prop_compose! {
    fn event()(
        [title, place, city] in prop::array::uniform3(nasty()),
        [address, description, campaign] in prop::array::uniform3(prop::option::of(nasty())),
        [organizers, tags, sources] in prop::array::uniform3(prop::collection::btree_set(nasty(), 0..4)),
        link in prop::option::of(nasty()),
        start in prop::option::weighted(0.9, wall_time()),
        zone in prop::option::of(prop::sample::select(vec![
            "Europe/Paris", "Australia/Lord_Howe", "Pacific/Kiritimati", "America/St_Johns", "Mars/Base",
        ])),
        at in prop::option::of((-90.0..=90.0, -180.0..=180.0)),
        (kind, status, precision) in (0..Kind::KNOWN.len(), 0..Status::ALL.len(), 0..Precision::ALL.len()),
        unknown in prop::option::of(nasty()),
    ) -> Event {
        let mut event = Event {
            start,
            title: title.into(),
            address: address.map(Text::from),
            description: description.map(Text::from),
            campaign: campaign.map(Text::from),
            place: Some(place.into()),
            city: Some(city.into()),
            organizers: organizers.into_iter().map(Text::from).collect(),
            tags: tags.into_iter().map(Text::from).collect(),
            sources: sources.into_iter().map(Text::from).collect(),
            timezone: zone.map(Text::from),
            position: at.map(|(lat, lon)| Position { lat, lon }),
            kinds: vec![Kind::KNOWN[kind].1.clone()],
            status: Status::ALL[status].1,
            precision: Precision::ALL[precision].1,
            links: link.into_iter().map(|label| Link {
                label: label.into(), url: "https://example.org/?a=1,2;3".into(), ..Link::default()
            }).collect(),
            ..Event::default()
        };
        event.rest.extend(unknown.map(|text| ("x-note".to_owned(), text.into())));
        event
    }
}

/// Calendars of a few such events.
pub fn calendar() -> impl Strategy<Value = Calendar> {
    let events = prop::collection::vec(event(), 0..4);
    (events, nasty()).prop_map(|(mut events, title)| {
        for (at, event) in events.iter_mut().enumerate() {
            event.id = format!("event-{at}").into();
        }
        let mut calendar = Calendar {
            events,
            ..Calendar::default()
        };
        calendar.about.title = Some(title.into());
        calendar
    })
}
