//! The CSV that Marchmap itself writes: every cell back to what it was.
//!
//! The rules are those of `export::csv`, the other way round.

use std::sync::Arc;

use csv::StringRecord;
use event_file::Calendar;
use export::csv::{bare, csv};
use serde_json::Value;

use super::records::{Records, misshapen, origin};
use crate::draft::{Draft, Reading, Reject};

/// Whether these are the headings of Marchmap's own tables.
pub fn is_ours(headings: &[&str]) -> bool {
    let own = csv(&Calendar::default(), &[]);
    let own = own.trim_start_matches('\u{feff}').trim_end().split(',');
    let mut found = headings
        .iter()
        .map(|heading| heading.trim_start_matches('\u{feff}'));
    own.into_iter().all(|name| found.next() == Some(name))
}

/// Reads the rows.
pub fn read(
    records: &mut Records<'_>,
    headings: &[&str],
    source: &Arc<str>,
    reading: &mut Reading,
) {
    let own = csv(&Calendar::default(), &[]).matches(',').count() + 1;
    let names: Vec<String> = headings
        .iter()
        .map(|name| bare(name.trim_start_matches('\u{feff}')))
        .collect();
    let mut record = StringRecord::new();
    while let Some(row) = records.next(&mut record) {
        let origin = origin(source, row.line);
        let broken = row
            .broken
            .or_else(|| misshapen(row.text, &record, names.len()));
        if let Some(reason) = broken {
            reading.reject(Reject::new(origin, row.text, reason));
            continue;
        }
        let mut draft = Draft::new(origin, row.text);
        draft.ours = true;
        for (at, (name, cell)) in names.iter().zip(&record).enumerate() {
            if !cell.is_empty() {
                let value = value(name, &bare(cell), at < own);
                draft.fields.insert(name.clone(), value);
            }
        }
        reading.take(draft);
    }
}

/// A cell as the value it was written from.
fn value(name: &str, cell: &str, known: bool) -> Value {
    let json = || serde_json::from_str::<Value>(cell).ok();
    if cell.starts_with(['[', '{', '"']) || !known || matches!(name, "lat" | "lon" | "attendance") {
        return json().unwrap_or_else(|| cell.into());
    }
    match name {
        "kind" | "source" => super::value::one_or_more(cell.split("; ").map(Value::from)),
        "organizers" | "tags" => cell.split("; ").map(Value::from).collect(),
        _ => cell.into(),
    }
}
