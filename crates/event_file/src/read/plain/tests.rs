//! The quick reader answers as the judging one does, or not at all.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::judge;
use super::read_plain;

/// An entry that has everything, and nothing wrong.
fn everything() -> Value {
    json!({
        "id": "lyon-1", "title": "Marche \"pour\" la paix", "kind": ["march", "fackelzug"],
        "start": "2023-11-04T14:00", "end": "2023-11-04T17:00", "timezone": "Europe/Paris",
        "status": "rescheduled", "previously": "2023-11-03", "place": "Bellecour", "address": "1 place",
        "city": "Lyon", "region": "Rhône", "country": "FR", "lat": 45.7578, "lon": 4.832, "precision": "street",
        "route": [[45.7578, 4.832], [45.76, -4]], "online": "https://example.org/live",
        "organizers": ["A", "B"], "tags": "paix", "campaign": "paix", "url": "https://example.org/",
        "source": ["https://example.org/a", "an announcement"],
        "links": [{"label": "More", "url": "https://example.org/more", "kind": 3}],
        "description": "One.\n\nTwo.", "image": "poster.jpg", "image_alt": "A dove", "language": "fr",
        "translations": {"ar": {"title": "مسيرة", "note": [1.5]}}, "accessibility": "step-free",
        "attendance": {"low": 1000, "high": 2000}, "verified": "2023-11-01", "updated": "2023-11-01T10:00:00Z",
        "x-internal": {"desk": ["a", null, true, -1]}
    })
}

fn members() -> Vec<(String, Value)> {
    match everything() {
        Value::Object(members) => members.into_iter().collect(),
        _ => Vec::new(),
    }
}

fn file(event: &Value) -> Value {
    json!({
        "format": "marchmap/1",
        "calendar": {
            "title": "Lyon", "description": "All of Lyon", "language": "fr", "updated": "2023-11-01",
            "contact": {"email": "a@example.org", "url": "https://example.org/", "repository": "a/b", "x": 1},
            "credits": [{"text": "A", "url": "https://example.org/", "x": 2}],
            "tiles": {"url": "https://example.org/{z}/{x}/{y}.png", "attribution": "A", "max_zoom": 19, "x": 3},
            "x": 4
        },
        "events": [event, {"title": "No id", "start": "2023-11-05"}],
        "x": 5
    })
}

#[test]
fn a_file_with_nothing_wrong_is_read_plainly() {
    let text = file(&everything()).to_string();
    let plain = read_plain(text.clone().into_bytes()).expect("nothing is wrong");
    assert_eq!(judge(text.as_bytes()).unwrap(), (plain, Vec::new()));
}

#[test]
fn the_calendar_that_comes_with_the_app_is_read_plainly() {
    let text = include_bytes!("../../../../../public/events.json");
    assert_eq!(judge(text).unwrap().0, read_plain(text.to_vec()).unwrap());
}

#[test]
fn ids_are_told_apart() {
    let twice = json!([{"id": "a", "title": "A", "start": "2023-11-05"}, {"id": "a", "title": "B", "start": "2023-11-05"}]);
    assert!(read_plain(twice.to_string().into_bytes()).is_err());
    let same =
        json!([{"title": "A", "start": "2023-11-05"}, {"title": "A", "start": "2023-11-05"}]);
    assert!(read_plain(same.to_string().into_bytes()).is_err());
}

/// Every place in a value, as a JSON Pointer (RFC 6901).
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                pointers(member, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// What may stand anywhere, right in some places and wrong in others.
fn anything() -> impl Strategy<Value = Value> {
    let texts = prop::sample::select(vec![
        "",
        " ",
        "a",
        "A b",
        "lyon-1",
        "March",
        "march",
        "cancelled",
        "canceled",
        "2023-11-04",
        "2023-11-04 14:00",
        "2023-11-04T14:00:00+18:00",
        "2023-02-30",
        "0000-01-01",
        "fr",
        "FR",
        "fr-FR",
        "pt_BR",
        "Europe/Paris",
        "UTC+2",
        "https://example.org/",
        " https://example.org/",
        "javascript:alert(1)",
        "www.example.org",
        "//example.org",
        "FeatureCollection",
        "1500",
        "48.85",
        "city",
        "marchmap/2",
        "/{z}/{x}/{y}.png",
        "\u{fffd}\0\u{202e}",
    ]);
    let leaf = prop_oneof![
        texts.prop_map(Value::from),
        prop::sample::select(vec![
            json!(null),
            json!(true),
            json!({}),
            json!([]),
            json!(0),
            json!(19),
            json!(31)
        ]),
        prop::sample::select(vec![
            json!(-1),
            json!(1e300),
            json!(91.5),
            json!(200),
            json!(-0.5),
            json!(1500.0)
        ]),
        Just(everything()),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            ("low|high|url|text|label|title|ar|x", inner)
                .prop_map(|(name, value)| json!({ name: value })),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Wherever something else stands in a good file: the plain reading is the judge's, or there is none; and
    /// what is read plainly has no problems.
    #[test]
    fn a_plain_reading_is_the_judges(
        changes in prop::collection::vec((any::<prop::sample::Index>(), anything()), 1..3),
        spaced in any::<bool>(),
    ) {
        let mut file = file(&everything());
        for (place, value) in changes {
            let mut places = Vec::new();
            pointers(&file, "", &mut places);
            if let Some(slot) = file.pointer_mut(&places[place.index(places.len())]) {
                *slot = value;
            }
        }
        let text = if spaced { serde_json::to_string_pretty(&file) } else { serde_json::to_string(&file) }.unwrap();
        if let Ok(plain) = read_plain(text.clone().into_bytes()) {
            prop_assert_eq!(judge(text.as_bytes()).unwrap(), (plain, Vec::new()));
        }
    }

    /// Each entry may have its fields in an order of its own.
    #[test]
    fn fields_come_in_any_order(orders in prop::collection::vec(Just(members()).prop_shuffle(), 1..5)) {
        let entries = orders.into_iter().zip(0..).map(|(members, at)| {
            let entry = members.into_iter().map(|(name, value)| match name.as_str() {
                "id" => (name, Value::from(format!("lyon-{at}"))),
                _ => (name, value),
            });
            Value::Object(entry.collect())
        });
        let text = Value::Array(entries.collect()).to_string();
        let plain = read_plain(text.clone().into_bytes()).expect("nothing is wrong");
        prop_assert_eq!(judge(text.as_bytes()).unwrap(), (plain, Vec::new()));
    }

    /// Whatever stands in the bytes.
    #[test]
    fn broken_bytes_are_no_surprise(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = file(&everything()).to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(plain) = read_plain(bytes.clone()) {
            prop_assert_eq!(judge(&bytes).unwrap(), (plain, Vec::new()));
        }
    }
}
