//! What a source is, by its content, and what is in it.

use std::sync::Arc;

use event_file::write;
use serde_json::Value;

use super::draft::{Draft, Origin, Reading, Reject};
use super::format::Format;
use super::html::{self, grid};
use super::options::Options;
use super::{encoding, ics, json, listing, table};
use crate::wording;
use crate::zones::TzDatabase;

/// Reads a source of any format.
///
/// # Errors
/// It is not what it is said or seems to be.
pub fn read(
    bytes: &[u8],
    name: &str,
    forced: Option<Format>,
    options: &Options,
) -> Result<Reading, String> {
    let source: Arc<str> = name.into();
    let (text, note) = encoding::text(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let format = forced.unwrap_or_else(|| recognised(text, options));
    let mut reading = match format {
        Format::Csv => table::read(text, &source, options)?,
        Format::Ics if !is_icalendar(text) => {
            return Err(
                "no line of it begins with BEGIN:VCALENDAR, so it is no iCalendar file; \
                        without --from, its content tells what it is"
                    .to_owned(),
            );
        }
        Format::Ics => ics::read(text, &source, options),
        Format::Marchmap => ours(bytes, &source)?,
        Format::Html => page(text, &source, options)?,
        Format::Text => listing::read(text, &source, options),
        other => json::read(text, &source, forced.map(|_| other), options)?,
    };
    reading.notes.extend(note.map(str::to_owned));
    Ok(reading)
}

/// The format of a text.
fn recognised(text: &str, options: &Options) -> Format {
    let start: String = text.trim_start().chars().take(4000).collect();
    if is_icalendar(&start) {
        return Format::Ics;
    }
    if start.starts_with(['{', '[']) {
        return if is_ours(&start) {
            Format::Marchmap
        } else {
            Format::Jsonld
        };
    }
    if start.starts_with('<') || start.to_ascii_uppercase().contains("<HTML") {
        return Format::Html;
    }
    match table::shape(text, &options.columns) {
        Some(_) => Format::Csv,
        None => Format::Text,
    }
}

/// Whether a line begins a calendar or an event of iCalendar (RFC 5545, section 3.4).
fn is_icalendar(text: &str) -> bool {
    let begins = |line: &str, with: &str| {
        let start = line.trim_start().get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    text.split(['\n', '\r'])
        .any(|line| begins(line, "BEGIN:VCALENDAR") || begins(line, "BEGIN:VEVENT"))
}

/// Whether the beginning of JSON is that of an event file.
fn is_ours(start: &str) -> bool {
    let tight: String = start
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    if tight.contains("\"format\":\"marchmap/1\"") {
        return true;
    }
    // A bare list of events, or an object with one: with the two fields that every event has.
    let list = tight.starts_with("[{") || tight.starts_with("{\"events\":[");
    let foreign = [
        "\"start_datetime\"",
        "\"timeslots\"",
        "\"beginsOn\"",
        "\"@type\"",
        "\"_links\"",
        "\"start_date\"",
    ];
    list && tight.contains("\"title\":")
        && tight.contains("\"start\":")
        && !foreign.iter().any(|name| tight.contains(name))
}

/// An event file of Marchmap's own, read by the core.
fn ours(bytes: &[u8], source: &Arc<str>) -> Result<Reading, String> {
    let (calendar, _) =
        event_file::read(bytes, &TzDatabase).map_err(|fault| wording::not_an_event_file(&fault))?;
    let mut reading = Reading::default();
    let origin = |number: usize| Origin {
        source: Arc::clone(source),
        unit: "item",
        number: number as u64,
    };
    for event in &calendar.events {
        let mut draft = Draft::new(origin(reading.entries + 1), &event.title);
        draft.fields = write::event(event);
        draft.ours = true;
        reading.take(draft);
    }
    for entry in &calendar.unreadable {
        let at = origin(reading.entries + 1);
        reading.reject(Reject::new(
            at,
            &entry.to_string(),
            "no object with something in it, so no event",
        ));
    }
    Ok(reading)
}

/// A page: what schema.org says in it, else the rows of its tables, else its text.
fn page(text: &str, source: &Arc<str>, options: &Options) -> Result<Reading, String> {
    let mut reading = Reading::default();
    let scripts = html::scripts(text, "ld+json");
    for (line, script) in &scripts {
        let origin = Origin {
            source: Arc::clone(source),
            unit: "line",
            number: *line,
        };
        match serde_json::from_str::<Value>(script) {
            Ok(value) => json::take(
                &value,
                source,
                *line,
                Some(Format::Html),
                options,
                &mut reading,
            ),
            Err(error) => reading.reject(Reject::new(
                origin,
                script,
                format!("no JSON that can be read: {error}"),
            )),
        }
    }
    // Pages say much about themselves that is no event; that is no one's reject.
    reading.rejects.retain(|reject| {
        let about = reject.reason.ends_with("not an event")
            || reject.reason.starts_with("no event of a format");
        reading.entries -= usize::from(about);
        !about
    });
    if reading.entries > 0 {
        return Ok(reading);
    }
    if let Some(tables) = grid::read(text, source, options) {
        return Ok(tables);
    }
    Ok(listing::read(&html::plain(text), source, options))
}
