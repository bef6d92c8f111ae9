//! What `marchmap site` puts into a folder, and what it leaves alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;
use std::path::Path;

use run::{Ran, marchmap};

const EVENTS: &str = r#"{"calendar":{"title":"Test","updated":"2023-10-01T00:00:00Z"},"events":[
    {"id":"a","title":"March","start":"2023-11-04T14:00","timezone":"Europe/Paris","city":"Lyon","country":"FR","lat":45.76,"lon":4.83},
    {"id":"b","title":"Rally","start":"2023-11-05","city":"Bonn","country":"DE"}]}"#;

/// A folder with an event file and a small app.
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let file = desk.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    put("events.json", EVENTS);
    put(
        "dist/index.html",
        "<html lang=\"en\" dir=\"ltr\"><head></head><body><!--list--><div class=\"skeleton\"></div><!--/list--></body></html>",
    );
    put("dist/events.json", "{}");
    put("dist/app-1/start.js", "1");
    desk
}

fn site(desk: &Path, file: &str, more: &[&str]) -> Ran {
    let words = [
        "site",
        file,
        "public",
        "--url",
        "https://example.org/",
        "--app",
        "dist",
        "--now",
        "2023-11-01T00:00:00Z",
    ];
    marchmap(desk, &[&words[..], more].concat(), b"")
}

#[track_caller]
fn says(ran: &Ran, said: &str) {
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains(said), "{}", ran.err);
}

#[test]
fn a_second_run_writes_nothing_and_what_is_gone_is_removed() {
    let desk = desk();
    let public = desk.path().join("public");
    let first = site(desk.path(), "events.json", &[]);
    says(&first, " 0 removed\n");
    assert_eq!(
        fs::read_to_string(public.join("events.json")).unwrap(),
        EVENTS
    );
    assert!(public.join("e/b/index.html").is_file() && public.join("app-1/start.js").is_file());
    says(
        &site(desk.path(), "events.json", &[]),
        ": 0 written, 0 removed\n",
    );
    fs::write(public.join("notes.txt"), "mine").unwrap();
    fs::write(
        desk.path().join("events.json"),
        EVENTS.replace("\"b\"", "\"c\""),
    )
    .unwrap();
    site(desk.path(), "events.json", &[]);
    assert!(!public.join("e/b").exists() && public.join("e/c/index.html").is_file());
    assert_eq!(
        fs::read_to_string(public.join("notes.txt")).unwrap(),
        "mine"
    );
}

#[test]
fn what_changed_since_the_last_site_is_told() {
    let desk = desk();
    site(desk.path(), "events.json", &[]);
    let moved = EVENTS.replace("T14:00", "T16:00");
    fs::write(desk.path().join("events.json"), &moved).unwrap();
    site(desk.path(), "events.json", &[]);
    let page = desk.path().join("public/changes/index.html");
    let text = fs::read_to_string(&page).unwrap();
    assert!(
        text.contains("New date or time") && text.contains("2:00") && text.contains("4:00"),
        "{text}"
    );
    // Another run tells the same.
    says(&site(desk.path(), "events.json", &[]), ": 0 written");
    fs::write(desk.path().join("old.json"), moved.replace("Rally", "Walk")).unwrap();
    site(desk.path(), "events.json", &["--before", "old.json"]);
    assert!(fs::read_to_string(&page).unwrap().contains("Before: Walk"));
}

#[test]
fn an_event_file_in_the_folder_of_the_site_is_read_and_left() {
    let desk = desk();
    fs::create_dir(desk.path().join("public")).unwrap();
    fs::write(desk.path().join("public/events.json"), EVENTS).unwrap();
    says(&site(desk.path(), "public/events.json", &[]), "written");
    says(&site(desk.path(), "public/events.json", &[]), ": 0 written");
    assert_eq!(
        fs::read_to_string(desk.path().join("public/events.json")).unwrap(),
        EVENTS
    );
}

#[test]
fn what_cannot_be_is_said_before_anything_is_written() {
    let desk = desk();
    let check = |words: &[&str], said: &str| {
        let ran = marchmap(desk.path(), words, b"");
        assert_eq!(ran.status, 2, "{}", ran.err);
        assert!(ran.err.contains(said), "{}", ran.err);
        assert!(!desk.path().join("public").exists());
    };
    let site = |url, app| ["site", "events.json", "public", "--url", url, "--app", app];
    check(&site("example.org", "dist"), "is not the address of a site");
    check(&site("https://a.org/", "nowhere"), "cannot read nowhere");
    check(&site("https://a.org/", "."), "no index.html");
    check(
        &["site", "none.json", "public", "--url", "https://a.org/"],
        "cannot read none.json",
    );
    let without = ["site", "events.json", "public", "--url", "https://a.org/"];
    check(&without, "built without the app");
}

#[test]
fn a_text_for_messengers_links_to_the_pages_of_the_site() {
    let desk = desk();
    let words = [
        "export",
        "events.json",
        "--to",
        "text",
        "--url",
        "https://example.org",
    ];
    let ran = marchmap(desk.path(), &words, b"");
    let expected = "Test\n\nSaturday, November 4, 2023\n\nLyon\n2:00 PM March\nhttps://example.org/e/a/\n\n\
        Sunday, November 5, 2023\n\nBonn\nRally\nhttps://example.org/e/b/\n\nhttps://example.org/\n";
    assert_eq!(ran.out.replace('\u{202f}', " "), expected);
    let ran = marchmap(desk.path(), &[&words[..], &["--max", "10"]].concat(), b"");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("fits into 10 characters"), "{}", ran.err);
}
