//! Whatever a file holds, it is checked and fixed without harm.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::report::Placed;
use super::*;

fn value() -> impl Strategy<Value = Value> {
    const KNOWN: &[&str] = &[
        "2023-11-04T14:00",
        "2024-03-31T02:30",
        "Europe/Berlin",
        "America/New York",
        "Berlin",
        "Springfield, IL",
        "France",
        "US",
        "March",
        "https://a/…",
        "-33.4",
        "",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-200.0..200.0_f64).prop_map(Value::from),
        proptest::sample::select(KNOWN).prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::vec((name(), inner), 0..3)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    const NAMES: &[&str] = &[
        "id",
        "title",
        "start",
        "end",
        "timezone",
        "city",
        "region",
        "country",
        "lat",
        "lon",
        "precision",
        "kind",
        "links",
        "source",
        "url",
        "language",
        "translations",
        "geometry",
        "properties",
        "type",
        "a.b",
    ];
    proptest::sample::select(NAMES).prop_map(str::to_owned)
}

fn entry() -> impl Strategy<Value = Value> {
    let object = proptest::collection::vec((name(), value()), 0..10)
        .prop_map(|members| Value::Object(members.into_iter().collect()));
    prop_oneof![8 => object, 1 => value()]
}

fn file() -> impl Strategy<Value = String> {
    let entries = proptest::collection::vec(entry(), 0..6);
    let shape = 0..5_usize;
    (entries, shape, any::<bool>()).prop_map(|(entries, shape, pretty)| {
        let file = match shape {
            0 => json!(entries),
            1 => json!({ "type": "FeatureCollection", "features": entries }),
            2 => json!({ "features": entries, "type": "FeatureCollection" }),
            3 => json!({ "features": entries.clone(), "events": entries }),
            _ => json!({ "format": "marchmap/1", "events": entries }),
        };
        match pretty {
            true => format!("{file:#}"),
            false => file.to_string(),
        }
    })
}

#[test]
fn millions_of_problems_in_one_entry_are_no_hang() {
    let links = vec![r#"{"label":"x"}"#; 5_000].join(",");
    let title = "word ".repeat(2_000);
    let twin = format!(r#"{{"title":"{title}","start":"2023-11-04","city":"Lyon"}}"#);
    let text = format!(
        r#"[{{"title":"A","start":"2023-11-04","links":[{links}]}},{}]"#,
        vec![twin; 40].join(",")
    );
    let (findings, _) = checked(text.as_bytes(), Gazetteer::embedded(), None, false);
    assert!(findings.len() >= 5_000);
    let document = Document::new(text.as_bytes());
    let placed = report::place(findings, &document);
    let exact = |one: &&Placed| &text[one.range.clone()] == r#"{"label":"x"}"#;
    assert!(placed.iter().filter(exact).count() > 10);
}

proptest! {
    // Each case is checked twice; `PROPTEST_CASES` makes them more.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 4))]

    #[test]
    fn any_file_is_checked_and_fixed(text in file()) {
        let gazetteer = Gazetteer::embedded();
        let (findings, events) = checked(text.as_bytes(), gazetteer, None, false);
        let document = Document::new(text.as_bytes());
        let (fixed, count) = fix::fixed(&document, &findings);
        prop_assert_eq!(count == 0, fixed == text);
        let (_, kept) = checked(fixed.as_bytes(), gazetteer, None, false);
        prop_assert_eq!(events, kept, "{}\n{}", text, fixed);
        let placed = report::place(findings, &document);
        for one in &placed {
            prop_assert!(document.text.get(one.range.clone()).is_some());
        }
        let report = report::human(&placed, &document, "file", &Renderer::plain());
        prop_assert_eq!(report.is_empty(), placed.is_empty());
        report::github(&placed, &document, "file");
        report::json(&placed, &document, "file", events);
    }

    #[test]
    fn any_text_is_reported(text in r#"[\[\]{}:, "\\a1é\n…]{0,60}"#) {
        let (findings, _) = checked(text.as_bytes(), Gazetteer::embedded(), None, false);
        let document = Document::new(text.as_bytes());
        let placed = report::place(findings, &document);
        prop_assert!(!report::human(&placed, &document, "file", &Renderer::plain()).is_empty()
            || placed.is_empty());
    }
}
