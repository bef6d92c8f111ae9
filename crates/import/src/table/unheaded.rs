//! Tables whose headings mean nothing that is known: no listing, though every line of them is text.

use csv::{ReaderBuilder, StringRecord};

use super::hour_cell;
use super::shape::says_when;
use super::stamp;

/// How many rows are looked at.
const LOOKED_AT: usize = 25;
/// The most letters of a heading.
const LONGEST_HEADING: usize = 60;

/// The headings of a text that is a table: rows of as many cells under cells of words, and a column of dates or hours.
pub fn unheaded(text: &str) -> Option<String> {
    let headings = b"\t;,|".iter().find_map(|delimiter| {
        let rows = rows(text, *delimiter);
        let (heading, body) = rows.split_first()?;
        is_table(heading, body).then(|| heading.iter().collect::<Vec<_>>().join(", "))
    })?;
    Some(headings.chars().take(120).collect())
}

fn rows(text: &str, delimiter: u8) -> Vec<StringRecord> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().take(LOOKED_AT).map_while(Result::ok);
    rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
        .collect()
}

fn is_table(heading: &StringRecord, body: &[StringRecord]) -> bool {
    let is_heading = |cell: &str| {
        // Commas of sentences have a space behind them.
        !cell.starts_with(' ')
            && cell.chars().count() <= LONGEST_HEADING
            && cell.chars().any(char::is_alphabetic)
            && !says_when(cell)
    };
    let is_even = !body.is_empty() && body.iter().all(|row| row.len() == heading.len());
    if heading.len() < 3 || !is_even || !heading.iter().all(is_heading) {
        return false;
    }
    (0..heading.len()).any(|column| {
        let cells = body.iter().filter_map(|row| row.get(column));
        let days = cells.filter(|cell| {
            let cell = cell.trim();
            stamp::said(cell).is_some() || matches!(hour_cell::clock(cell), Ok(Some(_)))
        });
        days.count() * 2 > body.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_told_from_a_listing() {
        let table = "ngay;gio;noi\n2023-11-04;14:00;Hanoi\n2023-11-05;15:00;Hue\n";
        assert_eq!(unheaded(table).as_deref(), Some("ngay, gio, noi"));
        for listing in [
            "Lyon, Place Bellecour, 14h\nParis, République, 15h\n",
            "Saturday, 4 November 2023\nLeeds, City Square, 2 pm\n",
            "Our marches, all of them, in November\n\nLeeds, 4 November 2023, City Square\n",
            "A text, and more, of words\nbut no day, or hour, in it\n",
            "",
        ] {
            assert_eq!(unheaded(listing), None, "{listing}");
        }
    }
}
