//! Cells left empty below a value, as a sheet with merged cells is saved to CSV: the day stands once, above its rows.

use chrono::NaiveDate;
use csv::StringRecord;

use super::columns::Column;
use super::habits::Habits;
use super::records::Records;
use super::stamp;
use crate::draft::Stamp;
use crate::when;

/// What is said of a row that was completed.
pub(super) const NOTE: &str =
    "what it leaves empty up to its first own cell, the day among it, is that of the row above";

/// So many rows without a day must there be: a single one may be a forgotten day.
const LEAST: usize = 2;

/// Completes rows of a table whose days are merged.
pub(super) struct Merged {
    /// The column of days, where they are merged.
    start: Option<usize>,
    /// The last row, completed.
    above: Option<StringRecord>,
}

impl Merged {
    /// Looks through rows: days are merged where they stand in ascending order from the first row on, and some rows that say
    /// an hour or a place leave their first cells empty up to the day.
    pub(super) fn find(records: &Records<'_>, columns: &[Column], habits: &Habits) -> Self {
        let at = |column: &Column| matches!(column, Column::Known("start"));
        let start = columns.iter().position(at);
        let merged = start.filter(|start| is_merged(records.clone(), *start, columns, habits));
        Self {
            start: merged,
            above: None,
        }
    }

    /// Puts the cells of the row above into those that a row leaves empty up to its first own one; whether it did.
    pub(super) fn fill(&mut self, record: &mut StringRecord) -> bool {
        let Some(start) = self.start else {
            return false;
        };
        if is_empty(record) {
            self.above = None;
            return false;
        }
        let leading = leading(record);
        let filled = match &self.above {
            Some(above) if leading > start => {
                let own = record.iter().skip(leading).map(str::to_owned);
                let cells: Vec<String> = above
                    .iter()
                    .take(leading)
                    .map(str::to_owned)
                    .chain(own)
                    .collect();
                *record = StringRecord::from(cells);
                true
            }
            _ => false,
        };
        self.above = Some(record.clone());
        filled
    }
}

fn is_merged(mut records: Records<'_>, start: usize, columns: &[Column], habits: &Habits) -> bool {
    let mut record = StringRecord::new();
    let (mut without, mut last, mut days) = (0, None, 0);
    while let Some(row) = records.next(&mut record) {
        if row.broken.is_some() || is_empty(&record) {
            continue;
        }
        if leading(&record) > start {
            without += usize::from(last.is_some() && says_more(&record, columns));
            continue;
        }
        if let Some(day) = record.get(start).and_then(|cell| day(cell, habits)) {
            if last.is_some_and(|last| day <= last) {
                return false;
            }
            last = Some(day);
            days += 1;
        }
    }
    days > 1 && without >= LEAST
}

/// How many cells are empty before the first that is not.
fn leading(record: &StringRecord) -> usize {
    record
        .iter()
        .take_while(|cell| cell.trim().is_empty())
        .count()
}

fn is_empty(record: &StringRecord) -> bool {
    leading(record) == record.len()
}

/// Whether a row names an hour or a place.
fn says_more(record: &StringRecord, columns: &[Column]) -> bool {
    let says = |column: &Column| {
        matches!(
            column,
            Column::Known("time" | "place" | "city" | "location" | "address")
        )
    };
    let mut cells = columns.iter().zip(record);
    cells.any(|(column, cell)| says(column) && !cell.trim().is_empty())
}

fn day(cell: &str, habits: &Habits) -> Option<NaiveDate> {
    let said = stamp::said(cell)?;
    match when::span(&said, cell, &habits.reckoning).ok()?.start {
        Stamp::Wall(at) => Some(at.date),
        Stamp::Moment(at) => Some(at.date_naive()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::read;
    use crate::options::Options;

    #[track_caller]
    fn check(rows: &[&str], expected: &[&str]) {
        let text = format!("Datum;Ort;Uhrzeit;Treffpunkt\n{}\n", rows.join("\n"));
        let source: Arc<str> = "sheet.csv".into();
        let read = read(&text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
        let found: Vec<String> = read
            .drafts
            .iter()
            .map(|draft| {
                let start = draft.start.map_or(String::new(), |start| start.to_string());
                let place = draft.location.as_deref().or(draft.text_of("city"));
                format!("{start} {}", place.unwrap_or("-"))
            })
            .collect();
        assert_eq!(found, expected, "{rows:?}");
    }

    #[test]
    fn a_day_written_once_holds_for_the_rows_below_it() {
        check(
            &[
                "30.04.2024;Köln;18 Uhr;Neumarkt",
                "01.05.2024;Bonn;10 Uhr;Markt",
                ";Essen;11 Uhr;Burgplatz",
                ";;13 Uhr;Willy-Brandt-Platz",
                "02.05.2024;Trier;17 Uhr;Kornmarkt",
            ],
            &[
                "2024-04-30T18:00 Köln",
                "2024-05-01T10:00 Bonn",
                "2024-05-01T11:00 Essen",
                "2024-05-01T13:00 Essen",
                "2024-05-02T17:00 Trier",
            ],
        );
    }

    #[test]
    fn a_forgotten_day_is_not_that_of_the_row_above() {
        // One row without a day; days that do not ascend; a blank row between.
        let only = [
            "30.04.2024;Köln;18 Uhr;",
            ";Essen;11 Uhr;",
            "02.05.2024;Trier;17 Uhr;",
        ];
        check(&only, &["2024-04-30T18:00 Köln", "2024-05-02T17:00 Trier"]);
        let unsorted = [
            "30.05.2024;Köln;18 Uhr;",
            ";Essen;11 Uhr;",
            ";Bonn;11 Uhr;",
            "02.05.2024;Trier;17 Uhr;",
        ];
        check(
            &unsorted,
            &["2024-05-30T18:00 Köln", "2024-05-02T17:00 Trier"],
        );
    }
}
