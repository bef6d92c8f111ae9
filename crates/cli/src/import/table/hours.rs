//! A column of hours whose heading is not known: no cell of it can be anything else.

use super::columns::Column;
use super::{hour_cell, shape, stamp};

/// The columns of unknown headings of a table, and what is in their cells.
#[derive(Debug, Default)]
pub struct Hours {
    unknown: Vec<Unknown>,
    /// Whether a column that is known, or the day, says the hour.
    is_said: bool,
}

/// A column of an unknown heading.
#[derive(Debug)]
struct Unknown {
    heading: String,
    hours: usize,
    others: usize,
}

impl Hours {
    /// Whether a column says the hour, so that no other has to be looked for.
    pub fn is_column(column: &Column) -> bool {
        matches!(column, Column::Known("time" | "all_day"))
    }

    /// Takes a cell into account.
    pub fn see(&mut self, column: &Column, heading: &str, cell: &str) {
        let cell = cell.trim();
        match column {
            // The day says the hour.
            Column::Known("start") if stamp::clock_of(cell).is_some() => self.is_said = true,
            column if Self::is_column(column) => self.is_said = true,
            Column::Other(_) if !cell.is_empty() => {
                let at = self.unknown.iter().position(|own| own.heading == heading);
                let at = at.unwrap_or_else(|| {
                    let heading = heading.to_owned();
                    self.unknown.push(Unknown {
                        heading,
                        hours: 0,
                        others: 0,
                    });
                    self.unknown.len() - 1
                });
                match is_hour(cell) {
                    true => self.unknown[at].hours += 1,
                    false => self.unknown[at].others += 1,
                }
            }
            _ => {}
        }
    }

    /// Takes the one unknown column whose cells are all hours for the time, where the table has none; what is said about
    /// it.
    pub fn settle<'c>(
        &self,
        columns: impl Iterator<Item = (&'c str, &'c mut Column)>,
    ) -> Option<String> {
        let found = |own: &&Unknown| own.hours > 0 && own.others == 0 && !self.is_said;
        let mut found = self.unknown.iter().filter(found);
        let one = found.next()?.heading.trim();
        if let Some(other) = found.next() {
            return Some(format!(
                "“{one}” and “{}” hold hours that are not read; --map COLUMN=time says which is the beginning",
                other.heading.trim()
            ));
        }
        for (heading, column) in columns {
            if heading.trim() == one && matches!(column, Column::Other(_)) {
                *column = Column::Known("time");
            }
        }
        Some(format!(
            "“{one}” holds hours: taken for the time; --map COLUMN=FIELD says otherwise"
        ))
    }
}

/// Whether a cell can be nothing but an hour, or says that it is open.
fn is_hour(cell: &str) -> bool {
    matches!(hour_cell::clock(cell), Ok(Some(_))) && shape::says_hour(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which column is the time, in rows under headings; `*` marks those that are known.
    #[track_caller]
    fn check(headings: &[&str], rows: &[&[&str]], expected: Option<&str>) {
        let column = |heading: &&str| match *heading {
            "*start" => Column::Known("start"),
            "*time" => Column::Known("time"),
            other => Column::Other(other.to_owned()),
        };
        let mut columns: Vec<Column> = headings.iter().map(column).collect();
        let mut hours = Hours::default();
        for row in rows {
            for ((column, heading), cell) in columns.iter().zip(headings).zip(*row) {
                hours.see(column, heading, cell);
            }
        }
        let note = hours.settle(headings.iter().copied().zip(&mut columns));
        let is_time = |(column, heading): (&Column, &&str)| {
            *column == Column::Known("time") && !heading.starts_with('*')
        };
        let found = columns.iter().zip(headings);
        let found = found.filter(|(column, heading)| is_time((column, heading)));
        let found: Vec<&str> = found.map(|(_, heading)| *heading).collect();
        assert_eq!(found.first().copied(), expected, "{note:?}");
    }

    #[test]
    fn the_one_column_that_holds_hours_is_the_time() {
        let day = "2023-11-04";
        check(
            &["*start", "Avgang", "Note"],
            &[
                &[day, "14:00", "14:00"],
                &[day, "", "water"],
                &[day, "3 pm", ""],
            ],
            Some("Avgang"),
        );
        check(&["*start", "A", "B"], &[&[day, "14:00", "16:00"]], None);
        check(&["*start", "Size"], &[&[day, "1400"]], None);
        check(&["*start", "A"], &[&["2023-11-04 14:00", "13:30"]], None);
        check(&["*start", "*time", "A"], &[&[day, "14:00", "13:30"]], None);
    }
}
