//! Rows without headings of which a cell holds an hour and more, “14h, place de la Réunion”: read as a line of a listing.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::draft::{Origin, Reading, Reject};
use crate::listing;
use crate::options::Options;
use crate::table::hour_cell;
use crate::when::time::time_at;
use crate::when::tokens::tokens;

/// Whether the hour of a row stands in a cell with other words.
pub fn is_in_words(cells: &[&str]) -> bool {
    let is_clock = |cell: &&str| matches!(hour_cell::clock(cell), Ok(Some(_)));
    let has_clock = |cell: &&str| {
        let tokens = tokens(cell.get(..200).unwrap_or(cell));
        (0..tokens.len()).any(|at| time_at(&tokens, at, false).is_some())
    };
    !cells.iter().any(is_clock) && cells.iter().any(has_clock)
}

/// The events of a row on a day; `texts` are its cells without that of the day.
pub fn read(
    texts: &[&str],
    day: NaiveDate,
    origin: &Origin,
    source: &Arc<str>,
    options: &Options,
) -> Reading {
    let line: Vec<String> = texts.iter().map(|text| text.replace('\n', ", ")).collect();
    let mut read = listing::read(&format!("{day}\n{}", line.join(" | ")), source, options);
    for draft in &mut read.drafts {
        draft.origin = origin.clone();
    }
    for reject in &mut read.rejects {
        reject.origin = origin.clone();
    }
    read.notes.clear();
    read
}

/// Such a row that has no day, rejected.
pub fn refused(texts: &[&str], origin: &Origin, reason: &str) -> Reading {
    let mut reading = Reading {
        entries: 1,
        ..Reading::default()
    };
    let text = texts.join(" | ");
    reading
        .rejects
        .push(Reject::new(origin.clone(), &text, reason));
    reading
}
