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
    for language in ["en", "fr", "es", "de"] {
        check(&format!("listing-{language}.txt"), &[]);
    }
}
