//! The cells of a row that say when: day, hour and end, their parts in columns of their own, the new hour of a changed entry.

use std::borrow::Cow;

use crate::cancelled;
use crate::draft::Draft;
use crate::table::apart::Apart;
use crate::table::remark::without_remark;
use crate::table::times::Times;
use crate::table::{hour_cell, part_of_day, stamp, value};
use crate::{words, zone_names};

/// The cells that say when.
#[derive(Default)]
pub(super) struct When<'a> {
    times: Times<'a>,
    apart: Apart<'a>,
    /// An hour that holds now, with its heading.
    new_time: Option<(&'a str, &'a str)>,
}

/// The same, where each day and hour has its parts beside it.
pub(super) struct Joined<'a> {
    times: Times<'a>,
    day: Option<Cow<'a, str>>,
    hour: Option<Cow<'a, str>>,
    end: Option<Cow<'a, str>>,
}

impl<'a> When<'a> {
    /// Takes a cell that is not empty; whether its field is one of these.
    pub(super) fn take(
        &mut self,
        draft: &mut Draft,
        field: &str,
        heading: &'a str,
        cell: &'a str,
    ) -> bool {
        let (times, apart) = (&mut self.times, &mut self.apart);
        match field {
            "start" => self.take_start(draft, heading, cell),
            "time" if words::heading(cell) == Some("all_day") => times.all_day = true,
            "time" | "end_time" | "end" | "duration"
                if words::value(cell) == Some("unannounced") || is_blank(cell) => {}
            "time" => self.take_time(draft, heading, cell),
            "end" => times.end = Some(of_element(cell)),
            "end_time" => times.end_time = Some(cell),
            "all_day" => times.all_day = words::value(cell) == Some("yes"),
            "previously" => times.previously = Some(cell),
            "duration" => times.duration = Some((heading, cell)),
            "month" => apart.month = Some((heading, cell)),
            "year" => apart.year = Some((heading, cell)),
            "half" => apart.half = Some((heading, cell)),
            "minute" => apart.minute = Some((heading, cell)),
            "end_half" => apart.end_half = Some((heading, cell)),
            "end_minute" => apart.end_minute = Some((heading, cell)),
            // “New time: 15:00”, of a row that still has the hour of before.
            "new_time" if words::value(cell) == Some("no") || is_blank(cell) => {}
            // `updated_time: 2026-11-20T10:00:00+0000`: when the entry was written.
            "new_time" if is_program_stamp(cell) => {}
            "new_time" => self.new_time = Some((heading, cell)),
            _ => return false,
        }
        true
    }

    fn take_start(&mut self, draft: &mut Draft, heading: &'a str, cell: &'a str) {
        let times = &mut self.times;
        let (cell, end) = from_to(of_element(cell));
        let (day, status) = without_remark(cell);
        if let Some(status) = status {
            draft.put("status", status.name());
        }
        times.start = Some(day);
        times.start_in = zone_of(heading, cell);
        if end.is_some() || stamp::said(day).is_none() {
            times.start = Some(without_zone(day));
        }
        if let Some(end) = end {
            let end = match stamp::said(end) {
                Some(_) => end,
                None => without_zone(end),
            };
            times.end = times.end.or(Some(end));
        }
    }

    fn take_time(&mut self, draft: &mut Draft, heading: &'a str, cell: &'a str) {
        let is_hour = || hour_cell::clock(cell).is_ok();
        // “12:00 AM (time TBD)”.
        if hour_cell::is_to_follow(cell) {
            let note = format!("“{heading}: {cell}” is no hour: it has only its day");
            draft.notes.push(note);
            return;
        }
        // “mattina”: the hour is not known.
        if !is_hour() && part_of_day::is(cell) {
            value::keep(draft, "time", cell);
            let note = format!("“{heading}: {cell}” is no hour: it has only its day");
            draft.notes.push(note);
            return;
        }
        match cancelled::status_alone(cell) {
            Some(status) if !is_hour() => draft.put("status", status.name()),
            _ => {
                let (hour, status) = hour_cell::with_status(cell);
                if let Some(status) = status {
                    draft.put("status", status.name());
                }
                self.times.time = Some(hour);
                self.times.time_in = zone_of(heading, hour);
            }
        }
    }

    /// The cell that says on which day it is.
    pub(super) fn start(&self) -> Option<&'a str> {
        self.times.start
    }

    /// Takes the new hour for its own; a cell for the new hour that says something else is given back.
    pub(super) fn renew(&mut self, draft: &mut Draft) -> Option<(&'a str, &'a str)> {
        let (heading, cell) = self.new_time?;
        let Ok(Some(_)) = hour_cell::clock(cell) else {
            return self.new_time;
        };
        let times = &mut self.times;
        if let Some(before) = times.time.filter(|before| *before != cell) {
            let note = format!("“{heading}: {cell}” is taken for its hour, not “{before}”");
            draft.notes.push(note);
        }
        (times.time, times.time_in) = (Some(cell), zone_of(heading, cell));
        None
    }

    /// Puts the parts of days and hours to them; an entry without a day has the one that is set for all.
    pub(super) fn joined(self, draft: &mut Draft, set_day: Option<&'a str>) -> Joined<'a> {
        let Self {
            times, mut apart, ..
        } = self;
        draft.hours_in = times.time_in.or(times.start_in).map(str::to_owned);
        let day = times.start.or(set_day).map(|day| apart.date(day));
        let hour = times.time.map(|hour| apart.time(hour));
        let end = times.end_time.map(|hour| apart.end_time(hour));
        for (heading, cell) in apart.left() {
            let kept = draft.fields.entry(heading.trim());
            kept.or_insert_with(|| cell.into());
        }
        Joined {
            times,
            day,
            hour,
            end,
        }
    }
}

impl Joined<'_> {
    /// The cells that say when, whole.
    pub(super) fn times(&self) -> Times<'_> {
        Times {
            start: self.day.as_deref(),
            time: self.hour.as_deref(),
            end_time: self.end.as_deref(),
            ..self.times
        }
    }
}

/// “November 4, 2023 2:00 PM (GMT+1) → 4:00 PM”, as Notion writes a beginning and an end.
fn from_to(cell: &str) -> (&str, Option<&str>) {
    match cell.split_once(" → ") {
        Some((from, to)) => (from.trim(), Some(to.trim())),
        None => (cell, None),
    }
}

/// “March 14, 2027 11:00 AM (GMT)” without its zone.
fn without_zone(cell: &str) -> &str {
    zone_names::behind(cell).map_or(cell, |(rest, _)| rest)
}

/// `<time datetime="2027-02-20T11:00:00Z">Saturday 20 February</time>`: what it says for programs.
fn of_element(cell: &str) -> &str {
    let element = cell.strip_prefix("<time").and_then(|rest| {
        let (_, value) = rest.split_once("datetime=\"")?;
        Some(value.split_once('"')?.0)
    });
    element.filter(|value| !value.is_empty()).unwrap_or(cell)
}

/// The zone in which an hour is written, as the cell or its heading says.
fn zone_of<'a>(heading: &'a str, cell: &'a str) -> Option<&'a str> {
    let zone = |text: &'a str| zone_names::behind(text).map(|(_, zone)| zone);
    zone(cell).or_else(|| zone(heading))
}

/// Whether a cell is filled in to say that nothing is known: “–”, “?”, a spreadsheet's `#N/A`.
fn is_blank(cell: &str) -> bool {
    const BLANK: [&str; 7] = ["#N/A", "#NV", "N/A", "n/a", "k.A.", "k. A.", "s/d"];
    BLANK.contains(&cell) || cell.chars().all(|sign| "-–—?".contains(sign))
}

/// Whether a cell is a moment as only programs write it: a day, `T`, and an hour with seconds.
fn is_program_stamp(cell: &str) -> bool {
    let parts = cell.split_once('T');
    parts.is_some_and(|(day, hour)| {
        day.parse::<chrono::NaiveDate>().is_ok() && hour.matches(':').count() >= 2
    })
}

#[cfg(test)]
mod tests {
    use super::is_program_stamp;

    #[test]
    fn moments_of_programs_are_no_new_hours() {
        for cell in ["2026-11-20T10:00:00+0000", "2026-11-20T10:00:00Z"] {
            assert!(is_program_stamp(cell), "{cell}");
        }
        for cell in [
            "15:00",
            "Thursday 10:00",
            "2026-11-20 10:00",
            "20.11. 10:00:00",
        ] {
            assert!(!is_program_stamp(cell), "{cell}");
        }
    }
}
