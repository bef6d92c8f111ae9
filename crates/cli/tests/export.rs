//! What `marchmap export` writes, and says beside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;

use run::{golden, marchmap, samples};

const FORMATS: [&str; 5] = ["ics", "csv", "geojson", "jsonld", "json"];

/// Without the moment of writing, which is another one each time.
fn timeless(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !line.starts_with("DTSTAMP:")).collect()
}

#[test]
fn every_format_is_written() {
    let folder = samples("export");
    for format in FORMATS {
        let ran = marchmap(&folder, &["export", "events.json", "--to", format], b"");
        assert_eq!(ran.status, 0, "{}", ran.err);
        golden(&folder.join(format!("all.{format}")), &timeless(&ran.out));
    }
}

#[track_caller]
fn check(query: &str, lang: &[&str], titles: &[&str], said: &str) {
    let words = ["export", "events.json", "--to", "json", "--query", query];
    let ran = marchmap(&samples("export"), &[&words[..], lang].concat(), b"");
    let file: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let events = file["events"].as_array().unwrap();
    let found: Vec<_> = events
        .iter()
        .map(|event| event["title"].as_str().unwrap())
        .collect();
    assert_eq!(found, titles, "{query}");
    assert!(ran.err.contains(said), "{query}: {}", ran.err);
}

#[test]
fn a_link_chooses_what_it_shows() {
    check(
        "country=DE&when=all",
        &[],
        &["March in Berlin"],
        "1 of 4 events match\n",
    );
    check(
        "?q=france&when=all",
        &[],
        &["March in Lyon", "No time yet"],
        "2 of 4",
    );
    check(
        "q=فرنسا&when=all",
        &["--lang", "ar"],
        &["March in Lyon", "No time yet"],
        "2 of 4",
    );
    check(
        "now=2023-11-04T16:30:00Z",
        &[],
        &["March in Berlin", "No time yet", "No date"],
        "add when=all",
    );
    check("from=2023-11-05", &[], &["No time yet"], "1 of 4");
    check(
        "colour=red&when=all",
        &[],
        &["March in Lyon", "March in Berlin", "No time yet", "No date"],
        "“colour=red” is not understood",
    );
}

#[test]
fn what_is_left_out_is_said() {
    let folder = samples("export");
    let ran = marchmap(&folder, &["export", "events.json", "--to", "ics"], b"");
    assert!(ran.err.contains("1 without a date"), "{}", ran.err);
    let ran = marchmap(
        &folder,
        &["export", "-", "--to", "csv"],
        b"[5, {\"title\": \"A\"}]",
    );
    assert!(ran.err.contains("1 entries are no events"), "{}", ran.err);
    assert!(
        ran.err.contains("standard input has problems"),
        "{}",
        ran.err
    );
}

#[test]
fn the_file_asked_for_is_written_whole() {
    let folder = tempfile::tempdir().unwrap();
    let events = fs::read(samples("export").join("events.json")).unwrap();
    let words = ["export", "-", "--to", "csv", "-o", "out.csv"];
    let ran = marchmap(folder.path(), &words, &events);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
    let written = fs::read_to_string(folder.path().join("out.csv")).unwrap();
    assert_eq!(
        written,
        fs::read_to_string(samples("export").join("all.csv")).unwrap()
    );
    let before = written;
    let ran = marchmap(folder.path(), &words, b"<!doctype html>");
    assert_eq!(ran.status, 2);
    assert!(
        ran.err
            .starts_with("error: standard input is no event file."),
        "{}",
        ran.err
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("out.csv")).unwrap(),
        before
    );
}

#[test]
fn a_language_nobody_wrote_is_refused() {
    let words = ["export", "events.json", "--to", "ics", "--lang", "tlh"];
    let ran = marchmap(&samples("export"), &words, b"");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("use one of en, ar, de"), "{}", ran.err);
}
