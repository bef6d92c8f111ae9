//! A row of a table, or anything like one, as an entry.

use event_file::event::Status;

use super::answers::Answers;
use super::apart::Apart;
use super::beside::Beside;
use super::columns::Column;
use super::habits::Habits;
use super::remark::{Remarks, lone_status, status_behind, without_remark};
use super::times::{NO_DATE, Times, same_day};
use super::{
    east_asian_city, hour_cell, part_of_day, remark_column, stamp, state_column, undated, unread,
    value,
};
use crate::draft::{Draft, Reject};
use crate::html::CANCELLED;
use crate::{cancelled, words, zone_names};

/// Fills an entry from cells, each with its column and what the column is called.
///
/// # Errors
/// What keeps the entry out of the event file.
pub fn fill<'a>(
    mut draft: Draft,
    cells: impl Iterator<Item = (&'a Column, &'a str, &'a str)>,
    habits: &Habits,
) -> Result<Draft, Box<Reject>> {
    let set_day = habits.day.map(|day| day.to_string());
    let mut times = Times::default();
    let mut apart = Apart::default();
    let mut local = Vec::new();
    let mut local_language = None;
    let mut remarks = Remarks::default();
    let mut new_time = None;
    let mut answers = Answers::default();
    let mut beside = Beside::default();
    let mut numbered = Vec::new();
    let cells: Vec<_> = cells.collect();
    let is_struck = cells
        .iter()
        .any(|(column, _, cell)| cell.trim_start().starts_with(CANCELLED) && tells_event(column));
    for (column, heading, cell) in cells {
        let cell = cell.trim();
        // “~~12.12.2026~~” in one cell of a row.
        let cell = match cell.strip_prefix(CANCELLED) {
            Some(rest) if is_struck => {
                draft.put("status", Status::Cancelled.name());
                rest
            }
            // “~~14h~~” in a remark: what held before.
            Some(rest) => {
                let rest = rest.trim();
                if !matches!(column, Column::Personal(_) | Column::Ignored) {
                    draft.notes.push(format!(
                        "“{heading}: {rest}” is struck through: taken for what held before"
                    ));
                }
                ""
            }
            None => cell,
        };
        if let Column::Flag(flag) = column {
            answers.take(&mut draft, flag, heading, cell);
        }
        if cell.is_empty() {
            continue;
        }
        if let (true, Column::Known(field)) = (habits.explain, column) {
            let of_event =
                || state_column::is_of_event(column, heading, cell, habits.states_are_regions);
            let field = match *field {
                "region" | "country" if of_event() => "status",
                field => field,
            };
            draft.explain(field, format!("{heading}: “{cell}”"));
        }
        beside.take(column, heading, cell);
        match column {
            Column::Known("start") => {
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
            Column::Known("time") if words::heading(cell) == Some("all_day") => {
                times.all_day = true
            }
            Column::Known("time" | "end_time" | "end" | "duration")
                if words::value(cell) == Some("unannounced") || is_blank(cell) => {}
            // “mattina”, “12:00 AM (time TBD)”: the hour is not known.
            Column::Known("time") if hour_cell::is_to_follow(cell) => {
                let note = format!("“{heading}: {cell}” is no hour: it has only its day");
                draft.notes.push(note);
            }
            Column::Known("time") if hour_cell::clock(cell).is_err() && part_of_day::is(cell) => {
                value::keep(&mut draft, "time", cell);
                let note = format!("“{heading}: {cell}” is no hour: it has only its day");
                draft.notes.push(note);
            }
            Column::Known("time") => match cancelled::status_alone(cell) {
                Some(status) if hour_cell::clock(cell).is_err() => {
                    draft.put("status", status.name());
                }
                _ => {
                    let (hour, status) = hour_cell::with_status(cell);
                    if let Some(status) = status {
                        draft.put("status", status.name());
                    }
                    times.time = Some(hour);
                    times.time_in = zone_of(heading, hour);
                }
            },
            Column::Known("end") => times.end = Some(of_element(cell)),
            Column::Known("end_time") => times.end_time = Some(cell),
            Column::Known("all_day") => times.all_day = words::value(cell) == Some("yes"),
            Column::Known("previously") => times.previously = Some(cell),
            Column::Known("month") => apart.month = Some((heading, cell)),
            Column::Known("year") => apart.year = Some((heading, cell)),
            Column::Known("half") => apart.half = Some((heading, cell)),
            Column::Known("minute") => apart.minute = Some((heading, cell)),
            Column::Known("end_half") => apart.end_half = Some((heading, cell)),
            Column::Known("end_minute") => apart.end_minute = Some((heading, cell)),
            Column::Known("duration") => times.duration = Some((heading, cell)),
            Column::Known(
                "location" | "place" | "city" | "address" | "organizers" | "title" | "region",
            ) if let Some(status) = lone_status(cell) => remarks.state(status, heading, cell),
            Column::Known(field @ ("location" | "place" | "city" | "address"))
                if status_behind(cell).is_some() =>
            {
                if let Some((status, rest)) = status_behind(cell) {
                    draft.put("status", status.name());
                    match *field {
                        "location" => draft.location = Some(rest),
                        field => value::put(&mut draft, field, &rest),
                    }
                }
            }
            Column::Known("location") => draft.location = Some(cell.to_owned()),
            // “New time: 15:00”, of a row that still has the hour of before.
            Column::Known("new_time") if words::value(cell) == Some("no") || is_blank(cell) => {}
            Column::Known("new_time") => new_time = Some((heading, cell)),
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
            Column::Known("url") if remarks.is_no_link(heading, cell) => {}
            Column::Known("private") => {
                if matches!(words::value(cell), Some("yes" | "private")) {
                    draft.private = Some(format!("{heading}: {cell}"));
                }
            }
            // “Estado” is a state of a country, or of an event.
            Column::Known("region" | "country")
                if state_column::is_of_event(column, heading, cell, habits.states_are_regions) =>
            {
                value::put(&mut draft, "status", cell);
            }
            Column::Known("city") if let Some(parts) = east_asian_city::parts(cell) => {
                value::put(&mut draft, "city", parts.city);
                let others = [("region", parts.region), ("address", parts.district)];
                for (field, part) in others {
                    let free = draft.text_of(field).is_none();
                    draft.put(field, part.filter(|_| free).unwrap_or_default());
                }
            }
            // “Fällt aus wegen Sturm” in the column of organizers.
            Column::Known(field) if !OF_TEXTS.contains(field) && remarks.is_mark(heading, cell) => {
            }
            Column::Known("language_local") => local_language = Some(cell),
            Column::Known(field) => {
                if *field == "kind" && is_name(cell) {
                    draft.called = Some(cell.into());
                }
                value::put(&mut draft, field, cell);
            }
            Column::Translated(field, Some(language)) => {
                value::translate(&mut draft, language, field, cell);
            }
            Column::Translated(field, None) => local.push((*field, cell)),
            Column::Other(name) => {
                remarks.take(heading, cell);
                draft.aside(cell);
                if unread::may_be_place(heading, cell) {
                    draft.unread.push(heading.trim().to_owned());
                }
                numbered.push((heading, cell));
                draft
                    .fields
                    .entry(name.clone())
                    .or_insert_with(|| cell.into());
            }
            Column::Personal(_) => {
                remarks.take_private(heading, cell);
                draft.aside(cell);
            }
            Column::Ignored | Column::Flag(_) => {}
        }
    }
    answers.settle(&mut draft, |cell| {
        times.start.is_some_and(|start| {
            let said = stamp::said(start);
            said.is_some_and(|said| same_day(cell, &said, start, habits).is_ok())
        })
    });
    remarks.settle(&mut draft);
    if habits.remarks_state {
        remark_column::doubt(&mut draft);
    }
    for (field, cell) in local {
        match local_language {
            Some(language) => value::translate(&mut draft, language, field, cell),
            None => value::keep(&mut draft, &format!("{field}_local"), cell),
        }
    }
    if let Some((heading, cell)) = new_time {
        match hour_cell::clock(cell) {
            Ok(Some(_)) => {
                if let Some(before) = times.time.filter(|before| *before != cell) {
                    let note = format!("“{heading}: {cell}” is taken for its hour, not “{before}”");
                    draft.notes.push(note);
                }
                (times.time, times.time_in) = (Some(cell), zone_of(heading, cell));
            }
            _ => beside.change(heading, cell),
        }
    }
    times.start = times.start.or(set_day.as_deref());
    draft.hours_in = times.time_in.or(times.start_in).map(str::to_owned);
    let day = times.start.map(|day| apart.date(day));
    let hour = times.time.map(|hour| apart.time(hour));
    times.start = day.as_deref();
    times.time = hour.as_deref();
    let end = times.end_time.map(|hour| apart.end_time(hour));
    times.end_time = end.as_deref();
    for (heading, cell) in apart.left() {
        let kept = draft.fields.entry(heading.trim());
        kept.or_insert_with(|| cell.into());
    }
    let put = times.put(&mut draft, habits);
    let put = put.map_err(|reason| match reason == NO_DATE {
        true => undated::reason(&numbered),
        false => reason,
    });
    if put.is_ok() {
        beside.apply(&mut draft, habits);
    }
    let put = put.and_then(|()| beside.doubt(&draft).map_or(Ok(()), Err));
    match (put, &draft.private) {
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

/// Fields whose own readers look for what a text says of a status, or that hold no text.
const OF_TEXTS: [&str; 10] = [
    "title",
    "description",
    "status",
    "place",
    "city",
    "address",
    "campaign",
    "series",
    "lat",
    "lon",
];

/// Whether the kind of an event is written in words, not as a program calls it: “Marche aux flambeaux”, “Пикет”.
fn is_name(kind: &str) -> bool {
    let letters = kind.chars().filter(|letter| letter.is_alphabetic()).count();
    let in_words = kind.starts_with(|first: char| !first.is_ascii_lowercase())
        || kind.contains(char::is_whitespace);
    letters > 2 && in_words && !kind.contains('_')
}

/// Whether a column says what its event is, or when or where, so that it does not take place where that is struck through.
fn tells_event(column: &Column) -> bool {
    const FIELDS: [&str; 8] = [
        "title", "start", "time", "city", "place", "location", "address", "end",
    ];
    matches!(column, Column::Known(field) | Column::Translated(field, _) if FIELDS.contains(field))
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
