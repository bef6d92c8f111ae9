//! A row of a table, or anything like one, as an entry.

use event_file::event::Status;

use super::answers::Answers;
use super::apart::Apart;
use super::beside::Beside;
use super::columns::Column;
use super::habits::Habits;
use super::times::{Times, same_day};
use super::{stamp, value};
use crate::import::draft::{Draft, Reject};
use crate::import::html::CANCELLED;
use crate::import::{cancelled, words, zone_names};

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
    let mut beside = Beside::default();
    for (column, heading, cell) in cells {
        let cell = cell.trim();
        // “~~12.12.2026~~” in one cell of a row.
        let cell = match cell.strip_prefix(CANCELLED) {
            Some(rest) => {
                draft.put("status", Status::Cancelled.name());
                rest
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
            draft.explain(field, format!("{heading}: “{cell}”"));
        }
        beside.take(column, heading, cell);
        match column {
            Column::Known("start") => {
                let (cell, end) = from_to(cell);
                let (day, status) = without_remark(cell);
                if let Some(status) = status {
                    draft.put("status", status.name());
                }
                times.start = Some(day);
                times.start_in = zone_of(heading, cell);
                if let Some(end) = end {
                    times.start = zone_names::behind(day).map_or(Some(day), |(day, _)| Some(day));
                    times.end = times.end.or(Some(end));
                }
            }
            Column::Known("time") if words::heading(cell) == Some("all_day") => {
                times.all_day = true
            }
            Column::Known("time" | "end_time" | "end" | "duration")
                if words::value(cell) == Some("unannounced") || is_blank(cell) => {}
            Column::Known("time") => match cancelled::status_alone(cell) {
                Some(status) if stamp::clock(cell).is_err() => {
                    draft.put("status", status.name());
                }
                _ => {
                    times.time = Some(cell);
                    times.time_in = zone_of(heading, cell);
                }
            },
            Column::Known("end") => times.end = Some(cell),
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
            ) if lone_status(cell).is_some() => {
                off = off.or(lone_status(cell).map(|status| (status, heading, cell)));
            }
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
                off = off.or(stated(cell).map(|status| (status, heading, cell)));
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

/// The status that a cell of any column states, and nothing else.
fn stated(cell: &str) -> Option<Status> {
    let sure = matches!(cancelled::judge(cell), cancelled::Verdict::Sure(_));
    cancelled::status_alone(cell).filter(|_| sure)
}

/// “CANCELLED” in the place of a name; what is not certain there may be the name alone.
fn lone_status(cell: &str) -> Option<Status> {
    stated(cell).filter(|status| *status != Status::Tentative && is_status(cell))
}

/// Whether a cell is a word for a status, not an abbreviation such as that of Ontario.
fn is_status(cell: &str) -> bool {
    const LONGEST_ABBREVIATION: usize = 3;
    cell.chars().count() > LONGEST_ABBREVIATION
        && (words::value(cell) == Some("scheduled") || cancelled::status_alone(cell).is_some())
}

/// “November 4, 2023 2:00 PM (GMT+1) → 4:00 PM”, as Notion writes a beginning and an end.
fn from_to(cell: &str) -> (&str, Option<&str>) {
    match cell.split_once(" → ") {
        Some((from, to)) => (from.trim(), Some(to.trim())),
        None => (cell, None),
    }
}

/// “City Square – CANCELLED”, “Rathaus (abgesagt)”: what the status stands behind, and the status.
fn status_behind(cell: &str) -> Option<(Status, String)> {
    apart(cell).or_else(|| {
        // “ABGESAGT – Markt”, “port annulé”.
        cancelled::in_title(cell)
            .filter(|(status, rest)| *status != Status::Tentative && rest != cell)
    })
}

/// What stands before a mark, and the status behind it.
fn apart(cell: &str) -> Option<(Status, String)> {
    let (before, remark) = match cell.strip_suffix([')', ']']) {
        Some(rest) => rest.rsplit_once(['(', '['])?,
        None => cell
            .rsplit_once(" - ")
            .or_else(|| cell.rsplit_once(" – "))
            .or_else(|| cell.rsplit_once(": "))?,
    };
    let status = cancelled::status_alone(remark)?;
    let before = before.trim();
    (!before.is_empty()).then(|| (status, before.to_owned()))
}

/// “4.11.2023 (Absage)”: the day, and the status that the parenthesis behind it states.
fn without_remark(cell: &str) -> (&str, Option<event_file::event::Status>) {
    let remark = || {
        let (day, remark) = cell.strip_suffix(')')?.rsplit_once('(')?;
        Some((day.trim_end(), cancelled::status_alone(remark)?))
    };
    remark().map_or((cell, None), |(day, status)| (day, Some(status)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_in_the_cell_of_a_place_is_told_from_its_name() {
        for (cell, rest) in [
            ("City Square - CANCELLED", Some("City Square")),
            ("Rathaus (abgesagt)", Some("Rathaus")),
            ("ABGESAGT – Markt", Some("Markt")),
            ("gare – annulé", Some("gare")),
            ("Kielce (odwołane)", Some("Kielce")),
            ("Frankfurt (Oder)", None),
            ("Place de la Liberté - Brest", None),
        ] {
            let found = status_behind(cell);
            let found = found.as_ref().map(|(_, rest)| rest.as_str());
            assert_eq!(found, rest, "{cell}");
        }
    }
}
