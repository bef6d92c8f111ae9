//! Tables with days across the top and a place or name down the side: an entry for each cell that is filled.

use std::sync::Arc;

use super::in_words;
use super::rows::{Grid, Row, origin, texts};
use crate::draft::Reading;
use crate::options::Options;
use crate::table::columns::Column;
use crate::table::habits::Sight;
use crate::when::title_day::{title_day, written_in};

/// So many days at least stand across the top.
const LEAST: usize = 2;

/// The row that has days across the top, if the table is such a one and no row has a day of its own.
pub(super) fn heading(grid: &Grid) -> Option<usize> {
    let heads = |row: &Row| {
        let days = row.cells.get(1..).unwrap_or_default();
        let first = row
            .cells
            .first()
            .is_some_and(|cell| written_in(&cell.text).is_none());
        let mut filled = days.iter().filter(|cell| !cell.text.is_empty());
        let is_day =
            |text: &str| written_in(text).is_some() && text.split_whitespace().count() <= 6;
        first && filled.clone().count() >= LEAST && filled.all(|cell| is_day(&cell.text))
    };
    let at = grid.rows.iter().position(heads)?;
    let below = grid.rows.get(at + 1..).unwrap_or_default();
    let has_day = |row: &Row| {
        row.cells
            .iter()
            .any(|cell| written_in(&cell.text).is_some())
    };
    (!below.is_empty() && !below.iter().any(has_day)).then_some(at)
}

/// Takes the entries of such a table: each filled cell with the name of its row, on the day of its column.
pub(super) fn take(
    grid: &Grid,
    heading: usize,
    source: &Arc<str>,
    options: &Options,
    reading: &mut Reading,
) {
    let Some((top, below)) = grid.rows.get(heading..).and_then(<[Row]>::split_first) else {
        return;
    };
    let start = Column::Known("start");
    let mut sight = Sight::default();
    for cell in &top.cells {
        sight.see(&start, &cell.text);
    }
    let above = grid.rows.iter().take(heading).flat_map(|row| &row.cells);
    let above = above.map(|cell| &cell.text).chain(&grid.above);
    above.for_each(|text| sight.see_title(text));
    reading.notes.extend(sight.note(options));
    let habits = sight.habits(options);
    for row in below {
        let cells = texts(&row.cells);
        let name = cells.first().copied().unwrap_or_default();
        for (day, cell) in top.cells.iter().zip(cells).skip(1) {
            if cell.is_empty() {
                continue;
            }
            let origin = origin(row, grid.unit, source, reading);
            let read = match title_day(&day.text, &habits.reckoning) {
                Some(Ok(day)) => in_words::read(&[name, cell], day, &origin, source, options),
                Some(Err(reason)) => in_words::refused(&[name, cell], &origin, &reason),
                None => in_words::refused(&[name, cell], &origin, "no day stands above it"),
            };
            reading.append(read);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::Cell;
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let rows = rows.iter().enumerate().map(|(at, cells)| Row {
            number: Some(at as u64 + 1),
            cells: cells
                .iter()
                .map(|text| Cell {
                    text: (*text).to_owned(),
                    link: None,
                })
                .collect(),
            ..Row::default()
        });
        Grid {
            rows: rows.collect(),
            unit: "row",
            ..Grid::default()
        }
    }

    #[test]
    fn each_filled_cell_is_an_entry_on_the_day_of_its_column() {
        let grid = grid(&[
            &["Stadt", "Sa 6. März 2027", "So 7. März 2027"],
            &["Jena", "12:00 Holzmarkt", "14 Uhr, Markt"],
            &["Gera", "", "11 Uhr Museumsplatz"],
            &["Ulm", "abgesagt", ""],
        ]);
        let options = Options::new("2026-11-01".parse().unwrap());
        let mut reading = Reading::default();
        take(
            &grid,
            heading(&grid).unwrap(),
            &"s.xlsx".into(),
            &options,
            &mut reading,
        );
        let found: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| {
                let start = draft
                    .start
                    .map(|start| start.to_string())
                    .unwrap_or_default();
                let status = draft.text_of("status").unwrap_or_default();
                let city = draft.location.as_deref().unwrap_or_default();
                format!("{} {start} {city} {status}", draft.origin.number)
            })
            .collect();
        assert_eq!(
            found,
            [
                "2 2027-03-06T12:00 Jena ",
                "2 2027-03-07T14:00 Jena ",
                "3 2027-03-07T11:00 Gera ",
                "4 2027-03-06 Ulm cancelled",
            ]
        );
        assert!(reading.rejects.is_empty(), "{:?}", reading.rejects);
    }

    #[test]
    fn rows_with_days_of_their_own_are_none() {
        let listed = grid(&[
            &["Demo", "6.3.2027", "Anmeldung bis 1.3.2027"],
            &["Kundgebung", "7.3.2027", "Markt"],
        ]);
        assert_eq!(heading(&listed), None);
    }
}
