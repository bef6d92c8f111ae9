//! Whatever an event file holds, it is read without a panic, nothing of it gets lost, and what is
//! written reads the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod tz_database;

use event_file::{Calendar, read, write};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tz_database::TzDatabase;

/// Names that mean something in an event file, so that chance values meet the code that reads them.
const NAMES: &[&str] = &[
    "id",
    "title",
    "kind",
    "start",
    "end",
    "timezone",
    "status",
    "previously",
    "place",
    "address",
    "city",
    "region",
    "country",
    "lat",
    "lon",
    "precision",
    "route",
    "online",
    "organizers",
    "tags",
    "campaign",
    "series",
    "url",
    "source",
    "links",
    "description",
    "image",
    "image_alt",
    "language",
    "translations",
    "accessibility",
    "attendance",
    "verified",
    "updated",
    "label",
    "low",
    "high",
    "type",
    "geometry",
    "coordinates",
    "properties",
    "features",
    "feature",
    "events",
    "calendar",
    "format",
    "contact",
    "credits",
    "tiles",
    "max_zoom",
    "text",
    "email",
    "ar",
    "pt_BR",
    "other",
];

/// Texts on the edge of meaning something.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "Lyon",
    "2023-11-04",
    "2023-11-04 14:00",
    "2023-11-04T14:00:00+01:00",
    "2023-11-03T25:00",
    "2023-02-30",
    "2023-11-04T10:00:00.5-15:30",
    "FR",
    "fr",
    "UK",
    "march",
    "March",
    "sit in",
    "cancelled",
    "Canceled",
    "abgesagt",
    "city",
    "48.85",
    "48,85",
    "NaN",
    "-0",
    "1e9",
    "https://example.org",
    " https://example.org ",
    "javascript:alert(1)",
    "www.example.org/a b",
    "https://t.example/{z}/{x}/{y}.png",
    "Europe/Paris",
    "America/New York",
    "en",
    "pt_BR",
    "marchmap/1",
    "marchmap/2",
    "FeatureCollection",
    "Feature",
    "Point",
    "1000-2000",
    "1,000",
    "a b",
    "a-2",
    "\u{0}",
    "\u{fffd}",
    "ليون",
];

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-200..200).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-200.0..200.0).prop_map(|number: f64| Value::from(number)),
        ".*".prop_map(Value::from),
        prop::sample::select(TEXTS).prop_map(Value::from),
        prop::sample::select(TEXTS).prop_map(Value::from),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => prop::sample::select(NAMES).prop_map(str::to_owned),
        1 => ".*",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name(), inner.clone()), 0..12)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
            // What is right but for one member comes up too seldom by chance.
            inner
                .clone()
                .prop_map(|odd| json!({ "type": "Point", "coordinates": [odd, 48.85] })),
            inner
                .clone()
                .prop_map(|odd| json!([[48.85, 2.35], [48.86, odd]])),
            inner
                .clone()
                .prop_map(|odd| json!({ "low": 10, "high": odd, "source": "press" })),
            inner
                .clone()
                .prop_map(|odd| json!([{ "label": odd, "url": "https://example.org" }])),
            inner.prop_map(|odd| json!({ "ar": { "title": odd, "note": 1 }, "x y": {} })),
        ]
    })
}

fn entry() -> impl Strategy<Value = Value> {
    let members = prop::collection::vec((name(), value()), 0..16);
    prop_oneof![
        9 => members.prop_map(|members| Value::Object(members.into_iter().collect())),
        1 => value(),
    ]
}

fn feature() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (entry(), value(), value()).prop_map(|(properties, geometry, id)| {
            json!({ "type": "Feature", "id": id, "properties": properties, "geometry": geometry })
        }),
        1 => entry(),
    ]
}

/// A file in one of the shapes, and how many entries it has.
fn file() -> impl Strategy<Value = (Value, usize)> {
    let events = || prop::collection::vec(entry(), 0..6);
    let features = || prop::collection::vec(feature(), 0..6);
    prop_oneof![
        events().prop_map(|events| (json!(events), events.len())),
        (events(), value(), value()).prop_map(|(events, about, other)| {
            let file = json!({ "format": "marchmap/1", "calendar": about, "other": other, "events": events });
            (file, events.len())
        }),
        (features(), any::<bool>()).prop_map(|(features, type_first)| {
            let kind = ("type".to_owned(), json!("FeatureCollection"));
            let list = ("features".to_owned(), json!(features));
            let members = if type_first { [kind, list] } else { [list, kind] };
            let file: Map<String, Value> = members.into_iter().collect();
            (file.into(), features.len())
        }),
    ]
}

/// Reads the value; checks what must hold of every reading.
fn check(value: &Value) -> Result<Option<Calendar>, TestCaseError> {
    let (calendar, problems) = match read(value.to_string(), &TzDatabase) {
        Ok(read) => read,
        Err(error) => {
            prop_assert!(error.fault.is_json(), "{}", error);
            return Ok(None);
        }
    };
    let written = write(&calendar);
    let (again, problems_again) =
        read(written.as_str(), &TzDatabase).expect("what is written is JSON");
    prop_assert_eq!(&again, &calendar, "{}", written);
    prop_assert_eq!(write(&again), written);
    // Warnings about form are gone once written; no new errors come up.
    prop_assert!(
        problems_again.len() <= problems.len() + 1,
        "{:#?}\n{:#?}",
        problems,
        problems_again
    );
    let mut ids: Vec<&str> = calendar
        .events
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    prop_assert!(ids.iter().all(|id| !id.is_empty()));
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), calendar.events.len(), "ids are unique");
    Ok(Some(calendar))
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_json_is_read(value in value()) {
        check(&value)?;
    }

    #[test]
    fn every_entry_is_in_the_calendar((file, entries) in file()) {
        match check(&file)? {
            Some(calendar) => {
                prop_assert_eq!(calendar.events.len() + calendar.unreadable.len(), entries);
            }
            // A bare list of other things is no event file.
            None => prop_assert!(file.as_array().is_some_and(|items| !items.iter().any(Value::is_object))),
        }
    }

    #[test]
    fn unknown_fields_survive(name in "x-.{0,6}", value in value()) {
        let file = json!({
            "calendar": { "title": "A", &name: value },
            "events": [{ "id": "a", "title": "A", "start": "2023-11-04", &name: value }],
            &name: value
        });
        let (calendar, problems) = read(file.to_string(), &TzDatabase).unwrap();
        prop_assert_eq!(problems, []);
        let written: Value = serde_json::from_str(&write(&calendar)).unwrap();
        for place in [&written, &written["calendar"], &written["events"][0]] {
            prop_assert_eq!(&place[&name], &value);
        }
    }

    /// A good entry reads the same whatever other entries the file has.
    #[test]
    fn no_entry_harms_another(odd in prop::collection::vec((0..10_usize, value()), 0..6)) {
        let good = |number: usize| {
            json!({
                "id": format!("good-{number}"), "title": format!("March {number}"), "start": "2023-11-04T14:00",
                "timezone": "Europe/Paris", "city": "Lyon", "lat": 45.76, "lon": 4.83, "tags": ["peace"]
            })
        };
        let alone: Vec<_> = (0..10)
            .flat_map(|number| read(json!([good(number)]).to_string(), &TzDatabase).unwrap().0.events)
            .collect();
        let mut entries: Vec<Value> = (0..10).map(good).collect();
        for (at, value) in odd {
            entries.insert(at, value);
        }
        let (calendar, _) = read(Value::from(entries).to_string(), &TzDatabase).unwrap();
        let found: Vec<_> = calendar.events.into_iter().filter(|event| event.id.starts_with("good-")).collect();
        prop_assert_eq!(found, alone);
    }

    #[test]
    fn any_bytes_give_a_result(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(bytes, &TzDatabase);
    }

    #[test]
    fn a_broken_file_gives_a_result((file, _) in file(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = file.to_string().into_bytes();
        let at = at.index(bytes.len());
        let _ = read(&bytes[..at], &TzDatabase);
        bytes[at] = byte;
        if let Err(error) = read(bytes.as_slice(), &TzDatabase) {
            prop_assert!(error.line >= 1 && error.column >= 1);
        }
        bytes.remove(at);
        let _ = read(bytes, &TzDatabase);
    }
}
