//! Headings in two rows: `Start,,End,,Place` above `Date,Time,Date,Time,Name`, as sheets with merged cells are saved to CSV.

use csv::{ReaderBuilder, StringRecord};

use super::columns::{Column, meaning};

/// The headings of a table under those of a row above that spans them, in the names of fields where both together mean one;
/// `None` where the last line above is no such row.
pub(super) fn headings(above: &str, delimiter: u8, own: &[&str]) -> Option<Vec<String>> {
    let last = above.trim_end_matches(['\r', '\n']).lines().next_back()?;
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(last.as_bytes());
    let mut groups = StringRecord::new();
    if !matches!(reader.read_record(&mut groups), Ok(true)) || groups.len() != own.len() {
        return None;
    }
    // A row that spans others leaves cells empty.
    if groups.iter().all(|cell| !cell.trim().is_empty()) {
        return None;
    }
    let mut group = "";
    let mut is_any = false;
    let mut headings = Vec::with_capacity(own.len());
    for (cell, own) in groups.iter().zip(own) {
        if !cell.trim().is_empty() {
            group = cell;
        }
        let both = together(group, own);
        is_any |= both.is_some();
        headings.push(both.map_or_else(|| (*own).to_owned(), str::to_owned));
    }
    is_any.then_some(headings)
}

/// What a heading means under another one.
fn together(group: &str, own: &str) -> Option<&'static str> {
    let field = |heading: &str| match meaning(heading) {
        Some(Column::Known(field)) => Some(field),
        _ => None,
    };
    Some(match (field(group)?, field(own)?) {
        ("start" | "begin", "start" | "weekday") => "start",
        ("start" | "begin", "time") => "time",
        ("start" | "begin", "minute") => "minute",
        ("start" | "begin", "half") => "half",
        ("end" | "finish", "start" | "weekday") => "end",
        ("end" | "finish", "time") => "end_time",
        ("end" | "finish", "minute") => "end_minute",
        ("end" | "finish", "half") => "end_half",
        ("place" | "location", "title") => "place",
        ("organizers", "title") => "organizers",
        _ => return None,
    })
}
