//! A calendar written for search engines says what schema.org has words for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod world;

use event_file::zone::NoRules;
use event_file::{Calendar, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use world::{World, all};

fn graph(calendar: &Calendar) -> Vec<Value> {
    let text = export::jsonld(calendar, &all(calendar), &World);
    let mut file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["@context"], "https://schema.org");
    file["@graph"].as_array_mut().unwrap().split_off(0)
}

#[track_caller]
fn check(event: Value, expected: Value) {
    let (calendar, _) = read(json!([event]).to_string().as_bytes(), &NoRules).unwrap();
    let graph = graph(&calendar);
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&graph[0][name], value, "{name}");
    }
}

#[test]
fn a_march_in_full() {
    check(
        json!({
            "id": "lyon", "title": "March", "kind": "march", "tags": ["peace"],
            "start": "2023-11-04T14:00", "end": "2023-11-04T16:00", "timezone": "Europe/Paris",
            "place": "Place Bellecour", "address": "1 Place Bellecour", "city": "Lyon",
            "region": "Auvergne-Rhône-Alpes", "country": "FR", "lat": 45.7578, "lon": 4.832,
            "organizers": ["A", "B"], "campaign": "A weekend", "url": "https://example.org/",
            "source": "https://example.org/news", "language": "fr",
        }),
        json!({
            "@type": "Event", "identifier": "lyon", "name": "March", "inLanguage": "fr",
            "startDate": "2023-11-04T14:00:00+01:00", "endDate": "2023-11-04T16:00:00+01:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {
                "@type": "Place", "name": "Place Bellecour",
                "address": {
                    "@type": "PostalAddress", "streetAddress": "1 Place Bellecour",
                    "addressLocality": "Lyon", "addressRegion": "Auvergne-Rhône-Alpes",
                    "addressCountry": "FR",
                },
                "geo": { "@type": "GeoCoordinates", "latitude": 45.7578, "longitude": 4.832 },
            },
            "organizer": [
                { "@type": "Organization", "name": "A" }, { "@type": "Organization", "name": "B" },
            ],
            "keywords": ["march", "peace"],
            "superEvent": { "@type": "Event", "name": "A weekend" },
            "url": "https://example.org/",
            "subjectOf": { "@type": "CreativeWork", "url": "https://example.org/news" },
        }),
    );
}

#[test]
fn what_is_unknown_is_left_out() {
    check(
        json!({ "title": "A day", "start": "2023-11-04", "url": "javascript:alert(1)" }),
        json!({ "startDate": "2023-11-04", "location": null, "url": null, "endDate": null }),
    );
    check(
        json!({ "title": "A clock", "start": "2023-11-04T14:00" }),
        json!({ "startDate": "2023-11-04T14:00" }),
    );
}

#[test]
fn what_became_of_it() {
    check(
        json!({
            "title": "Moved", "start": "2023-11-05T14:00:00Z", "previously": "2023-11-04",
            "status": "moved-online", "online": "https://example.org/live",
        }),
        json!({
            "startDate": "2023-11-05T14:00:00Z", "previousStartDate": "2023-11-04",
            "eventStatus": "https://schema.org/EventMovedOnline",
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
            "location": { "@type": "VirtualLocation", "url": "https://example.org/live" },
        }),
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_event_is_in_it(calendar in world::calendar()) {
        let graph = graph(&calendar);
        prop_assert_eq!(graph.len(), calendar.events.len());
        for (written, event) in graph.iter().zip(&calendar.events) {
            prop_assert_eq!(written["name"].as_str(), Some(event.title.as_str()));
            prop_assert_eq!(written["identifier"].as_str(), Some(event.id.as_str()));
        }
    }
}

#[test]
fn a_time_that_clocks_skip_has_the_offset_of_its_moment() {
    let at = |start: &str, zone: &str| json!({ "id": "a", "title": "Vigil", "start": start, "timezone": zone });
    check(
        at("2024-03-31T02:30", "Europe/Berlin"),
        json!({ "startDate": "2024-03-31T02:30:00+01:00" }),
    );
    check(
        at("2024-03-10T02:30", "America/New_York"),
        json!({ "startDate": "2024-03-10T02:30:00-05:00" }),
    );
    // A leap second is written as it was read.
    check(
        at("2016-12-31T23:59:60Z", "Etc/UTC"),
        json!({ "startDate": "2016-12-31T23:59:60Z" }),
    );
}
