//! A folder with an event file and a sheet, and lines run in it.

use std::fs;
use std::path::Path;

use super::{Ran, marchmap};

pub const EVENTS: &str =
    r#"[{ "id": "a", "title": "Rally", "start": "2023-11-04", "city": "Lyon", "country": "FR" }]"#;

/// One row goes in, one has no place that is known.
pub const SHEET: &str =
    "date,title,city,country\n2023-11-04,March,Lyon,FR\n2023-11-05,Vigil,Nowhere,FR\n";

/// A folder with an event file and a sheet.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("events.json"), EVENTS).unwrap();
    fs::write(folder.path().join("sheet.csv"), SHEET).unwrap();
    folder
}

pub fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

#[track_caller]
pub fn runs(folder: &Path, line: &str, status: i32) -> Ran {
    let ran = marchmap(folder, &words(line), b"");
    assert_eq!(ran.status, status, "{line}: {}", ran.err);
    ran
}
