//! What comes of calendars in iCalendar, one small source for each kind of fault.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;

use run::imports::Desk;

fn calendar(method: &str, events: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{method}{events}END:VCALENDAR\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
}

#[test]
fn entries_that_share_a_uid_and_differ_are_all_kept() {
    let source = calendar(
        "",
        &[
            event("UID:a\nDTSTART:20240301T180000\nSUMMARY:Vigil\nLOCATION:Leeds\\, UK"),
            event("UID:a\nDTSTART:20240302T180000\nSUMMARY:March\nLOCATION:York\\, UK"),
            event("UID:a\nDTSTART:20240302T180000\nSUMMARY:Rally\nLOCATION:Hull\\, UK"),
        ]
        .concat(),
    );
    let mut desk = Desk::new();
    let expected = [
        "2024-03-01T18:00|Vigil|Leeds|",
        "2024-03-02T18:00|March|York|",
        "2024-03-02T18:00|Rally|Hull|",
    ];
    let fields = ["start", "title", "city", "series"];
    assert_eq!(desk.import("a.ics", &source, &[]).events(&fields), expected);
    // The same again adds nothing.
    assert_eq!(desk.import("a.ics", &source, &[]).events(&fields), expected);
}

#[test]
fn a_revision_takes_the_place_of_what_it_revises() {
    let source = calendar(
        "",
        &[
            event(
                "UID:a\nSEQUENCE:0\nDTSTART:20240301T180000\nSUMMARY:Vigil\nLOCATION:Leeds\\, UK",
            ),
            event(
                "UID:a\nSEQUENCE:2\nDTSTART:20240308T190000\nSUMMARY:Vigil\nLOCATION:Leeds\\, UK",
            ),
        ]
        .concat(),
    );
    let mut desk = Desk::new();
    desk.import("a.ics", &source, &[]);
    assert_eq!(desk.events(&["start"]), ["2024-03-08T19:00"]);
    assert!(desk.said.contains("SEQUENCE"), "{}", desk.said);
}

#[test]
fn a_cancelling_calendar_cancels_one_date_or_the_whole_series() {
    let series = event(
        "UID:w\nDTSTART;TZID=Europe/Paris:20240301T180000\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Cercle\nLOCATION:Toulouse\\, France",
    );
    let single = event(
        "UID:s\nDTSTART;TZID=Europe/Paris:20240303T140000\nSUMMARY:Marche\nSTATUS:CONFIRMED\nLOCATION:Lille\\, France",
    );
    let mut desk = Desk::new();
    desk.import("a.ics", &calendar("", &[series, single].concat()), &[]);
    let fields = ["start", "status", "series"];
    // One date, given in UTC; and one event without a place that is known.
    let cancel = [
        event("UID:w\nRECURRENCE-ID:20240308T170000Z\nDTSTART:20240308T170000Z\nSUMMARY:Cercle"),
        event(
            "UID:s\nDTSTART;TZID=Europe/Paris:20240303T140000\nSUMMARY:Marche\nLOCATION:Somewhere",
        ),
    ]
    .concat();
    desk.import("b.ics", &calendar("METHOD:CANCEL\n", &cancel), &[]);
    assert_eq!(
        desk.events(&fields),
        [
            "2024-03-01T18:00||Cercle, Toulouse",
            "2024-03-08T18:00|cancelled|Cercle, Toulouse",
            "2024-03-15T18:00||Cercle, Toulouse",
            "2024-03-03T14:00|cancelled|",
        ]
    );
    let all = event("UID:w\nDTSTART;TZID=Europe/Paris:20240301T180000\nSUMMARY:Cercle");
    desk.import("c.ics", &calendar("METHOD:CANCEL\n", &all), &[]);
    assert_eq!(desk.events(&["status"]), ["cancelled"; 4]);
    assert_eq!(desk.rejects(), Vec::<String>::new());
}

#[test]
fn the_methods_of_two_calendars_in_one_file_are_each_its_own() {
    let one = event("UID:a\nDTSTART:20240301T180000\nSUMMARY:A\nLOCATION:Leeds\\, UK");
    let two = event("UID:b\nDTSTART:20240302T180000\nSUMMARY:B\nLOCATION:York\\, UK");
    let source = calendar("", &one) + &calendar("METHOD:CANCEL\n", &two);
    let mut desk = Desk::new();
    desk.import("a.ics", &source, &[]);
    assert_eq!(desk.events(&["title", "status"]), ["A|", "B|cancelled"]);
}

#[test]
fn a_feed_that_renews_its_uids_adds_nothing() {
    let feed = |run: u32| {
        let one = |name: &str, start: &str, place: &str| {
            event(&format!(
                "UID:{run}-{name}\nDTSTART;TZID=Europe/Berlin:{start}\nSUMMARY:{name}\nLOCATION:{place}"
            ))
        };
        let events = [
            one("Mahnwache", "20240304T180000", "Markt\\, Bonn\\, Germany"),
            one("Mahnwache", "20240311T180000", "Markt\\, Bonn\\, Germany"),
            one("Demo", "20240304T180000", "Dom\\, Köln\\, Germany"),
            event(&format!(
                "UID:{run}-x\nDTSTART;VALUE=DATE:20240308\nSUMMARY:Frauentag"
            )),
        ];
        calendar("", &events.concat())
    };
    let mut desk = Desk::new();
    let first = desk
        .import("a.ics", &feed(1), &[])
        .events(&["start", "title", "place"]);
    assert_eq!(first.len(), 4);
    for run in 2..4 {
        desk.import("a.ics", &feed(run), &[]);
        assert!(desk.said.contains("0 added"), "{}", desk.said);
    }
    assert_eq!(desk.events(&["start", "title", "place"]), first);
}

#[test]
fn private_rows_are_published_only_when_asked_for() {
    let sheet = "Subject,Start Date,Start Time,Location,Private\nDentist,2024-03-04,09:00,\"Bonn, Germany\",True\n\
                 Rally,2024-03-05,14:00,\"Bonn, Germany\",False\n";
    let mut desk = Desk::new();
    desk.import("a.csv", sheet, &[]);
    assert_eq!(desk.events(&["title"]), ["Rally"]);
    assert_eq!(
        desk.rejects(),
        ["marked as private (Private: True); --private takes it in"]
    );
    let written = fs::read_to_string(desk.folder.path().join("events.rejects.json")).unwrap();
    assert!(!written.contains("Dentist"), "{written}");
    desk.import("a.csv", sheet, &["--private"]);
    assert_eq!(desk.events(&["title"]), ["Rally", "Dentist"]);
    let secret = event(
        "UID:p\nCLASS:PRIVATE\nDTSTART:20240306T180000\nSUMMARY:Secret\nLOCATION:Bonn\\, Germany",
    );
    desk.import("p.ics", &calendar("", &secret), &[]);
    assert_eq!(desk.events(&["title"]).len(), 2);
}

#[test]
fn a_series_whose_hour_changed_is_moved_and_a_date_taken_out_is_named() {
    let series = |lines: &str| {
        let all = format!("UID:w\nSUMMARY:Vigil\nLOCATION:Leipzig\n{lines}");
        calendar("", &event(&all))
    };
    let mut desk = Desk::new();
    desk.import(
        "s.ics",
        &series("DTSTART;TZID=Europe/Berlin:20301104T180000\nRRULE:FREQ=WEEKLY;COUNT=3"),
        &[],
    );
    let moved = "SEQUENCE:1\nDTSTART;TZID=Europe/Berlin:20301104T190000\nRRULE:FREQ=WEEKLY;COUNT=3";
    let found = desk.import("s.ics", &series(moved), &[]).events(&["start"]);
    assert_eq!(
        found,
        ["2030-11-04T19:00", "2030-11-11T19:00", "2030-11-18T19:00"]
    );
    assert!(!desk.said.contains("no longer"), "{}", desk.said);
    let without = format!("{moved}\nEXDATE;TZID=Europe/Berlin:20301111T190000");
    let found = desk
        .import("s.ics", &series(&without), &[])
        .events(&["start"]);
    assert_eq!(found.len(), 3);
    let said = "1 entry of the file that came from it is no longer in it and left as before: “Vigil” (2030-11-11T19:00, Leipzig)";
    assert!(desk.said.contains(said), "{}", desk.said);
}

#[test]
fn what_is_protested_against_cancels_no_event_of_a_calendar() {
    let source = calendar(
        "",
        &[
            event("UID:a\nDTSTART:20301104T180000\nSUMMARY:Rally\nLOCATION:Leeds\\, UK\nSTATUS:CONFIRMED\nDESCRIPTION:Cancelled trains: enough!"),
            event("UID:b\nDTSTART:20301105T180000\nSUMMARY:March\nLOCATION:York\\, UK\nSTATUS:CONFIRMED\nDESCRIPTION:The march is cancelled."),
            event("UID:c\nDTSTART:20301106T180000\nSUMMARY:Vigil\nLOCATION:Hull\\, UK\nDESCRIPTION:Call Jo\\, 07700 900123"),
        ]
        .concat(),
    );
    let mut desk = Desk::new();
    assert_eq!(
        desk.import("a.ics", &source, &[])
            .events(&["title", "status", "description"]),
        [
            "Rally||Cancelled trains: enough!",
            "March|cancelled|The march is cancelled.",
            "Vigil||"
        ]
    );
}

#[test]
fn an_event_that_its_calendar_has_no_longer_is_named_and_stays() {
    let one = |uid: &str, title: &str| {
        event(&format!(
            "UID:{uid}\nDTSTART;TZID=Europe/London:20991104T140000\nSUMMARY:{title}\nLOCATION:Leeds\\, UK"
        ))
    };
    let mut desk = Desk::new();
    let both = one("a", "Vigil") + &one("b", "March");
    desk.import("feed.ics", &calendar("", &both), &[]);
    // Another calendar has nothing to do with it.
    desk.import("other.ics", &calendar("", &one("c", "Rally")), &[]);
    assert!(!desk.said.contains("no longer"), "{}", desk.said);
    desk.import("feed.ics", &calendar("", &one("a", "Vigil")), &[]);
    assert!(
        desk.said
            .contains("no longer in it and left as before: “March”"),
        "{}",
        desk.said
    );
    assert!(!desk.said.contains("Rally"), "{}", desk.said);
    assert_eq!(desk.events(&["title"]), ["Vigil", "March", "Rally"]);
    desk.import("feed.ics", &calendar("", ""), &[]);
    assert!(desk.said.contains("2 entries of the file"), "{}", desk.said);
}
