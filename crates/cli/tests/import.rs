//! What `marchmap import` makes of samples of every format, and that nothing is lost on the way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;

use run::{golden, marchmap, samples};
use serde_json::Value;

/// What a run left.
struct Left {
    said: String,
    status: i32,
    file: Value,
    rejects: Value,
}

/// Imports samples into a file of its own.
fn import(words: &[&str], before: Option<&str>) -> Left {
    let folder = tempfile::tempdir().unwrap();
    let (file, rejects) = (
        folder.path().join("events.json"),
        folder.path().join("events.rejects.json"),
    );
    if let Some(before) = before {
        fs::write(&file, before).unwrap();
    }
    let output = ["import", "-o", file.to_str().unwrap()];
    let ran = marchmap(&samples("import"), &[&output[..], words].concat(), b"");
    let json = |path| {
        fs::read_to_string(path).map_or(Value::Null, |text| serde_json::from_str(&text).unwrap())
    };
    Left {
        said: ran.err.replace(folder.path().to_str().unwrap(), ""),
        status: ran.status,
        file: json(&file),
        rejects: json(&rejects),
    }
}

fn count(value: &Value) -> usize {
    value.as_array().map_or(0, Vec::len)
}

/// Compares file, rejects and what was said with the golden files, and adds up.
#[track_caller]
fn check(name: &str, options: &[&str]) {
    let left = import(&[&[name][..], options].concat(), None);
    let found = format!(
        "{:#}\n\n--- rejects\n{:#}\n\n--- said\n{}",
        left.file["events"], left.rejects["rejects"], left.said
    );
    golden(&samples("import").join(format!("{name}.expected")), &found);
    // “9 entries read: 3 rejected, 6 gave 12 events (…)”
    let line = left
        .said
        .lines()
        .find(|line| line.contains("entries read"))
        .unwrap();
    let numbers: Vec<usize> = line
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    assert_eq!(numbers[0], numbers[1] + numbers[2], "{line}");
    assert_eq!(numbers[3], count(&left.file["events"]), "{line}");
    assert!(count(&left.rejects["rejects"]) >= numbers[1], "{line}");
    assert_eq!(left.status, i32::from(numbers[1] > 0), "{line}");
}

#[test]
fn tables() {
    check("sheet-fr.csv", &[]);
    check("ambiguous.csv", &[]);
    check("wide.tsv", &[]);
}

#[test]
fn calendars() {
    check("group.ics", &[]);
}

#[test]
fn maps() {
    check("map.geojson", &[]);
}

#[test]
fn pages() {
    check("page.html", &[]);
}

#[test]
fn other_programs() {
    for name in ["mobilizon", "gancio", "mobilize", "osdi", "activity"] {
        check(&format!("{name}.json"), &[]);
    }
}

#[test]
fn listings() {
    for language in [
        "ar", "de", "el", "en", "es", "fa", "fi", "fr", "he", "id", "it", "ja", "ka", "ko", "nl",
        "pl", "pt", "ru", "sv", "tr", "uk", "ur", "zh",
    ] {
        check(&format!("listing-{language}.txt"), &[]);
    }
}

#[test]
fn listings_of_other_shapes() {
    for shape in [
        "labels-es",
        "labels-ja",
        "days-es",
        "weekly-de",
        "easter-de",
        "blocks-de",
        "blocks-en",
        "cities-it",
        "cities-tr",
        "regions-fr",
        "hours-en",
    ] {
        check(&format!("listing-{shape}.txt"), &[]);
    }
}

/// The events of a calendar that was exported, and imported again.
fn there_and_back(format: &str) -> (Vec<Value>, Vec<Value>) {
    let folder = tempfile::tempdir().unwrap();
    let original = samples("export").join("events.json");
    let (taken, back) = (
        folder.path().join(format!("taken.{format}")),
        folder.path().join("back.json"),
    );
    let path = |path: &std::path::Path| path.to_str().unwrap().to_owned();
    let ran = marchmap(
        folder.path(),
        &[
            "export",
            &path(&original),
            "--to",
            format,
            "-o",
            &path(&taken),
        ],
        b"",
    );
    assert!(ran.status < 2, "{}", ran.err);
    let ran = marchmap(
        folder.path(),
        &["import", &path(&taken), "-o", &path(&back), "--unplaced"],
        b"",
    );
    assert!(ran.status < 2, "{}", ran.err);
    let whole = marchmap(
        folder.path(),
        &["export", &path(&original), "--to", "json"],
        b"",
    );
    let events = |text: &str| {
        serde_json::from_str::<Value>(text).unwrap()["events"]
            .as_array()
            .unwrap()
            .clone()
    };
    (
        events(&whole.out),
        events(&fs::read_to_string(back).unwrap()),
    )
}

#[test]
fn csv_and_geojson_come_back_whole() {
    for format in ["csv", "geojson", "json"] {
        let (original, back) = there_and_back(format);
        assert_eq!(original, back, "{format}");
    }
}

#[test]
fn a_calendar_comes_back_whole_but_for_what_has_no_date() {
    let (mut original, back) = there_and_back("ics");
    original.retain(|event| event.get("start").is_some());
    assert_eq!(original, back);
}

#[test]
fn what_was_changed_in_a_calendar_counts() {
    let folder = tempfile::tempdir().unwrap();
    let original = samples("export").join("events.json");
    let exported = marchmap(
        folder.path(),
        &["export", original.to_str().unwrap(), "--to", "ics"],
        b"",
    );
    let line = exported
        .out
        .lines()
        .find(|line| line.starts_with("SUMMARY:"))
        .unwrap();
    let changed = exported.out.replace(line, "SUMMARY:The great march");
    let (taken, back) = (
        folder.path().join("taken.ics"),
        folder.path().join("back.json"),
    );
    fs::write(&taken, changed).unwrap();
    let paths = [taken.to_str().unwrap(), back.to_str().unwrap()];
    let ran = marchmap(
        folder.path(),
        &["import", paths[0], "-o", paths[1], "--unplaced"],
        b"",
    );
    assert!(ran.status < 2, "{}", ran.err);
    let file = fs::read_to_string(back).unwrap();
    assert!(file.contains("\"The great march\""), "{file}");
    assert!(
        !file.contains(line.trim_start_matches("SUMMARY:")),
        "{file}"
    );
}

#[test]
fn the_same_again_changes_nothing_and_what_an_editor_wrote_stays() {
    let first = import(&["group.ics"], None);
    let again = import(&["group.ics"], Some(&first.file.to_string()));
    assert_eq!(first.file, again.file);
    assert!(
        again.said.contains("(0 added, 0 changed, 10 unchanged"),
        "{}",
        again.said
    );
    let mut edited = first.file.clone();
    edited["events"][0]["title"] = "The great march".into();
    let kept = import(&["group.ics"], Some(&edited.to_string()));
    assert_eq!(kept.file["events"][0]["title"], "The great march");
    let dry = import(&["group.ics", "--dry-run"], None);
    assert_eq!((dry.file, dry.rejects), (Value::Null, Value::Null));
    assert!(dry.said.contains("10 would be added"), "{}", dry.said);
}
