//! A column of hours whose heading is not known: no cell of it can be anything else.

use chrono::NaiveTime;

use super::columns::{Column, Part, is_needless, part};
use super::{hour_cell, shape, stamp};

/// The columns of unknown headings of a table, and what is in their cells.
#[derive(Debug, Default)]
pub struct Hours {
    unknown: Vec<Unknown>,
    /// Whether a column that is known, or the day, says the hour.
    is_said: bool,
    /// Which row is seen.
    row: usize,
}

/// A column of an unknown heading.
#[derive(Debug)]
struct Unknown {
    heading: String,
    hours: usize,
    others: usize,
    /// The hours of the first rows, each with its row.
    clocks: Vec<(usize, NaiveTime)>,
}

/// So many hours of a column are compared with those of another.
const COMPARED: usize = 500;

impl Hours {
    /// Whether a column says the hour, so that no other has to be looked for.
    pub fn is_column(column: &Column) -> bool {
        matches!(column, Column::Known("time" | "all_day"))
    }

    /// The cells that follow are those of the next row.
    pub fn next_row(&mut self) {
        self.row += 1;
    }

    /// Takes a cell into account.
    pub fn see(&mut self, column: &Column, heading: &str, cell: &str) {
        let cell = cell.trim();
        match column {
            // The day says the hour.
            Column::Known("start") if stamp::clock_of(cell).is_some() => self.is_said = true,
            column if Self::is_column(column) => self.is_said = true,
            // “Submission time”.
            Column::Other(_) if part(heading) == Some(Part::OtherDay) || is_needless(heading) => {}
            Column::Other(_) if !cell.is_empty() => {
                let at = self.unknown.iter().position(|own| own.heading == heading);
                let at = at.unwrap_or_else(|| {
                    let heading = heading.to_owned();
                    self.unknown.push(Unknown {
                        heading,
                        hours: 0,
                        others: 0,
                        clocks: Vec::new(),
                    });
                    self.unknown.len() - 1
                });
                let own = &mut self.unknown[at];
                match hour(cell) {
                    Some(clock) => {
                        own.hours += 1;
                        if own.clocks.len() < COMPARED {
                            own.clocks.push((self.row, clock));
                        }
                    }
                    None => own.others += 1,
                }
            }
            _ => {}
        }
    }

    /// Takes the one unknown column whose cells are all hours for the time, where the table has none, or of two the one
    /// that is always earlier, and the other for the end; what is said about it.
    pub fn settle<'c>(
        &self,
        columns: impl Iterator<Item = (&'c str, &'c mut Column)>,
    ) -> Option<String> {
        let found = |own: &&Unknown| own.hours > 0 && own.others == 0 && !self.is_said;
        let found: Vec<&Unknown> = self.unknown.iter().filter(found).collect();
        let (time, end) = match found[..] {
            [] => return None,
            [only] => (only, None),
            [one, other] if one.is_before(other) => (one, Some(other)),
            [one, other] if other.is_before(one) => (other, Some(one)),
            [one, other, ..] => {
                return Some(format!(
                    "“{}” and “{}” hold hours that are not read; --map COLUMN=time says which is the beginning",
                    one.heading.trim(),
                    other.heading.trim()
                ));
            }
        };
        let (mut taken, mut has_end) = (false, false);
        for (heading, column) in columns {
            has_end |= matches!(column, Column::Known("end" | "end_time"));
            if !matches!(column, Column::Other(_)) {
                continue;
            }
            if heading == time.heading {
                (*column, taken) = (Column::Known("time"), true);
            } else if end.is_some_and(|end| end.heading == heading) && !has_end {
                *column = Column::Known("end_time");
            }
        }
        let time = time.heading.trim();
        taken.then(|| match end {
            Some(end) => format!(
                "“{time}” and “{}” hold hours, the second always later: taken for the time and the end; --map COLUMN=FIELD says otherwise",
                end.heading.trim()
            ),
            None => format!(
                "“{time}” holds hours: taken for the time; --map COLUMN=FIELD says otherwise"
            ),
        })
    }
}

impl Unknown {
    /// Whether its hours are those of beginnings and the other's those of ends: earlier in every row, in two at least.
    fn is_before(&self, other: &Self) -> bool {
        let mut rows = 0;
        for (row, from) in &self.clocks {
            let Some((_, to)) = other.clocks.iter().find(|(own, _)| own == row) else {
                continue;
            };
            // Midnight as an end is the last hour of its day.
            if to <= from && *to != NaiveTime::MIN {
                return false;
            }
            rows += 1;
        }
        let all = self.clocks.iter().map(|(row, _)| row);
        let alone = other
            .clocks
            .iter()
            .filter(|(row, _)| !all.clone().any(|own| own == row));
        rows > 1 && alone.count() == 0
    }
}

/// The hour of a cell that can be nothing but one.
fn hour(cell: &str) -> Option<NaiveTime> {
    // “1”, “2”: the numbers of rows.
    if cell.parse::<u32>().is_ok() {
        return None;
    }
    let clock = hour_cell::end_clock(cell).ok().flatten()?;
    (shape::says_hour(cell) || hour_cell::clock(cell).is_err()).then_some(clock.from)
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
            hours.next_row();
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
        let two: [&[&str]; 2] = [&[day, "16:00", "14:00"], &[day, "24:00", "19:30"]];
        check(&["*start", "A", "B"], &two, Some("B"));
        let two: [&[&str]; 2] = [&[day, "16:00", "14:00"], &[day, "18:00", "19:30"]];
        check(&["*start", "A", "B"], &two, None);
        let sent: [&[&str]; 1] = [&[day, "16:00"]];
        check(&["*start", "Submitted (hour)"], &sent, None);
        check(&["*start", "Size"], &[&[day, "1400"]], None);
        let numbers: [&[&str]; 2] = [&[day, "1"], &[day, "2"]];
        check(&["*start", "Nr.p.k."], &numbers, None);
        check(&["*start", "A"], &[&["2023-11-04 14:00", "13:30"]], None);
        check(&["*start", "*time", "A"], &[&[day, "14:00", "13:30"]], None);
    }
}
