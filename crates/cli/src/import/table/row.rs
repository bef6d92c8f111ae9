//! A row of a table, or anything like one, as an entry.

use event_file::WallTime;
use serde_json::Value;

use super::answers::Answers;
use super::apart::Apart;
use super::columns::Column;
use super::habits::Habits;
use super::{several, stamp, value};
use crate::import::draft::{Draft, Reject, Stamp};
use crate::import::when::time::Clock;
use crate::import::when::{self, Said};
use crate::import::{cancelled, words};

/// Fills an entry from cells, each with its column and what the column is called.
///
/// # Errors
/// What keeps the entry out of the event file.
pub fn fill<'a>(
    mut draft: Draft,
    cells: impl Iterator<Item = (&'a Column, &'a str, &'a str)>,
    habits: &Habits,
) -> Result<Draft, Box<Reject>> {
    let mut times = Times::default();
    let mut apart = Apart::default();
    let mut local = Vec::new();
    let mut local_language = None;
    // A remark such as “abgesagt” in a column whose heading is not known.
    let mut off = None;
    let mut answers = Answers::default();
    for (column, heading, cell) in cells {
        let cell = cell.trim();
        if let Column::Flag(flag) = column {
            answers.take(&mut draft, flag, heading, cell);
        }
        if cell.is_empty() {
            continue;
        }
        if let (true, Column::Known(field)) = (habits.explain, column) {
            draft.explain(field, format!("{heading}: “{cell}”"));
        }
        match column {
            Column::Known("start") => {
                let (day, status) = without_remark(cell);
                if let Some(status) = status {
                    draft.put("status", status.name());
                }
                times.start = Some(day);
            }
            Column::Known("time") if words::heading(cell) == Some("all_day") => {
                times.all_day = true
            }
            Column::Known("time" | "end_time") if words::value(cell) == Some("unannounced") => {}
            Column::Known("time") => match cancelled::status_alone(cell) {
                Some(status) if stamp::clock(cell).is_err() => {
                    draft.put("status", status.name());
                }
                _ => times.time = Some(cell),
            },
            Column::Known("end") => times.end = Some(cell),
            Column::Known("end_time") => times.end_time = Some(cell),
            Column::Known("all_day") => times.all_day = words::value(cell) == Some("yes"),
            Column::Known("previously") => times.previously = Some(cell),
            Column::Known("month") => apart.month = Some((heading, cell)),
            Column::Known("year") => apart.year = Some((heading, cell)),
            Column::Known("half") => apart.half = Some((heading, cell)),
            Column::Known("location") => draft.location = Some(cell.to_owned()),
            Column::Known("cancelled") => value::cancel(&mut draft, heading, cell),
            Column::Known("status" | "kind" | "region")
                if words::value(cell) == Some("private") =>
            {
                draft.private = Some(format!("{heading}: {cell}"));
            }
            // What is struck through is not on again because its status was left as it was.
            Column::Known("status")
                if draft.text_of("status") == Some("cancelled")
                    && words::value(cell) == Some("scheduled") => {}
            Column::Known("private") => {
                if matches!(words::value(cell), Some("yes" | "private")) {
                    draft.private = Some(format!("{heading}: {cell}"));
                }
            }
            // “Estado” is a state of a country, or of an event.
            Column::Known("region") if is_status(cell) => value::put(&mut draft, "status", cell),
            Column::Known("language_local") => local_language = Some(cell),
            Column::Known(field) => value::put(&mut draft, field, cell),
            Column::Translated(field, Some(language)) => {
                value::translate(&mut draft, language, field, cell);
            }
            Column::Translated(field, None) => local.push((*field, cell)),
            Column::Other(name) => {
                if let Some(status) = cancelled::status_alone(cell)
                    && matches!(cancelled::judge(cell), cancelled::Verdict::Sure(_))
                {
                    off.get_or_insert((status, heading, cell));
                }
                draft
                    .fields
                    .entry(name.clone())
                    .or_insert_with(|| cell.into());
            }
            Column::Ignored | Column::Personal(_) | Column::Flag(_) => {}
        }
    }
    answers.settle(&mut draft, |cell| {
        times.start.is_some_and(|start| {
            let said = stamp::said(start);
            said.is_some_and(|said| same_day(cell, &said, start, habits).is_ok())
        })
    });
    let open = draft
        .text_of("status")
        .is_none_or(|status| ["scheduled", "tentative"].contains(&status));
    if let Some((status, heading, cell)) = off.filter(|_| open) {
        draft.put("status", status.name());
        draft
            .notes
            .push(format!("“{heading}: {cell}” is taken for its status"));
    }
    for (field, cell) in local {
        match local_language {
            Some(language) => value::translate(&mut draft, language, field, cell),
            None => value::keep(&mut draft, &format!("{field}_local"), cell),
        }
    }
    let day = times.start.map(|day| apart.date(day));
    let hour = times.time.map(|hour| apart.time(hour));
    times.start = day.as_deref();
    times.time = hour.as_deref();
    for (heading, cell) in apart.left() {
        let kept = draft.fields.entry(heading.trim());
        kept.or_insert_with(|| cell.into());
    }
    match (times.put(&mut draft, habits), &draft.private) {
        (Ok(()), _) => Ok(draft),
        // Nothing of it is written anywhere.
        (Err(reason), Some(mark)) => {
            let reason = format!("marked as private ({mark}), and: {reason}");
            Err(Box::new(Reject::new(draft.origin, "", reason)))
        }
        (Err(reason), None) => {
            times.keep(&mut draft);
            Err(Box::new(draft.rejected(reason)))
        }
    }
}

/// Whether a cell is a word for a status, not an abbreviation such as that of Ontario.
fn is_status(cell: &str) -> bool {
    const LONGEST_ABBREVIATION: usize = 3;
    cell.chars().count() > LONGEST_ABBREVIATION
        && (words::value(cell) == Some("scheduled") || cancelled::status_alone(cell).is_some())
}

/// The cells that say when.
#[derive(Default)]
struct Times<'a> {
    start: Option<&'a str>,
    time: Option<&'a str>,
    end: Option<&'a str>,
    end_time: Option<&'a str>,
    all_day: bool,
    previously: Option<&'a str>,
}

impl Times<'_> {
    fn put(&self, draft: &mut Draft, habits: &Habits) -> Result<(), String> {
        // A column of times may hold the day as well.
        let full = |cell: &&str| matches!(stamp::said(cell), Some(said) if stamp::time_of(&said).is_some());
        let moment = self
            .time
            .filter(|cell| stamp::clock(cell).is_err())
            .filter(full);
        let cell = moment.or(self.start).ok_or("no date")?;
        let said = stamp::said(cell);
        if said.is_none() {
            let time = self.time.map(stamp::clock).transpose()?.flatten();
            let spans = several::spans(cell, time.filter(|_| !self.all_day), habits);
            let mut spans = spans.ok_or_else(|| unreadable(cell))??.into_iter();
            let span = spans.next().ok_or_else(|| unreadable(cell))?;
            draft.also = spans.collect();
            draft.start = Some(span.start);
            draft.end = match draft.also.is_empty() {
                true => self.end(span.start, habits)?.or(span.end),
                false => span.end,
            };
            return Ok(());
        }
        let mut said = said.ok_or_else(|| unreadable(cell))?;
        let time = match moment {
            Some(_) => None,
            None => self.time.map(stamp::clock).transpose()?.flatten(),
        };
        let bare = habits.start_days || self.all_day || time.is_some();
        if bare && stamp::is_midnight(&said) || self.all_day {
            said = stamp::day(said);
        }
        if let (Some(_), Some(day)) = (moment, self.start) {
            same_day(day, &said, cell, habits)?;
        }
        let mut span = when::span(&said, cell, &habits.reckoning)?;
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
        if let Some(time) = time.filter(|_| !self.all_day) {
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
        if let Some(end) = self.end(span.start, habits)? {
            span.end = Some(end);
        }
        if let Some(cell) = self.previously {
            let said = stamp::said(cell).ok_or_else(|| unreadable(cell))?;
            let before = when::span(&said, cell, &habits.reckoning)?
                .start
                .to_string();
            draft.put("previously", &before);
        }
        draft.start = Some(self::moment(span.start));
        draft.end = span.end.map(self::moment);
        draft.midnight_is_day = habits.moments_are_days;
        Ok(())
    }

    fn end(&self, start: Stamp, habits: &Habits) -> Result<Option<Stamp>, String> {
        let clock = |cell: &str| stamp::end_clock(cell);
        let mut time = match self.all_day {
            true => None,
            false => self.end_time.map(clock).transpose()?.flatten(),
        };
        let mut day = None;
        if let Some(cell) = self.end {
            match stamp::said(cell) {
                Some(said) => {
                    let bare = habits.end_days || self.all_day || time.is_some();
                    let said = match bare && stamp::is_midnight(&said) || self.all_day {
                        true => stamp::day(said),
                        false => said,
                    };
                    let span = when::span(&said, cell, &habits.reckoning)?;
                    match span.start {
                        Stamp::Wall(WallTime {
                            date, time: None, ..
                        }) => day = Some(date),
                        other => return Ok(Some(other)),
                    }
                }
                // A column “end” beside one of times may hold a time.
                None => time = time.or(clock(cell).map_err(|_| unreadable(cell))?),
            }
        }
        let Stamp::Wall(start) = start else {
            return Ok(day.map(|day| Stamp::Wall(WallTime::day(day))));
        };
        Ok(match (day, time, start.time) {
            (None, None, _) => None,
            (Some(day), None, Some(_)) if day == start.date => None,
            (Some(day), None, _) => Some(Stamp::Wall(WallTime::day(day))),
            (Some(day), Some(time), _) => {
                let zero = time.from == chrono::NaiveTime::MIN && !time.next_day;
                let midnight = zero && day == start.date;
                let day = match midnight {
                    true => day.succ_opt().unwrap_or(day),
                    false => day,
                };
                Some(when::on(day, Some(time)).start)
            }
            (None, Some(end), Some(from)) => {
                let clock = Clock {
                    to: Some(end.from),
                    ..Clock::at(from)
                };
                when::on(start.date, Some(clock)).end
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

/// “4.11.2023 (Absage)”: the day, and the status that the parenthesis behind it states.
fn without_remark(cell: &str) -> (&str, Option<event_file::event::Status>) {
    let remark = || {
        let (day, remark) = cell.strip_suffix(')')?.rsplit_once('(')?;
        Some((day.trim_end(), cancelled::status_alone(remark)?))
    };
    remark().map_or((cell, None), |(day, status)| (day, Some(status)))
}

/// Checks that a day beside a full time is the day of it, or the one before or after in another zone.
fn same_day(day: &str, full: &Said, cell: &str, habits: &Habits) -> Result<(), String> {
    let Some(said) = stamp::said(day) else {
        return Ok(());
    };
    let date = |said: &Said, cell: &str| {
        Ok(match when::span(said, cell, &habits.reckoning)?.start {
            Stamp::Wall(at) => at.date,
            Stamp::Moment(at) => at.date_naive(),
        })
    };
    let apart: Result<i64, String> =
        date(&said, day).and_then(|one| Ok((one - date(full, cell)?).num_days().abs()));
    let most = i64::from(stamp::is_moment(full));
    match apart? <= most {
        true => Ok(()),
        false => Err(format!("“{day}” and “{cell}” are two days")),
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
