//! A table: its rows of cells and the headings above it.

use std::sync::Arc;

use crate::draft::{Draft, Origin, Reading, Reject};
use crate::table::MOST_COLUMNS;
use crate::table::day_above::{self, DayAbove};
use crate::when::reckoning::Reckoning;
use crate::when::title_day::written_in;

/// A cell: its text, and the first link in it.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// A line for each block in it.
    pub text: String,
    /// An address of the web.
    pub link: Option<String>,
}

/// A row of cells.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Its number in the source, counted from 1, where rows have one.
    pub number: Option<u64>,
    /// From the first column on.
    pub cells: Vec<Cell>,
    /// Struck through as a whole: what it says does not take place.
    pub is_struck: bool,
    /// Struck through in part: it may not take place, or not so.
    pub is_partly_struck: bool,
}

/// A table and the headings above it, the nearest last.
#[derive(Debug, Default)]
pub struct Grid {
    /// Texts of headings and of the caption.
    pub above: Vec<String>,
    /// All rows, those of the headings of columns too.
    pub rows: Vec<Row>,
    /// In how many rows at the start the headings of the columns are looked for.
    pub heading_within: usize,
    /// What the numbers of its rows count: `row`, or `line` of a text.
    pub unit: &'static str,
}

/// A day above rows, or why it is none.
pub(super) type Above = Option<Result<DayAbove, String>>;

impl Grid {
    /// The day that the nearest row above the headings of the columns names, or the nearest heading above.
    pub(super) fn day_above(&self, first: usize, reckoning: &Reckoning) -> Above {
        let texts = self.texts_above(first);
        day_above::day(texts.iter().map(String::as_str), reckoning)
    }

    /// The rows above the headings of the columns, and the headings above, the nearest first.
    pub(super) fn texts_above(&self, first: usize) -> Vec<String> {
        let rows = self.rows.iter().take(first).rev();
        let rows = rows.map(|row| once(&row.cells));
        rows.chain(self.above.iter().rev().cloned()).collect()
    }
}

/// The texts of cells, each once: a cell that spans several columns is in each.
fn once(cells: &[Cell]) -> String {
    let mut all: Vec<&str> = texts(cells);
    all.retain(|text| !text.is_empty());
    all.dedup();
    all.join(" ")
}

/// The texts of cells.
pub(super) fn texts(cells: &[Cell]) -> Vec<&str> {
    cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// What a row with one cell that is filled says, if it names a day, and so is no entry but a line above the rows below.
pub(super) fn heading_row(cells: &[Cell]) -> Option<&str> {
    let mut filled = cells.iter().filter(|cell| !cell.text.is_empty());
    match (filled.next(), filled.next()) {
        (Some(only), None) => written_in(&only.text).map(|_| only.text.as_str()),
        _ => None,
    }
}

/// What is said of a day above.
pub(super) fn note(day: &Above) -> Option<String> {
    day.as_ref()?.as_ref().ok()?.note()
}

/// Where a row stands.
pub(super) fn origin(
    row: &Row,
    unit: &'static str,
    source: &Arc<str>,
    reading: &Reading,
) -> Origin {
    let (unit, number) = match row.number {
        Some(number) => (unit, number),
        None => ("item", reading.entries as u64 + 1),
    };
    Origin {
        source: Arc::clone(source),
        unit,
        number,
    }
}

/// An entry of a row, of which only its text is known; a row too wide is rejected.
pub(super) fn begun(
    row: &Row,
    unit: &'static str,
    source: &Arc<str>,
    reading: &mut Reading,
) -> Option<Draft> {
    let origin = origin(row, unit, source, reading);
    let cells = &row.cells;
    let filled = texts(cells).into_iter().filter(|text| !text.is_empty());
    let text = filled.collect::<Vec<_>>().join(" | ");
    if cells.len() > MOST_COLUMNS {
        let reason = format!("more than {MOST_COLUMNS} cells");
        reading.reject(Reject::new(origin, &text, reason));
        return None;
    }
    let mut draft = Draft::new(origin, &text);
    if row.is_struck {
        draft.put("status", "cancelled");
    } else if row.is_partly_struck {
        draft.put("status", "tentative");
        let note = "some of its cells are struck through: listed as tentative";
        draft.notes.push(note.to_owned());
    }
    Some(draft)
}
