//! Where a table's heading is, and what stands between its cells.

use csv::{ReaderBuilder, StringRecord};

use super::columns::known;
use crate::when::date::date_at;
use crate::when::time::time_at;
use crate::when::tokens::tokens;

/// The most bytes of a row.
pub const LONGEST_ROW: usize = 1 << 20;

/// The most columns of a table.
pub const MOST_COLUMNS: usize = 1000;
/// In how many rows at the start a heading is looked for.
const HEADING_WITHIN: usize = 25;

/// Where a table's heading is and what stands between its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The byte between cells.
    pub delimiter: u8,
    /// The byte at which the heading begins.
    pub heading: usize,
}

/// Finds the heading of a table: of its first rows the one with the most headings that are known, two at least, or
/// one when the editor has named columns.
pub fn shape(text: &str, decided: &[(String, String)]) -> Option<Shape> {
    let least = if decided.is_empty() { 2 } else { 1 };
    let mut best: Option<(usize, Shape)> = None;
    for delimiter in *b",;\t|" {
        let mut rows = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        for _ in 0..HEADING_WITHIN {
            let from = usize::try_from(rows.position().byte()).unwrap_or(usize::MAX);
            if !matches!(rows.read_record(&mut record), Ok(true)) {
                break;
            }
            let to = usize::try_from(rows.position().byte()).unwrap_or(usize::MAX);
            if to - from > LONGEST_ROW || record.len() > MOST_COLUMNS {
                break;
            }
            let cells: Vec<&str> = record.iter().collect();
            // “Berlin: 14:00 (Treffpunkt), 14:30 (Start), Platz” is a line of a listing.
            let found = match cells
                .iter()
                .any(|cell| says_when(cell) && !has_example(cell))
            {
                true => 0,
                false => known(&cells, decided),
            };
            if found >= least && best.is_none_or(|(most, _)| found > most) {
                let skipped = text.get(from..to).unwrap_or_default();
                let blank = skipped.len() - skipped.trim_start_matches(['\n', '\r']).len();
                let heading = from + blank;
                best = Some((found, Shape { delimiter, heading }));
            }
        }
    }
    best.map(|(_, shape)| shape)
}

/// “Time (24h)”, “Date (e.g. 4/11/2023)”: a heading that is known, and how its cells are written.
fn has_example(cell: &str) -> bool {
    let heading = cell.split_once(['(', '[', '（']);
    heading.is_some_and(|(heading, _)| known(&[heading], &[]) > 0)
}

/// Whether there is a date or an hour in a cell, as there is in none of a heading.
pub fn says_when(cell: &str) -> bool {
    let tokens = tokens(cell.get(..200).unwrap_or(cell));
    (0..tokens.len().min(40))
        .any(|at| time_at(&tokens, at, false).is_some() || date_at(&tokens, at).is_some())
}

/// Whether there is an hour in a text.
pub fn says_hour(text: &str) -> bool {
    let tokens = tokens(text.get(..200).unwrap_or(text));
    (0..tokens.len().min(40)).any(|at| time_at(&tokens, at, false).is_some())
}
