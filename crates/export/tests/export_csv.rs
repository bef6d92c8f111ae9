//! What a spreadsheet reads from a CSV file is what the event file says, and nothing in it runs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod export_world;

use event_file::{Calendar, read};
use export::csv::bare;
use export_world::all;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// The records of RFC 4180.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.next_if_eq(&'\n').is_some() => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            letter => cell.push(letter),
        }
    }
    assert!(
        !quoted && cell.is_empty() && record.is_empty(),
        "a record is not finished"
    );
    records
}

/// A cell's value, by the rules of docs/export.md.
fn value(name: &str, cell: &str) -> Value {
    const LISTS: [&str; 4] = ["kind", "organizers", "tags", "source"];
    const NUMBERS: [&str; 3] = ["lat", "lon", "attendance"];
    let json = || serde_json::from_str::<Value>(cell).ok();
    let marked = cell.starts_with(['[', '{', '"']);
    if marked || NUMBERS.contains(&name) || name.starts_with("x-") {
        if let Some(value) = json() {
            return value;
        }
    } else if LISTS.contains(&name) && cell.contains("; ") {
        return cell.split("; ").map(Value::from).collect();
    }
    cell.into()
}

#[track_caller]
fn check(calendar: &Calendar) {
    let written = export::csv(calendar, &all(calendar));
    let records = records(written.strip_prefix('\u{feff}').unwrap());
    let (names, rows) = records.split_first().unwrap();
    let mut entries = Vec::new();
    for row in rows {
        assert_eq!(row.len(), names.len());
        for cell in row {
            let number = cell.parse::<f64>().is_ok();
            assert!(
                number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell:?}"
            );
        }
        let cells = names.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let entry: Map<String, Value> = cells
            .map(|(name, cell)| (name.clone(), value(name, &bare(cell))))
            .collect();
        entries.push(Value::Object(entry));
    }
    let (again, problems) = read(Value::from(entries).to_string().as_bytes()).unwrap();
    assert_eq!(again.events, calendar.events, "{problems:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_texts_a_spreadsheet_reads_the_same(calendar in export_world::calendar()) {
        check(&calendar);
    }
}

#[test]
fn the_bundled_calendar_is_whole() {
    let file = std::fs::read("../../public/events.json").unwrap();
    let (calendar, _) = read(&file).unwrap();
    check(&calendar);
}

#[test]
fn a_row_reads_like_a_spreadsheet() {
    let file = r#"[{ "id": "a", "title": "=cmd()", "start": "2023-11-04", "city": "Lyon, 3e", "lat": -4.5, "lon": 3,
        "tags": ["one", "two"], "buses": true }]"#;
    let (calendar, _) = read(file.as_bytes()).unwrap();
    let written = export::csv(&calendar, &[0]);
    let records = records(&written);
    let cell = |name: &str| {
        let at = records[0].iter().position(|found| found == name).unwrap();
        records[1][at].as_str()
    };
    assert_eq!(cell("title"), "'=cmd()");
    assert_eq!(cell("city"), "Lyon, 3e");
    assert_eq!((cell("lat"), cell("lon")), ("-4.5", "3.0"));
    assert_eq!(cell("tags"), "one; two");
    assert_eq!(cell("buses"), "true");
    assert_eq!(cell("organizers"), "");
}
