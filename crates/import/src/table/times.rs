//! When an entry of a table is, from its cells of days and hours.

use chrono::Timelike as _;
use event_file::WallTime;
use serde_json::Value;

use super::habits::Habits;
use super::moments::{self, after, is_at};
use super::{hour_cell, several, stamp, value, weekly};
use crate::draft::{Draft, Stamp};
use crate::when::time::Clock;
use crate::when::{self, Said, duration};

/// The reason of a row of which no cell says the day.
pub(super) const NO_DATE: &str = "no date";

/// The cells that say when.
#[derive(Default)]
pub(super) struct Times<'a> {
    pub(super) start: Option<&'a str>,
    pub(super) time: Option<&'a str>,
    pub(super) end: Option<&'a str>,
    pub(super) end_time: Option<&'a str>,
    /// How long it lasts, with the heading of its column.
    pub(super) duration: Option<(&'a str, &'a str)>,
    /// The zones in which the day and the hour are written.
    pub(super) start_in: Option<&'a str>,
    pub(super) time_in: Option<&'a str>,
    pub(super) all_day: bool,
    pub(super) previously: Option<&'a str>,
}

impl Times<'_> {
    /// Puts start and end to an entry.
    ///
    /// # Errors
    /// Why it has none, or why they are not clear.
    pub(super) fn put(&self, draft: &mut Draft, habits: &Habits) -> Result<(), String> {
        if let Some(hour) = self.time.filter(|_| !self.all_day).and_then(small_number) {
            return Err(format!(
                "“{hour}” may be an hour of the morning or of the afternoon; write {hour}:00 or {}:00",
                hour + 12
            ));
        }
        // A column of times may hold the day as well.
        let full = |cell: &&str| matches!(stamp::said(cell), Some(said) if stamp::time_of(&said).is_some());
        let moment = self
            .time
            .filter(|cell| hour_cell::clock(cell).is_err())
            .filter(full);
        let cell = moment.or(self.start).ok_or(NO_DATE)?;
        let said = stamp::said(cell);
        if said.is_none() {
            let time = self.time.map(hour_cell::clock).transpose()?.flatten();
            let time = time.filter(|_| !self.all_day);
            let spans = several::spans(cell, time, habits);
            let spans = spans.or_else(|| weekly::spans(cell, time, habits));
            let mut spans = spans.ok_or_else(|| unreadable(cell))??.into_iter();
            let span = spans.next().ok_or_else(|| unreadable(cell))?;
            draft.also = spans.collect();
            draft.start = Some(span.start);
            draft.end = match draft.also.is_empty() {
                true => match (self.end(span.start, None, habits)?, span.end) {
                    (Some(end), Some(last)) => Some(several::on_last_day(end, last)),
                    (end, last) => end.or(last),
                },
                false => span.end,
            };
            return Ok(());
        }
        let mut said = said.ok_or_else(|| unreadable(cell))?;
        let time = match moment {
            Some(_) => None,
            None => self.time.map(hour_cell::clock).transpose()?.flatten(),
        };
        let bare = habits.start_days || self.all_day || time.is_some();
        // A database writes a day with all parts of an hour; who means midnight hardly writes its thousandths.
        let is_filled_up = cell.trim().ends_with("T00:00:00.000") && self.end.is_none();
        if is_filled_up && !bare {
            let note = format!("“{cell}” is taken for a day without an hour");
            draft.notes.push(note);
        }
        if (bare || is_filled_up) && stamp::is_midnight(&said) || self.all_day {
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
                // “2027-03-06T23:00:00Z” and “6pm ET”.
                start if self.is_same_moment(start, time) => span,
                _ => {
                    return Err(format!(
                        "“{cell}” and “{}” are two times",
                        self.time.unwrap_or_default()
                    ));
                }
            };
        }
        let clock = time.filter(|_| !self.all_day).or(match said {
            Said::Loosely { clock, .. } => clock,
            Said::Exactly(_) => None,
        });
        if let Some(doubt) = clock.and_then(|clock| habits.hours.doubt(&clock)) {
            return Err(doubt);
        }
        if let Some(end) = self.end(span.start, clock, habits)? {
            span.end = Some(end);
        }
        if let Some((heading, cell)) = self.duration {
            let end = duration::lasting(cell, heading).and_then(|lasts| after(span.start, lasts));
            if span.end.is_none() && end.is_some() {
                span.end = end;
            } else {
                draft
                    .fields
                    .entry(heading.trim())
                    .or_insert_with(|| cell.into());
            }
        }
        let hour = self
            .time
            .filter(|cell| time.is_some() && when::is_doubtful(cell));
        if let Some(cell) = hour {
            value::keep(draft, "time", cell);
            let status = draft.fields.entry("status");
            status.or_insert_with(|| "tentative".into());
            draft.notes.push(format!(
                "the hour “{cell}” is marked as not certain: taken as tentative"
            ));
        }
        if let Some(cell) = self.previously {
            let said = stamp::said(cell).ok_or_else(|| unreadable(cell))?;
            let before = when::span(&said, cell, &habits.reckoning)?
                .start
                .to_string();
            draft.put("previously", &before);
        }
        draft.start = Some(moments::moment(span.start));
        draft.end = span.end.map(moments::moment);
        draft.midnight_is_day = habits.moments_are_days;
        Ok(())
    }

    /// Whether the hour of its own column is that of a moment, in the zone that it names.
    fn is_same_moment(&self, start: Stamp, time: Clock) -> bool {
        match (moments::moment(start), self.time_in) {
            (Stamp::Moment(at), Some(zone)) => is_at(at, time, zone),
            _ => false,
        }
    }

    /// The end, from cells of its own. `begin` is the hour of the beginning as it is written.
    fn end(
        &self,
        start: Stamp,
        begin: Option<Clock>,
        habits: &Habits,
    ) -> Result<Option<Stamp>, String> {
        let clock = |cell: &str| hour_cell::end_clock(cell);
        let begins = stamp::time_of(&Said::Exactly(start)).filter(|_| !self.all_day);
        if let (Some(begins), Some(cell)) = (begins, self.end_time.or(self.end))
            && let Some(lasts) = duration::duration(cell, begins)
        {
            return Ok(after(start, lasts));
        }
        // A column of times may hold the day as well.
        let full_end = self.end_time.filter(|cell| {
            let full = || stamp::said(cell).is_some_and(|said| stamp::time_of(&said).is_some());
            clock(cell).is_err() && full()
        });
        let mut time = match self.all_day {
            true => None,
            false => {
                let hour = self.end_time.filter(|_| full_end.is_none());
                hour.map(clock).transpose()?.flatten()
            }
        };
        let mut day = None;
        if let Some(cell) = full_end.or(self.end) {
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
                let begin = start.time.map(|from| begin.unwrap_or(Clock::at(from)));
                let ended = begin.and_then(|begin| begin.until(time).to);
                // “4 Nov 11:00” to “4 Nov 1:00” is two hours.
                let time = match ended {
                    Some(ended) if day == start.date => Clock {
                        from: ended,
                        ..time
                    },
                    _ => match habits.hours.doubt(&time) {
                        Some(doubt) => return Err(doubt),
                        None => time,
                    },
                };
                Some(when::on(day, Some(time)).start)
            }
            (None, Some(end), Some(from)) => {
                let clock = begin.unwrap_or(Clock::at(from)).until(end);
                let ends = clock.to.unwrap_or(end.from);
                // A night ends on the next day; “10:00” to “9:00” is a mistake.
                let of_day = (6..17).contains(&from.hour()) && ends.hour() >= 5;
                if of_day && ends < from {
                    let [from, ends] = [from, ends].map(|time| time.format("%H:%M"));
                    return Err(format!(
                        "it begins at {from} and ends at {ends}, which is earlier: write the right end"
                    ));
                }
                when::on(start.date, Some(clock)).end
            }
            (None, Some(_), None) => return Err("an end without a time of the start".to_owned()),
        })
    }

    /// The cells as they are, for the rejects file.
    pub(super) fn keep(&self, draft: &mut Draft) {
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

/// A cell that is a small number and nothing else, such as an hour of the afternoon without its half of the day.
fn small_number(cell: &str) -> Option<u32> {
    let number = cell.trim().parse().ok()?;
    (cell.trim().len() == 1 && (1..7).contains(&number)).then_some(number)
}

/// Checks that a day beside a full time is the day of it, or the one before or after in another zone.
pub(super) fn same_day(day: &str, full: &Said, cell: &str, habits: &Habits) -> Result<(), String> {
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

fn unreadable(cell: &str) -> String {
    let start: String = cell.chars().take(60).collect();
    format!("“{start}” is no date; write 2023-11-04 or 2023-11-04T14:00")
}

#[cfg(test)]
mod tests;
