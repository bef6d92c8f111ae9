//! Tables whose cells are given, of pages and spreadsheets: a row for each entry, under headings of their own or under
//! a heading that names the day.

mod bare;
mod crossed;
mod guessed;
mod headed;
mod in_words;
mod rows;
pub mod spanning;

use std::sync::Arc;

use self::rows::texts;
pub use self::rows::{Cell, Grid, Row};
use crate::draft::Reading;
use crate::options::Options;
use crate::table::heading;

/// The entries in grids; `None` when none has any.
pub fn read(grids: &[Grid], source: &Arc<str>, options: &Options) -> Option<Reading> {
    let mut reading = Reading::default();
    for grid in grids {
        take(grid, source, options, &mut reading);
    }
    (!reading.drafts.is_empty()).then_some(reading)
}

/// Takes the entries of one grid; whether it has headings of its own.
pub fn take(grid: &Grid, source: &Arc<str>, options: &Options, reading: &mut Reading) -> bool {
    let rows: Vec<Vec<&str>> = grid.rows.iter().map(|row| texts(&row.cells)).collect();
    let first = reading.drafts.len();
    let crossed = crossed::heading(grid);
    let heading = match crossed {
        Some(_) => None,
        None => heading::find(&rows, &options.columns, grid.heading_within),
    };
    match (crossed, &heading) {
        (Some(at), _) => crossed::take(grid, at, source, options, reading),
        (None, Some(heading)) => headed::take(grid, heading, source, options, reading),
        (None, None) => bare::take(grid, source, options, reading),
    }
    let above = crossed.or(heading.as_ref().map(|heading| heading.first));
    let cells = rows
        .iter()
        .take(above.unwrap_or_default())
        .flatten()
        .copied();
    let titles = grid.above.iter().map(String::as_str);
    reading.stands_above(first, titles.chain(cells));
    crossed.is_some() || heading.is_some()
}
