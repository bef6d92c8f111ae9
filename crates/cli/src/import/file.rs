//! The event file that events are taken into, before and after.

use event_file::{Calendar, Event, write};
use import::merge::{Desk, Entry};
use import::rejects;
use import::report::Report;
use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::store::Output;
use crate::wording;

/// The most problems listed of what was written.
const MOST: usize = 10;

/// All of an event file but its entries.
#[derive(Debug, Default)]
pub struct File {
    rest: Calendar,
    /// Whether it is a file with nothing wrong in it.
    is_sound: bool,
}

impl File {
    /// Reads what an output has, its entries apart; a file that is not there yet, a pipe and a device are empty.
    ///
    /// # Errors
    /// It cannot be read, or is no event file.
    pub fn open(output: &mut Output) -> Result<(Self, Desk), Failure> {
        let Some(bytes) = output.read()?.filter(|bytes| !bytes.is_empty()) else {
            return Ok(Default::default());
        };
        let (mut rest, problems) = wording::event_file(bytes, &output.name())
            .map_err(|failure| failure.help("mend it first, or name another file after -o"))?;
        let events = std::mem::take(&mut rest.events);
        // One after the other, so that there are never two of each.
        let desk = Desk::new(events.into_iter().map(|event| write::event(&event)));
        // Texts of a calendar share the file they were read from: what is left is read again, to let go of the rest.
        let (rest, _) = wording::event_file(event_file::write(&rest), &output.name())?;
        let is_sound = output.is_file() && problems.is_empty();
        Ok((Self { rest, is_sound }, desk))
    }

    /// Whether it is a file with nothing wrong in it, which may stay as it is.
    pub fn is_sound(&self) -> bool {
        self.is_sound
    }

    /// The text of the file with these entries. What the core finds wrong with it is reported.
    ///
    /// # Errors
    /// The entries make no event file, which would be a mistake of this program.
    pub fn text(self, entries: Vec<Entry>, report: &mut Report) -> Result<String, Failure> {
        let mut rest = self.rest;
        // Entry by entry, so that there are never two of everything.
        let length: usize = entries.iter().map(|entry| entry.json().len() + 1).sum();
        let mut json = String::with_capacity(length + 2);
        json.push('[');
        for entry in entries {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(entry.json());
        }
        json.push(']');
        let (read, problems) = wording::event_file(json, "what would be written")?;
        for problem in problems.iter().take(MOST) {
            report.note(wording::place(problem), wording::sentence(problem));
        }
        if let Some(more) = problems.len().checked_sub(MOST).filter(|more| *more > 0) {
            report.note(
                "the file",
                format!("{more} more problems; `marchmap check` lists them"),
            );
        }
        rest.unreadable.extend(read.unreadable);
        with_events(&rest, &read.events)
            .map_err(|error| Failure::new(format!("the events cannot be written: {error}")))
    }
}

/// The calendar's text with these events in it, as [`event_file::write()`] writes it, but entry by entry, so that there
/// are never two of everything.
fn with_events(rest: &Calendar, events: &[Event]) -> Result<String, serde_json::Error> {
    let frame = serde_json::from_str(&event_file::write(rest))?;
    let mut text = serde_json::to_string_pretty(&Whole { frame, events })?;
    text.push('\n');
    Ok(text)
}

/// An event file whose entries are made as they are written.
struct Whole<'a> {
    /// The file without the events; its entries that are no event come last.
    frame: Map<String, Value>,
    events: &'a [Event],
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut file = serializer.serialize_map(Some(self.frame.len()))?;
        for (name, value) in &self.frame {
            match value.as_array().filter(|_| name == "events") {
                Some(unreadable) => file.serialize_entry(name, &Entries(self.events, unreadable)),
                None => file.serialize_entry(name, value),
            }?;
        }
        file.end()
    }
}

/// Events, then entries that are none.
struct Entries<'a>(&'a [Event], &'a [Value]);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len() + self.1.len()))?;
        for event in self.0 {
            list.serialize_element(&write::event(event))?;
        }
        for entry in self.1 {
            list.serialize_element(entry)?;
        }
        list.end()
    }
}

/// The rejects file there is; nothing else is taken for one, and so replaced.
///
/// # Errors
/// It cannot be read, or is no rejects file.
pub fn rejects(output: &mut Output) -> Result<Option<Value>, Failure> {
    let Some(bytes) = output.read()?.filter(|bytes| !bytes.is_empty()) else {
        return Ok(None);
    };
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(value) if value.get("format").and_then(Value::as_str) == Some(rejects::FORMAT) => {
            Ok(Some(value))
        }
        _ => Err(Failure::new(format!(
            "{} is no rejects file, and would be lost",
            output.name()
        ))
        .help("name another file after --rejects, or move this one away")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tz_database::TzDatabase;

    #[track_caller]
    fn check(file: &str) {
        let (whole, _) = event_file::read(file.as_bytes(), &TzDatabase).unwrap();
        let mut rest = whole.clone();
        let events = std::mem::take(&mut rest.events);
        assert_eq!(
            with_events(&rest, &events).unwrap(),
            event_file::write(&whole)
        );
    }

    #[test]
    fn entry_by_entry_is_as_at_once() {
        check("[]");
        check(r#"[{ "title": "A\n \"events\": [", "start": "2023-11-04", "tags": ["a", "b"] }]"#);
        check(
            r#"{ "calendar": { "title": "C" }, "more": { "events": [] }, "events": [{ "title": "A" }, 5, { "title": "B" }] }"#,
        );
        check(r#"{ "events": [7] }"#);
    }
}
