//! JSON of other programs, distinguished entry by entry by the fields that each has.

mod above;
pub mod activity;
pub mod address;
pub mod calendar;
mod cells;
pub mod fields;
mod flagged;
pub mod fullcalendar;
pub mod gancio;
pub mod geojson;
pub mod mobilize;
pub mod mobilizon;
mod occurrences;
pub mod osdi;
mod point_name;
mod post;
pub mod private;
pub mod rows;
mod schedule;
pub mod schema_org;
pub mod telegram;
mod text;
pub mod tribe;
mod umap;
mod walk;
mod which;

use std::sync::Arc;

use event_file::event::Status;
use serde_json::Value;

use self::above::Above;
use self::fields::Object;
use self::rows::Row;
pub use self::text::unreadable;
use self::which::which;
use super::draft::{Draft, Origin, Reading, Reject};
use super::format::Format;
use super::options::Options;
use super::rejects;

/// The most bytes of another program's JSON: in memory it takes some thirty times as much.
const LARGEST: usize = 64 << 20;

/// Reads JSON of any format but Marchmap's own event file.
///
/// # Errors
/// It is no JSON, or too large.
pub fn read(
    text: &str,
    source: &Arc<str>,
    forced: Option<Format>,
    options: &Options,
) -> Result<Reading, String> {
    if text.len() > LARGEST {
        return Err(format!(
            "JSON of {} MiB; at most {} are read, so split it",
            text.len() >> 20,
            LARGEST >> 20
        ));
    }
    let mut reading = Reading::default();
    let value = match text::values(text) {
        Ok(value) => value,
        Err(why) => text::lines(text, source, &mut reading).ok_or(why)?,
    };
    take(&value, source, 1, forced, options, &mut reading);
    // What pages say about themselves beside events is no one's reject.
    if !reading.drafts.is_empty() {
        let about = |reject: &Reject| {
            reject.text.contains("\"@type\"")
                && reject.reason.starts_with("of type ")
                && reject.reason.ends_with(", not an event")
        };
        let before = reading.rejects.len();
        reading.rejects.retain(|reject| !about(reject));
        let left_out = before - reading.rejects.len();
        reading.entries -= left_out;
        if left_out > 0 {
            reading.notes.push(format!(
                "{left_out} objects in it are of types that are no events"
            ));
        }
    }
    Ok(reading)
}

/// Takes a JSON value's entries; entries are counted on from those that are there.
pub fn take(
    value: &Value,
    source: &Arc<str>,
    line: u64,
    forced: Option<Format>,
    options: &Options,
    reading: &mut Reading,
) {
    if value.get("format").and_then(Value::as_str) == Some(rejects::FORMAT) {
        *reading = rejects::read(value, source, options);
        return;
    }
    if forced.is_none() && telegram::is(value) {
        reading.append(telegram::read(value, source, options));
        return;
    }
    let format = forced.filter(|format| *format != Format::Html);
    if format.is_none_or(|format| format == Format::Geojson) && geojson::is(value) {
        geojson::read(value, source, options, reading);
        return;
    }
    let texts = value.as_object().map(above::texts_of).unwrap_or_default();
    let mut items = Vec::new();
    walk::entries(value, 0, options, &mut items);
    let mut table = Vec::new();
    for item in items {
        let number = (reading.entries + table.len()) as u64 + 1;
        let (unit, number) = match line {
            1 => ("item", number),
            line => ("line", line),
        };
        let origin = Origin {
            source: Arc::clone(source),
            unit,
            number,
        };
        let Some(object) = item.as_object() else {
            let reason = "no object, so no event";
            reading.reject(Reject::new(origin, &item.to_string(), reason));
            continue;
        };
        match format.or_else(|| which(object)) {
            Some(Format::Json) => table.push(Row::new(origin, object)),
            None if line == 1 => table.push(Row::new(origin, object)),
            format => {
                let forced = forced.is_some();
                foreign(object, origin, (format, forced), options, reading);
            }
        }
    }
    if !table.iter().any(|row| rows::is(&row.object, options)) {
        for row in table.drain(..) {
            reading.reject(unknown(row.origin, &row.object));
        }
    }
    let may_share = options.day.is_some() || !table.iter().any(Row::is_dated);
    let above = Above::new(texts, may_share, options);
    for row in &mut table {
        row.put_day(&above, reading);
    }
    let first = reading.drafts.len();
    rows::read(table, options, reading);
    // What the object around the rows says of them all.
    let around = value
        .as_object()
        .into_iter()
        .flat_map(|object| object.values());
    reading.stands_above(first, around.filter_map(Value::as_str));
}

/// Takes an entry of a program whose format is known.
fn foreign(
    object: &Object,
    origin: Origin,
    (format, forced): (Option<Format>, bool),
    options: &Options,
    reading: &mut Reading,
) {
    let text = Value::Object(object.clone()).to_string();
    let private = private::mark(object);
    let first = reading.drafts.len();
    match format {
        Some(Format::Mobilizon) => one(reading, origin, &text, private, |draft| {
            mobilizon::fill(draft, object)
        }),
        Some(Format::Gancio) => one(reading, origin, &text, private, |draft| {
            gancio::fill(draft, object)
        }),
        Some(Format::Actionnetwork) => {
            one(reading, origin, &text, private, |draft| {
                osdi::fill(draft, object)
            });
        }
        Some(Format::Jsonld) if object.contains_key("@type") || forced => {
            one(reading, origin, &text, private, |draft| {
                schema_org::fill(draft, object)?;
                schedule::put(
                    draft,
                    object.get("eventSchedule").unwrap_or(&Value::Null),
                    options,
                )
            });
        }
        Some(Format::Jsonld) => one(reading, origin, &text, private, |draft| {
            activity::fill(draft, object)
        }),
        Some(Format::Calendar) => one(reading, origin, &text, private, |draft| {
            calendar::fill(draft, object)
        }),
        Some(Format::Tribe) => one(reading, origin, &text, private, |draft| {
            tribe::fill(draft, object)
        }),
        Some(Format::Mobilize) => mobilize::read(object, &origin, &text, reading),
        _ => reading.reject(unknown(origin, object)),
    }
    if flagged::is_off(object) {
        for draft in reading.drafts.iter_mut().skip(first) {
            draft.put("status", Status::Cancelled.name());
        }
    }
}

fn unknown(origin: Origin, object: &Object) -> Reject {
    let fields: Vec<&str> = object.keys().take(8).map(String::as_str).collect();
    let reason = format!(
        "no event of a format that is known; it has {}; --map NAME=start says what is the date",
        fields.join(", ")
    );
    Reject::new(origin, &Value::Object(object.clone()).to_string(), reason)
}

fn one(
    reading: &mut Reading,
    origin: Origin,
    text: &str,
    private: Option<String>,
    fill: impl FnOnce(&mut Draft) -> Result<(), String>,
) {
    let mut draft = Draft::new(origin, text);
    let filled = fill(&mut draft);
    draft.private = draft.private.or(private);
    match (filled, &draft.private) {
        (Ok(()), _) => reading.take(draft),
        (Err(reason), Some(mark)) => {
            let reason = format!("marked as private ({mark}), and: {reason}");
            reading.reject(Reject::new(draft.origin, "", reason));
        }
        (Err(reason), None) => reading.reject(draft.rejected(reason)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, titles: &[&str], rejects: &[&str]) {
        let options = Options::new(chrono::NaiveDate::MIN);
        let read = super::read(text, &"s.json".into(), None, &options).unwrap();
        let found: Vec<&str> = read
            .drafts
            .iter()
            .filter_map(|draft| draft.text_of("title"))
            .collect();
        assert_eq!(found, titles, "{text}");
        let found: Vec<String> = read
            .rejects
            .iter()
            .map(|reject| reject.origin.to_string())
            .collect();
        assert_eq!(found, rejects, "{text}");
    }

    #[test]
    fn a_broken_line_of_json_lines_is_a_reject_of_its_own() {
        check(
            "{\"title\": \"A\", \"start\": \"2023-11-04\", \"city\": \"Bonn\"}\n{\"title\": \"B\", broken\n\
             {\"title\": \"C\", \"start\": \"2023-11-05\", \"city\": \"Bonn\"}\n",
            &["A", "C"],
            &["s.json, line 2"],
        );
    }

    #[test]
    fn the_event_inside_an_activity() {
        check(
            r#"{ "type": "Create", "object": { "type": "Event", "name": "A", "startTime": "2023-11-04T14:00:00+01:00" } }"#,
            &["A"],
            &[],
        );
    }

    #[test]
    fn what_a_page_says_of_itself_beside_events_is_no_reject() {
        check(
            r#"{ "@graph": [ { "@type": "WebPage", "name": "x" },
                { "@type": "Event", "name": "A", "startDate": "2023-11-04" } ] }"#,
            &["A"],
            &[],
        );
    }
}
