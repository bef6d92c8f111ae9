//! A calendar written as GeoJSON is read back as it was.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod export_world;

use event_file::{Calendar, read, write};
use export_world::all;
use proptest::prelude::*;
use serde_json::{Value, json};

#[track_caller]
fn check(calendar: &Calendar) {
    let (again, problems) = read(export::geojson(calendar, &all(calendar)).as_bytes()).unwrap();
    assert_eq!(again.events, calendar.events, "{problems:#?}");
    assert_eq!(again.about, calendar.about);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_texts_it_reads_the_same(calendar in export_world::calendar()) {
        check(&calendar);
    }
}

/// Samples of good and bad event files: what could not be read of them is kept as well.
#[test]
fn what_could_not_be_read_is_kept() {
    let mut samples = 0;
    for entry in std::fs::read_dir("tests/read").unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
            && let Ok((calendar, _)) = read(&std::fs::read(&path).unwrap())
        {
            let written = export::geojson(&calendar, &all(&calendar));
            let (again, _) = read(written.as_bytes()).unwrap();
            assert_eq!(again.events, calendar.events, "{}", path.display());
            samples += 1;
        }
    }
    assert!(samples > 5);
}

#[test]
fn a_feature_is_of_the_form_of_rfc_7946() {
    let file = r#"[{ "id": "a", "title": "March", "start": "2023-11-04", "lat": 45.76, "lon": 4.83 },
        { "id": "b", "title": "Vigil", "start": "2023-11-05" }]"#;
    let (calendar, _) = read(file.as_bytes()).unwrap();
    let written: Value = serde_json::from_str(&export::geojson(&calendar, &[1, 0])).unwrap();
    let expected = json!({
        "type": "FeatureCollection",
        "format": "marchmap/1",
        "features": [
            { "type": "Feature", "id": "b", "geometry": null,
              "properties": { "title": "Vigil", "start": "2023-11-05" } },
            { "type": "Feature", "id": "a",
              "geometry": { "type": "Point", "coordinates": [4.83, 45.76] },
              "properties": { "title": "March", "start": "2023-11-04" } },
        ],
    });
    assert_eq!(written, expected);
}

#[test]
fn a_choice_of_events_is_an_event_file() {
    let file = r#"{ "calendar": { "title": "Marches" }, "events": [
        { "id": "a", "title": "March", "start": "2023-11-04" },
        { "id": "b", "title": "Vigil", "start": "2023-11-05", "buses": true } ] }"#;
    let (calendar, _) = read(file.as_bytes()).unwrap();
    let (again, problems) = read(write(&export::chosen(&calendar, &[1, 7])).as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert_eq!(again.events, [calendar.events[1].clone()]);
    assert_eq!(again.about, calendar.about);
}
