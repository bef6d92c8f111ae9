//! What was seen of a column whose heading is not known.

use std::collections::HashSet;

use crate::table::columns::{Part, part, reaches_someone};
use crate::table::position::well_known_text;
use crate::table::{hour_cell, stamp};
use crate::when::Said;
use crate::when::written::Form;

/// So many cells of a column, and rows of a table, are looked at.
pub const LOOKED_AT: usize = 500;
/// The longest title, in bytes.
const LONGEST: usize = 200;

/// What was seen of a column.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) heading: String,
    pub(super) part: Option<Part>,
    pub(super) dates: usize,
    pub(super) hours: usize,
    /// Positions in well-known text.
    pub(super) points: usize,
    /// Dates to the second, as a form writes when it was filled in.
    pub(super) stamps: usize,
    pub(super) texts: HashSet<String>,
    pub(super) cells: usize,
    pub(super) is_personal: bool,
}

impl Seen {
    pub(super) fn new(heading: &str) -> Self {
        Self {
            heading: heading.to_owned(),
            part: part(heading),
            dates: 0,
            hours: 0,
            points: 0,
            stamps: 0,
            texts: HashSet::new(),
            cells: 0,
            is_personal: false,
        }
    }

    pub(super) fn see(&mut self, cell: &str) {
        if self.cells >= LOOKED_AT {
            return;
        }
        self.cells += 1;
        if well_known_text(cell).is_some() {
            self.points += 1;
            return;
        }
        self.is_personal |= reaches_someone(cell);
        self.hours += usize::from(matches!(hour_cell::clock(cell), Ok(Some(_))));
        let is_named = self.part == Some(Part::Date);
        if stamp::said(cell).is_some_and(|said| is_named || is_day(&said, cell)) {
            self.dates += 1;
            self.stamps += usize::from(cell.matches(':').count() > 1);
        } else if is_text(cell) {
            self.texts.insert(cell.to_owned());
        }
    }

    /// Whether most of its cells are days.
    pub(super) fn is_of_days(&self) -> bool {
        self.dates > 0 && self.dates * 4 >= self.cells * 3
    }

    /// Whether most of its cells are texts.
    pub(super) fn is_text(&self) -> bool {
        self.dates == 0 && !self.texts.is_empty()
    }

    /// Whether nearly every row has a text of its own, of several words.
    pub(super) fn is_of_titles(&self, rows: usize) -> bool {
        let words = self
            .texts
            .iter()
            .map(|text| text.split_whitespace().count());
        let several = words.filter(|words| *words > 1).count();
        let unspaced = |text: &String| text.chars().any(|letter| u32::from(letter) >= 0x2e80);
        let differing = self.texts.len();
        differing > 1
            && differing * 5 >= rows * 4
            && (several * 2 > differing || self.texts.iter().all(unspaced))
    }
}

/// Whether a cell is a day under any heading, and no bare number.
fn is_day(said: &Said, cell: &str) -> bool {
    let is_number = stamp::is_bare_number(cell);
    let is_short =
        matches!(said, Said::Loosely { date, .. } if matches!(date.form, Form::TwoNumbers(_)));
    !is_number && !is_short || stamp::is_moment(said)
}

/// Whether a cell is a text such as a title, and no number, hour or address of the web.
fn is_text(cell: &str) -> bool {
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 3
        && cell.len() <= LONGEST
        && !cell.contains("://")
        && !matches!(hour_cell::clock(cell), Ok(Some(_)))
}
