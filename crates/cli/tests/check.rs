//! What `marchmap check` says, to people and programs, and what it fixes.
//!
//! `UPDATE_GOLDEN=1 cargo test -p marchmap-cli --test check` writes what comes out now; read the
//! difference before committing it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;

use run::{golden, marchmap, samples};

const SAMPLES: [&str; 7] = [
    "places", "times", "twins", "links", "form", "features", "broken",
];

#[test]
fn samples_are_reported_as_they_should() {
    let folder = samples("check");
    for name in SAMPLES {
        let file = format!("{name}.json");
        let ran = marchmap(&folder, &["check", &file], b"");
        golden(&folder.join(format!("{name}.report")), &ran.out);
        assert_eq!(ran.err, "", "{name}");
        assert_eq!(ran.status, i32::from(ran.out.contains("error[")), "{name}");
    }
}

#[track_caller]
fn check_lines(text: &[u8], expected: &[(u64, u64, &str)]) {
    let ran = marchmap(
        &samples("check"),
        &["check", "--json", "--format-only", "-"],
        text,
    );
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let found: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| {
            let number = |name: &str| found[name].as_u64().unwrap();
            let code = found["code"].as_str().unwrap();
            (number("line"), number("column"), code)
        })
        .collect();
    assert_eq!(found, expected, "{}", ran.out);
}

#[test]
fn every_value_that_json_cannot_have_is_on_its_own_line() {
    let text = "[\n{\"title\": \"A\", \"start\": \"2023-11-04\", \"x\": NaN},\n\
                {\"title\": \"B\", \"start\": \"2023-11-04\",\n\"y\": [-Infinity, 1e999]},\n\
                {\"title\": \"é \\ud83d\", \"start\": \"2023-11-04\", \"z\": \"NaN \\ude00\"}\n]\n";
    let expected = [
        (2, 44, "not_json_number"),
        (4, 7, "not_json_number"),
        (4, 18, "not_json_number"),
        (5, 14, "half_character"),
        (5, 56, "half_character"),
    ];
    check_lines(text.as_bytes(), &expected);
    let marked = format!("\u{feff}{text}");
    check_lines(marked.as_bytes(), &expected);
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_lines(&utf16, &expected);
}

/// The same ids as in the page (`tests/browser/venue_time.rs`).
#[test]
fn abbreviations_are_no_zones() {
    for (zone, expected) in [
        ("BST", Some("not_a_zone")),
        ("AST", Some("not_a_zone")),
        ("IST", Some("not_a_zone")),
        ("EST5EDT", Some("not_a_zone")),
        ("SystemV/AST4", Some("not_a_zone")),
        ("US/Pacific-New", Some("not_a_zone")),
        ("Etc/Unknown", Some("not_a_zone")),
        ("+02:00", Some("not_a_zone")),
        ("UTC+2", Some("not_a_zone")),
        ("posix/Europe/Paris", Some("not_a_zone")),
        ("europe/PARIS", Some("spelling")),
        ("Asia/Calcutta", None),
        ("Etc/GMT+5", None),
        ("US/Pacific", None),
    ] {
        let text =
            format!(r#"[{{"title": "A", "start": "2031-05-03T14:00", "timezone": "{zone}"}}]"#);
        let found: Vec<_> = expected.map(|code| (1, 58, code)).into_iter().collect();
        check_lines(text.as_bytes(), &found);
    }
}

#[test]
fn what_is_safe_is_fixed_in_place() {
    let folder = tempfile::tempdir().unwrap();
    for name in SAMPLES {
        let file = format!("{name}.json");
        fs::copy(samples("check").join(&file), folder.path().join(&file)).unwrap();
        let before = fs::read_to_string(folder.path().join(&file)).unwrap();
        let look = marchmap(folder.path(), &["check", "--fix", "--dry-run", &file], b"");
        assert_eq!(
            fs::read_to_string(folder.path().join(&file)).unwrap(),
            before
        );
        let ran = marchmap(folder.path(), &["check", "--fix", &file], b"");
        let diff: String = look
            .out
            .lines()
            .take_while(|line| !line.starts_with(&file))
            .collect();
        assert!(
            ran.out.replace('\n', "").starts_with(&diff),
            "{name}: {}",
            ran.out
        );
        let after = fs::read_to_string(folder.path().join(&file)).unwrap();
        golden(&samples("check").join(format!("{name}.fixed")), &after);
        let again = marchmap(folder.path(), &["check", "--fix", &file], b"");
        assert_eq!(
            fs::read_to_string(folder.path().join(&file)).unwrap(),
            after,
            "{name}"
        );
        assert!(
            !again.out.contains("--fix can fix"),
            "{name}: {}",
            again.out
        );
    }
}

#[test]
fn programs_get_json_and_github_its_commands() {
    let folder = samples("check");
    let ran = marchmap(&folder, &["check", "--json", "times.json"], b"");
    golden(&folder.join("times.findings.json"), &ran.out);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["events"], 8);
    assert_eq!(ran.status, 1);
    let ran = marchmap(&folder, &["check", "--github", "times.json"], b"");
    golden(&folder.join("times.github"), &ran.out);
}

#[test]
fn standard_input_is_a_file_too() {
    let folder = samples("check");
    let bytes = fs::read(folder.join("places.json")).unwrap();
    let ran = marchmap(&folder, &["check", "-"], &bytes);
    assert!(ran.out.contains("--> standard input:"), "{}", ran.out);
    let ran = marchmap(&folder, &["check", "--fix", "-"], &bytes);
    assert_eq!(
        ran.out,
        fs::read_to_string(folder.join("places.fixed")).unwrap()
    );
    assert!(ran.err.contains("+++ standard input"), "{}", ran.err);
}

#[test]
fn ids_that_changed_are_told_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let event = |id: &str, title: &str| {
        format!(r#"{{"id": "{id}", "title": "{title}", "start": "2023-11-04", "city": "Lyon"}}"#)
    };
    let (one, other) = (event("lyon", "March"), event("other", "Vigil"));
    file("before.json", &format!("[{one}, {other}]"));
    file(
        "now.json",
        &format!("[{}, {other}]", event("lyon-march", "March")),
    );
    let words = ["check", "--before", "before.json", "now.json"];
    let ran = marchmap(folder.path(), &words, b"");
    assert!(
        ran.out
            .contains("warning[changed_id]: This event had the id “lyon” before"),
        "{}",
        ran.out
    );
    assert_eq!(ran.status, 0);
    let ran = marchmap(folder.path(), &[&words[..], &["--strict"]].concat(), b"");
    assert_eq!(ran.status, 1);
    marchmap(folder.path(), &[&words[..], &["--fix"]].concat(), b"");
    let after = fs::read_to_string(folder.path().join("now.json")).unwrap();
    assert_eq!(after, format!("[{one}, {other}]"));
}

#[test]
fn what_cannot_be_read_is_status_two() {
    let folder = tempfile::tempdir().unwrap();
    let ran = marchmap(folder.path(), &["check", "none.json"], b"");
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.starts_with("error: cannot read none.json"),
        "{}",
        ran.err
    );
    let ran = marchmap(
        folder.path(),
        &["check", "--gazetteer", "-", "none.json"],
        b"",
    );
    assert_eq!(ran.status, 2);
}

#[test]
fn lists_in_lists_without_end_are_one_error() {
    let folder = tempfile::tempdir().unwrap();
    let deep = "[".repeat(2_000_000);
    let ran = marchmap(folder.path(), &["check", "-"], deep.as_bytes());
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("error[not_json]"), "{}", ran.out);
    assert!(ran.out.len() < 4000, "{}", ran.out.len());
}

#[test]
fn the_bundled_calendar_is_sound() {
    let folder = samples("../../../public");
    let ran = marchmap(&folder, &["check", "--strict", "events.json"], b"");
    assert_eq!(ran.status, 0, "{}", ran.out);
}
