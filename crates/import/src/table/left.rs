//! Columns that are left over: what one is of, by the words of its heading and by what its cells hold, where the table has
//! no day, no title or no place without it.

mod described;
mod seen;

pub use self::seen::LOOKED_AT;

use self::described::Described;
use self::seen::Seen;
use super::columns::{Column, Part};
use super::{hour_cell, stamp};

/// The columns of headings that are not known.
#[derive(Debug, Default)]
pub struct Left {
    columns: Vec<Seen>,
    /// The most cells that a column has.
    rows: usize,
    /// Hours are written with their day.
    days_with_hours: bool,
    /// Cells of the column of hours, and those of them that are days.
    times: usize,
    time_days: usize,
    /// The day says the hour.
    says_hour: bool,
    starts: Starts,
    described: Described,
}

/// What was seen of the column that is taken for the day.
#[derive(Debug, Default)]
struct Starts {
    cells: usize,
    dates: usize,
    hours: usize,
}

impl Left {
    /// Takes a cell into account.
    pub fn see(&mut self, column: &Column, heading: &str, cell: &str) {
        // “–” and “?” say that nothing is known.
        let cell = cell.trim_matches(|sign: char| sign.is_whitespace() || "-–—?".contains(sign));
        match column {
            Column::Known("start") if !cell.is_empty() && self.starts.cells < LOOKED_AT => {
                self.starts.cells += 1;
                self.starts.dates += usize::from(stamp::said(cell).is_some());
                self.starts.hours += usize::from(matches!(hour_cell::clock(cell), Ok(Some(_))));
                self.says_hour |= stamp::clock_of(cell).is_some();
            }
            Column::Known("time") if !cell.is_empty() => {
                self.times += 1;
                let bare = stamp::is_bare_number(cell);
                self.time_days += usize::from(!bare && stamp::said(cell).is_some());
                self.days_with_hours |=
                    stamp::said(cell).is_some_and(|said| stamp::time_of(&said).is_some());
            }
            Column::Known("description") if !cell.is_empty() => self.described.see(heading, cell),
            Column::Other(_) if !cell.is_empty() => {
                let at = self.columns.iter().position(|own| own.heading == heading);
                let at = at.unwrap_or_else(|| {
                    self.columns.push(Seen::new(heading));
                    self.columns.len() - 1
                });
                self.columns[at].see(cell);
                self.rows = self.rows.max(self.columns[at].cells);
            }
            _ => {}
        }
    }

    /// Gives columns the fields that the table lacks; what is said of it. `dated`: something else than a column says the day.
    pub fn settle(&self, columns: &mut [(&str, &mut Column)], dated: bool) -> Vec<String> {
        let mut notes = Vec::new();
        let mut taken = Vec::new();
        let has = |columns: &[(&str, &mut Column)], fields: &[&str]| {
            let mut columns = columns.iter();
            columns.any(|(_, column)| match &**column {
                Column::Known(field) | Column::Translated(field, _) => fields.contains(field),
                _ => false,
            })
        };
        let left = |columns: &[(&str, &mut Column)]| -> Vec<&Seen> {
            let is = |seen: &&Seen| {
                let mut columns = columns.iter();
                columns.any(|(heading, column)| {
                    *heading == seen.heading && matches!(**column, Column::Other(_))
                })
            };
            let left = self.columns.iter().filter(is);
            left.filter(|seen| !seen.is_personal).collect()
        };
        let mut take = |columns: &mut [(&str, &mut Column)], heading: &str, field: &'static str| {
            let mut columns = columns.iter_mut();
            if let Some((_, column)) = columns.find(|(own, _)| *own == heading) {
                **column = Column::Known(field);
                let name = if field == "start" { "date" } else { field };
                taken.push(format!("“{}” for the {name}", heading.trim()));
            }
        };
        // “Időpont”: a column of hours that holds days.
        if self.time_days * 2 > self.times && !has(columns, &["start", "month", "year"]) {
            let time = Column::Known("time");
            if let Some((_, column)) = columns.iter_mut().find(|(_, column)| **column == time) {
                **column = Column::Known("start");
            }
        }
        // “Start” beside “Event day”: hours, or days of the week, are no day.
        let is_none = self.starts.cells > 0 && self.starts.dates == 0;
        // “Start” below a line that says the day of all.
        let all_hours = self.starts.cells > 0 && self.starts.hours == self.starts.cells;
        if dated && all_hours && !has(columns, &["time"]) {
            let start = Column::Known("start");
            if let Some((_, column)) = columns.iter_mut().find(|(_, column)| **column == start) {
                **column = Column::Known("time");
            }
        }
        if let (true, Ok(Some(heading))) = (is_none, day(&left(columns))) {
            let is_time = self.starts.hours == self.starts.cells && !has(columns, &["time"]);
            for (name, column) in columns.iter_mut() {
                if **column == Column::Known("start") {
                    **column = match is_time {
                        true => Column::Known("time"),
                        false => Column::Other(name.trim().to_owned()),
                    };
                }
            }
            take(columns, heading, "start");
        }
        if !dated && !self.days_with_hours && !has(columns, &["start", "month", "year"]) {
            match day(&left(columns)) {
                Ok(found) => found
                    .into_iter()
                    .for_each(|heading| take(columns, heading, "start")),
                Err(note) => notes.push(note),
            }
        }
        if !self.says_hour && !has(columns, &["time", "all_day"]) {
            let is_hour = |seen: &&Seen| seen.part == Some(Part::Hour) && seen.hours > 0;
            let left = left(columns);
            let found: Vec<&Seen> = left.into_iter().filter(is_hour).collect();
            // Of two, `Hours` tells which is the beginning.
            if let [only] = found[..] {
                take(columns, &only.heading, "time");
            }
        }
        if !has(columns, &["position", "lat"]) {
            let found = left(columns)
                .into_iter()
                .find(|seen| seen.points == seen.cells);
            let found = found.map(|seen| seen.heading.as_str());
            found
                .into_iter()
                .for_each(|heading| take(columns, heading, "position"));
        }
        let mut rest = left(columns);
        rest.retain(|seen| seen.is_text());
        if !has(columns, &["place", "location"]) {
            let found = rest.iter().find(|seen| seen.part == Some(Part::Place));
            let found = found.map(|seen| seen.heading.as_str());
            found
                .into_iter()
                .for_each(|heading| take(columns, heading, "location"));
        }
        if !has(columns, &["title"]) {
            let of = |part: Part| rest.iter().find(move |seen| seen.part == Some(part));
            let named = of(Part::Title).or_else(|| of(Part::About));
            let is_free = |seen: &&&Seen| seen.part.is_none() && seen.is_of_titles(self.rows);
            let free: Vec<&str> = rest
                .iter()
                .filter(is_free)
                .map(|seen| seen.heading.as_str())
                .collect();
            let placed = has(columns, &["place", "location"]);
            match (named, &free[..]) {
                (Some(seen), _) => take(columns, &seen.heading, "title"),
                (None, [only]) if placed => take(columns, only, "title"),
                (None, []) => {
                    let others = rest.iter().filter(|seen| seen.part.is_none());
                    let others: Vec<&str> = others.map(|seen| seen.heading.as_str()).collect();
                    match self.described.subject().filter(|_| placed) {
                        Some(heading) => described::take(columns, heading, &mut taken),
                        // “Sector”: groups of which each row has one.
                        None if others.is_empty() => {}
                        None => notes.push(untitled(&others)),
                    }
                }
                (None, several) => notes.push(untitled(several)),
            }
        }
        if !taken.is_empty() {
            let taken = taken.join(", ");
            notes.insert(
                0,
                format!("taken: {taken}; --map COLUMN=FIELD says otherwise"),
            );
        }
        notes
    }
}

/// The column of the day of the event, by its heading, or as the only one of days.
fn day<'a>(left: &[&'a Seen]) -> Result<Option<&'a str>, String> {
    let all = || left.iter().filter(|seen| seen.is_of_days());
    let named: Vec<&&Seen> = all().filter(|seen| seen.part == Some(Part::Date)).collect();
    let is_open = |seen: &&&Seen| seen.part != Some(Part::OtherDay) && seen.stamps < seen.dates;
    let open: Vec<&&Seen> = all().filter(is_open).collect();
    match (&named[..], &open[..]) {
        ([only], _) | ([], [only]) => Ok(Some(&only.heading)),
        ([], []) if all().next().is_none() => Ok(None),
        _ => {
            let headings: Vec<&str> = all().map(|seen| seen.heading.as_str()).collect();
            Err(format!(
                "the column of the day of the event is not known; it may be --map {}",
                quoted(&headings, "=start or --map ") + "=start"
            ))
        }
    }
}

/// What is said of a table without titles, and the columns that may have them.
fn untitled(headings: &[&str]) -> String {
    format!(
        "no heading is known to be that of titles; --map {}=title, if it is one",
        quoted(headings, "=title or --map ")
    )
}

/// Headings between quotation marks.
fn quoted(headings: &[&str], between: &str) -> String {
    let quoted = headings
        .iter()
        .map(|heading| format!("“{}”", heading.trim()));
    quoted.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests;
