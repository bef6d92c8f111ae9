//! Entries that do not take place, as tables say so: in a column whose heading is not known, in a status that is not known.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;

use run::marchmap;
use serde_json::Value;

/// The status of each event of a table, `-` for none, and what was said.
fn statuses(table: &str) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("table.csv"), table).unwrap();
    let ran = marchmap(
        folder.path(),
        &["import", "table.csv", "-o", "events.json"],
        b"",
    );
    assert!(ran.status < 2, "{}", ran.err);
    let file = fs::read(folder.path().join("events.json")).unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    let status = |event: &Value| event["status"].as_str().unwrap_or("-").to_owned();
    let events = file["events"].as_array().unwrap();
    (
        events.iter().map(status).collect(),
        format!("{}{}", ran.out, ran.err),
    )
}

#[test]
fn a_status_that_is_not_known_is_not_taken_for_certain() {
    let (found, said) = statuses(
        "title,start,city,status\nMarch,2030-05-04,Leeds,gesperrt\nRally,2030-05-05,Leeds,confirmed\n",
    );
    assert_eq!(found, ["tentative", "-"]);
    assert!(said.contains("gesperrt"), "{said}");
}

#[test]
fn a_remark_in_a_column_that_is_not_known_counts() {
    let (found, said) = statuses(
        "title,start,city,Tình trạng x\nMarch,2030-05-04,Leeds,đã hủy\nRally,2030-05-05,Leeds,hoãn\nVigil,2030-05-06,Leeds,OK\n",
    );
    assert_eq!(found, ["cancelled", "postponed", "-"]);
    assert!(said.contains("đã hủy"), "{said}");
}

#[test]
fn a_title_goes_before_a_status_that_calendars_write_by_themselves() {
    let (found, _) = statuses(
        "title,start,city,status\nCANCELLED: March,2030-05-04,Leeds,confirmed\nStudent debt cancelled,2030-05-05,Leeds,\n",
    );
    assert_eq!(found, ["cancelled", "tentative"]);
}
