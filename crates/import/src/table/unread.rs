//! Cells under headings that are not known which may say where an entry is.

use super::columns::{Part, part};
use super::{hour_cell, stamp};
use crate::words;

/// The longest text of a place, in bytes.
const LONGEST: usize = 200;

/// Whether a cell may be the text of a place: no number, day, hour, address of the web or word with a meaning of its own.
pub(super) fn may_be_place(heading: &str, cell: &str) -> bool {
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 2
        && cell.len() <= LONGEST
        && !cell.contains("://")
        && !heading.trim().is_empty()
        && words::value(cell).is_none()
        && words::heading(heading) != Some("weekday")
        && !matches!(
            part(heading),
            Some(Part::Title | Part::About | Part::Date | Part::OtherDay | Part::Hour)
        )
        && !matches!(hour_cell::clock(cell), Ok(Some(_)))
        && stamp::said(cell).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_may_be_places() {
        for (heading, cell, expected) in [
            ("Zorb", "Bonn, Markt", true),
            ("Zorb", "https://a.example", false),
            ("Zorb", "14:00", false),
            ("Zorb", "2027-03-06", false),
            ("Zorb", "yes", false),
            ("Zorb", "12", false),
            ("Nama Aksi", "Walk", false),
            ("Timestamp", "some text", false),
        ] {
            assert_eq!(may_be_place(heading, cell), expected, "{heading}: {cell}");
        }
    }
}
