//! What comes of JSON of programs that export events, one small source for each kind of fault.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use run::imports::Desk;

#[test]
fn json_rows_are_a_table() {
    let rows = |inner: &str| format!("{{\"stand\": \"2023\", \"aktionen\": [{inner}]}}");
    let mut desk = Desk::new();
    desk.import(
        "a.json",
        &rows(
            "{\"datum\": 1682035200, \"ort\": \"Bonn\", \"thema\": \"A\"}, 7, {\"datum\": \"bald\", \"ort\": \"Bonn\", \"thema\": \"B\"},\
             {\"datum\": 1682121600, \"ort\": \"Kiel\", \"thema\": \"C\", \"mehr\": {\"x\": 1}}",
        ),
        &["--map", "ort=city", "--set", "country=DE"],
    );
    assert_eq!(
        desk.events(&["start", "city", "title"]),
        ["2023-04-21|Bonn|A", "2023-04-22|Kiel|C"]
    );
    assert_eq!(desk.rejects().len(), 2);
    // Moments in UTC become the clock of the venue; milliseconds that are its midnight a day.
    let mut desk = Desk::new();
    desk.import(
        "b.json",
        "[{\"start_at\": \"2026-05-10T01:00:00Z\", \"end_at\": \"2026-05-10T03:00:00Z\", \"name\": \"A\", \"venue\": {\"name\": \"City Hall\", \"city\": \"Seoul\"}}]",
        &["--set", "country=KR"],
    );
    assert_eq!(
        desk.events(&["start", "end", "place", "timezone"]),
        ["2026-05-10T10:00|2026-05-10T12:00|City Hall|Asia/Seoul"]
    );
    let mut desk = Desk::new();
    desk.import(
        "c.json",
        "[{\"date\": 1682028000000, \"name\": \"A\", \"city\": \"Paris\"}, {\"date\": 1682114400000, \"name\": \"B\", \"city\": \"Lyon\"}]",
        &["--set", "country=FR"],
    );
    assert_eq!(desk.events(&["start"]), ["2023-04-21", "2023-04-22"]);
}

#[test]
fn json_ld_inside_cdata_is_read() {
    let mut desk = Desk::new();
    desk.import(
        "a.html",
        "<!DOCTYPE html><html><head><script type=\"application/ld+json\">//<![CDATA[\n\
         {\"@type\":\"Event\",\"name\":\"March\",\"startDate\":\"2024-03-04T14:00\",\"location\":\"Leeds, UK\"}\n//]]></script></head></html>",
        &[],
    );
    assert_eq!(
        desk.events(&["title", "city", "timezone"]),
        ["March|Leeds|Europe/London"]
    );
}

#[test]
fn what_is_of_people_in_json_is_not_published() {
    let mut desk = Desk::new();
    desk.import(
        "rows.json",
        r#"[
            { "title": "A", "date": "2030-11-04", "time": "14:00", "city": "Oslo", "country": "NO",
              "ip": "192.0.2.7", "edit_token": "abc", "user": { "login": "ola" }, "admin_notes": "ask Per",
              "organizer": "ola@a.example", "description": "All welcome. Ask Ola, 0171 5550199." },
            { "title": "B", "date": "2030-11-05", "city": "Oslo", "country": "NO", "published": false },
            { "title": "C", "date": "2030-11-06", "city": "Oslo", "country": "NO", "deleted_at": "2030-11-01T00:00:00Z" }
        ]"#,
        &[],
    );
    assert_eq!(
        desk.events(&[
            "title",
            "description",
            "ip",
            "edit_token",
            "user",
            "admin_notes",
            "organizers"
        ]),
        ["A|All welcome|||||"]
    );
    for said in [
        "left out, since they look private: ip, edit_token, user, admin_notes",
        "2 rejected",
    ] {
        assert!(desk.said.contains(said), "{}", desk.said);
    }
}

#[test]
fn a_private_address_of_mobilize_is_only_its_city() {
    let mut desk = Desk::new();
    desk.import(
        "mobilize.json",
        r#"{ "data": [{ "id": 13, "title": "Walkout", "timezone": "America/Denver", "visibility": "PUBLIC",
            "address_visibility": "PRIVATE", "timeslots": [{ "id": 1, "start_date": 1920232800 }],
            "location": { "venue": "Jo's home", "address_lines": ["12 Elm St"], "locality": "Denver", "region": "CO",
                "country": "US", "location": { "latitude": 39.7001, "longitude": -104.9001 } } }] }"#,
        &[],
    );
    assert_eq!(
        desk.events(&["title", "place", "address", "city", "precision"]),
        ["Walkout|||Denver|city"]
    );
}

/// Imports JSON and gives of each event its beginning, end, title, city and status.
#[track_caller]
fn check(json: &str, options: &[&str], expected: &[&str]) {
    let mut desk = Desk::new();
    desk.import("s.json", json, options);
    let found = desk.events(&["start", "end", "title", "city", "status"]);
    assert_eq!(found, expected, "{}\n{:?}", desk.said, desk.rejects());
}

#[test]
fn exports_of_programs_that_wrap_their_events() {
    // Drupal's JSON:API, where “data” is no date.
    check(
        r#"{ "jsonapi": { "version": "1.0" }, "data": [ { "type": "node--event", "id": "7f-1", "attributes": { "title": "Demo",
            "field_event_date": { "value": "2023-11-04T14:00:00+01:00", "end_value": "2023-11-04T16:00:00+01:00" },
            "field_address": { "country_code": "DE", "locality": "Köln" } } } ], "links": { "self": { "href": "https://a.example" } } }"#,
        &[],
        &["2023-11-04T14:00|2023-11-04T16:00|Demo|Köln|"],
    );
    // Radar.
    check(
        r#"{ "result": { "uuid-1": { "title": "Küfa", "date_time": [ { "value": "1699102800", "time_start": "2023-11-04T14:00:00+01:00",
            "time_end": "2023-11-04T16:00:00+01:00" } ], "offline": [ { "id": "1", "title": "Mehringplatz, Berlin, Deutschland" } ] } }, "count": 1 }"#,
        &[],
        &["2023-11-04T14:00|2023-11-04T16:00|Küfa|Berlin|"],
    );
    // Localist, which is no event file for having “title” and “start” somewhere.
    check(
        r#"{ "events": [ { "event": { "id": 1, "title": "Walkout", "geo": { "latitude": "41.2925", "longitude": "-82.2188", "city": "Oberlin",
            "state": "OH", "country": "US" }, "event_instances": [ { "event_instance": { "id": 7, "start": "2023-11-04T12:00:00-04:00",
            "end": "2023-11-04T13:00:00-04:00" } } ] } } ] }"#,
        &[],
        &["2023-11-04T12:00|2023-11-04T13:00|Walkout|Oberlin|"],
    );
    // The events that a person downloads from Facebook.
    check(
        r#"{ "your_events_v2": [ { "name": "Kundgebung", "start_timestamp": 1699102800, "end_timestamp": 1699110000,
            "place": { "name": "Rathausmarkt", "coordinate": { "latitude": 53.5507, "longitude": 9.9929 } } } ] }"#,
        &[],
        &["2023-11-04T14:00|2023-11-04T16:00|Kundgebung||"],
    );
}

#[test]
fn days_hours_and_places_inside_objects() {
    // Indico.
    check(
        r#"{ "results": [ { "title": "Assemblée", "startDate": { "date": "2023-11-04", "time": "14:00:00", "tz": "Europe/Zurich" },
            "endDate": { "date": "2023-11-04", "time": "17:00:00", "tz": "Europe/Zurich" }, "location": "Genève" } ] }"#,
        &[],
        &["2023-11-04T14:00|2023-11-04T17:00|Assemblée|Genève|"],
    );
    // CiviCRM.
    check(
        r#"{ "values": [ { "title": "March", "start_date": "2023-11-04 14:00:00", "loc_block_id.address_id.city": "Leeds",
            "loc_block_id.address_id.country_id:label": "United Kingdom" } ] }"#,
        &[],
        &["2023-11-04T14:00||March|Leeds|"],
    );
    // An hour under a name that is not known.
    check(
        r#"[ { "titel": "Demo", "datum": "4.11.2023", "treff": "14:00", "ort": "Bonn" }, { "titel": "Mahnwache", "datum": "5.11.2023", "treff": "18:30", "ort": "Bonn" } ]"#,
        &["--set", "country=DE"],
        &[
            "2023-11-04T14:00||Demo|Bonn|",
            "2023-11-05T18:30||Mahnwache|Bonn|",
        ],
    );
}

#[test]
fn texts_of_schema_org_in_lists_and_with_a_language() {
    check(
        r#"[ { "@type": [ "Event", "SocialEvent" ], "name": [ "Marcha" ], "startDate": "2023-11-04T17:00",
            "location": "Zócalo, Ciudad de México, México", "eventStatus": [ "https://schema.org/EventCancelled" ] },
            { "@type": "Event", "name": { "@value": "Vigilia", "@language": "es" }, "startDate": "2023-11-11",
            "eventStatus": "cancelled", "location": "Guadalajara, México" } ]"#,
        &[],
        &[
            "2023-11-04T17:00||Marcha|Ciudad de México|cancelled",
            "2023-11-11||Vigilia|Guadalajara|cancelled",
        ],
    );
}
