//! The event file that events are taken into, before and after.

use event_file::{Calendar, Event, write};
use serde_json::Value;

use super::merge::Entry;
use super::rejects;
use super::report::Report;
use crate::failure::Failure;
use crate::store::Output;
use crate::wording;

/// The most problems listed of what was written.
const MOST: usize = 10;

/// An event file.
#[derive(Debug, Default)]
pub struct File {
    /// Its entries.
    pub entries: Vec<Entry>,
    /// Everything else.
    rest: Calendar,
}

impl File {
    /// Reads what an output has; a file that is not there yet, a pipe and a device are empty.
    ///
    /// # Errors
    /// It cannot be read, or is no event file.
    pub fn open(output: &mut Output) -> Result<Self, Failure> {
        let Some(bytes) = output.read()?.filter(|bytes| !bytes.is_empty()) else {
            return Ok(Self::default());
        };
        let (mut rest, _) = wording::event_file(bytes, &output.name())
            .map_err(|failure| failure.help("mend it first, or name another file after -o"))?;
        let events = std::mem::take(&mut rest.events);
        // One after the other, so that there are never two of each.
        let entries = events
            .into_iter()
            .map(|event| Entry::new(&write::event(&event)))
            .collect();
        // Texts of a calendar share the file they were read from: what is left is read again, to let go of the rest.
        let (rest, _) = wording::event_file(event_file::write(&rest), &output.name())?;
        Ok(Self { entries, rest })
    }

    /// The file's text. What the core finds wrong with it is reported.
    ///
    /// # Errors
    /// The entries make no event file, which would be a mistake of this program.
    pub fn text(self, report: &mut Report) -> Result<String, Failure> {
        let Self { entries, mut rest } = self;
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
        Ok(with_events(&rest, read.events))
    }
}

/// The calendar's text with these events in it, as [`event_file::write()`] writes it, but entry by entry.
fn with_events(rest: &Calendar, events: Vec<Event>) -> String {
    let frame = event_file::write(rest);
    // The list of events is the last member of the file.
    let list = "\n  \"events\": [";
    let Some(at) = frame.rfind(list).filter(|_| !events.is_empty()) else {
        return frame;
    };
    let (mut text, after) = (
        frame[..at + list.len()].to_owned(),
        &frame[at + list.len()..],
    );
    let last = events.len();
    for (number, event) in (1..).zip(events) {
        text.push_str("\n    ");
        let entry = format!("{:#}", Value::Object(write::event(&event)));
        text.push_str(&entry.replace('\n', "\n    "));
        if number < last || !rest.unreadable.is_empty() {
            text.push(',');
        }
    }
    if rest.unreadable.is_empty() {
        text.push_str("\n  ");
    }
    text.push_str(after);
    text
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
    use crate::zones::TzDatabase;

    #[track_caller]
    fn check(file: &str) {
        let (whole, _) = event_file::read(file.as_bytes(), &TzDatabase).unwrap();
        let mut rest = whole.clone();
        let events = std::mem::take(&mut rest.events);
        assert_eq!(with_events(&rest, events), event_file::write(&whole));
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
