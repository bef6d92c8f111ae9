//! A row of a table, or the flat properties of a map feature, as an entry.

use event_file::WallTime;
use serde_json::Value;

use super::columns::Column;
use super::value;
use crate::import::draft::{Draft, Reject, Stamp};
use crate::import::when::order::{Evidence, Reckoning};
use crate::import::when::{self, Said};

/// Whether a column holds dates, whose order has to be found out.
pub fn is_date(column: &Column) -> bool {
    matches!(column, Column::Known("start" | "end" | "previously"))
}

/// Takes the date in a cell into account.
pub fn see(evidence: &mut Evidence, cell: &str) {
    if let Some(Said::Loosely { date, .. }) = when::said(cell) {
        evidence.see(&date);
    }
}

/// Fills an entry from cells.
///
/// # Errors
/// What keeps it out of the event file.
pub fn fill<'a>(
    mut draft: Draft,
    cells: impl Iterator<Item = (&'a Column, &'a str)>,
    reckoning: &Reckoning,
) -> Result<Draft, Box<Reject>> {
    let mut times = Times::default();
    let mut local = Vec::new();
    let mut local_language = None;
    for (column, cell) in cells {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Known("start") => times.start = Some(cell),
            Column::Known("time") => times.time = Some(cell),
            Column::Known("end") => times.end = Some(cell),
            Column::Known("end_time") => times.end_time = Some(cell),
            Column::Known("previously") => times.previously = Some(cell),
            Column::Known("location") => draft.location = Some(cell.to_owned()),
            Column::Known("language_local") => local_language = Some(cell),
            Column::Known(field) => value::put(&mut draft, field, cell),
            Column::Translated(field, Some(language)) => {
                value::translate(&mut draft, language, field, cell);
            }
            Column::Translated(field, None) => local.push((*field, cell)),
            Column::Other(name) => {
                draft.fields.insert(name.clone(), cell.into());
            }
            Column::Ignored => {}
        }
    }
    for (field, cell) in local {
        match local_language {
            Some(language) => value::translate(&mut draft, language, field, cell),
            None => value::keep(&mut draft, &format!("{field}_local"), cell),
        }
    }
    match times.put(&mut draft, reckoning) {
        Ok(()) => Ok(draft),
        Err(reason) => {
            times.keep(&mut draft);
            Err(Box::new(draft.rejected(reason)))
        }
    }
}

/// The cells that say when.
#[derive(Default)]
struct Times<'a> {
    start: Option<&'a str>,
    time: Option<&'a str>,
    end: Option<&'a str>,
    end_time: Option<&'a str>,
    previously: Option<&'a str>,
}

impl Times<'_> {
    fn put(&self, draft: &mut Draft, reckoning: &Reckoning) -> Result<(), String> {
        let cell = self.start.ok_or("no date")?;
        let said = when::said(cell).ok_or_else(|| unreadable(cell))?;
        let mut span = when::span(&said, cell, reckoning)?;
        if let Said::Loosely { doubtful: true, .. } = said {
            value::keep(draft, "start", cell);
            draft
                .fields
                .entry("status")
                .or_insert_with(|| "tentative".into());
            draft.notes.push(format!(
                "the date “{cell}” is marked as not certain: taken as tentative"
            ));
        }
        if let Some(time) = self.time.map(when::clock).transpose()?.flatten() {
            span = match span.start {
                Stamp::Wall(WallTime {
                    date, time: None, ..
                }) => when::on(date, Some(time)),
                Stamp::Wall(WallTime {
                    time: Some(said), ..
                }) if said == time.from => span,
                _ => {
                    return Err(format!(
                        "“{cell}” and “{}” are two times",
                        self.time.unwrap_or_default()
                    ));
                }
            };
        }
        if let Some(end) = self.end(span.start, reckoning)? {
            span.end = Some(end);
        }
        if let Some(cell) = self.previously {
            let said = when::said(cell).ok_or_else(|| unreadable(cell))?;
            let before = when::span(&said, cell, reckoning)?.start.to_string();
            draft.put("previously", &before);
        }
        draft.start = Some(moment(span.start));
        draft.end = span.end.map(moment);
        Ok(())
    }

    fn end(&self, start: Stamp, reckoning: &Reckoning) -> Result<Option<Stamp>, String> {
        let Stamp::Wall(start) = start else {
            return Ok(None);
        };
        let mut time = self.end_time.map(when::clock).transpose()?.flatten();
        let mut day = None;
        if let Some(cell) = self.end {
            match when::said(cell) {
                Some(said) => {
                    let span = when::span(&said, cell, reckoning)?;
                    match span.start {
                        Stamp::Wall(WallTime {
                            date, time: None, ..
                        }) => day = Some(date),
                        other => return Ok(Some(other)),
                    }
                }
                // A column “end” beside one of times may hold a time.
                None => time = time.or(when::clock(cell).map_err(|_| unreadable(cell))?),
            }
        }
        Ok(match (day, time, start.time) {
            (None, None, _) => None,
            (Some(day), None, _) => Some(Stamp::Wall(WallTime::day(day))),
            (Some(day), Some(time), _) => Some(when::on(day, Some(time)).start),
            (None, Some(end), Some(from)) => {
                when::on(
                    start.date,
                    Some(when::time::Clock {
                        to: Some(end.from),
                        ..when::time::Clock::at(from)
                    }),
                )
                .end
            }
            (None, Some(_), None) => return Err("an end without a time of the start".to_owned()),
        })
    }

    /// The cells as they are, for the rejects file.
    fn keep(&self, draft: &mut Draft) {
        let cells = [
            ("start", self.start),
            ("time", self.time),
            ("end", self.end),
            ("end_time", self.end_time),
            ("previously", self.previously),
        ];
        for (name, cell) in cells {
            if let Some(cell) = cell {
                draft.fields.insert(name.to_owned(), Value::from(cell));
            }
        }
    }
}

/// What stands in UTC is a moment: nobody's clock at the venue shows it, unless that is where UTC is.
pub fn moment(stamp: Stamp) -> Stamp {
    match stamp {
        Stamp::Wall(WallTime {
            date,
            time: Some(time),
            offset: Some(0),
        }) => Stamp::Moment(date.and_time(time).and_utc()),
        other => other,
    }
}

fn unreadable(cell: &str) -> String {
    let start: String = cell.chars().take(60).collect();
    format!("“{start}” is no date; write 2023-11-04 or 2023-11-04T14:00")
}
