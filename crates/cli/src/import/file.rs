//! The event file that events are taken into, before and after.

use std::path::Path;

use calendar::{Calendar, Words, write};
use serde_json::{Map, Value};

use super::report::Report;
use crate::failure::Failure;
use crate::source as input;

/// The most problems told of what was written.
const MOST: usize = 10;

/// An event file.
#[derive(Debug, Default)]
pub struct File {
    /// Its entries.
    pub entries: Vec<Map<String, Value>>,
    /// Everything else.
    rest: Calendar,
}

impl File {
    /// Reads it; one that is not there yet is empty.
    ///
    /// # Errors
    /// It cannot be read, or is no JSON.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        if path == Path::new("-") || !path.exists() {
            return Ok(Self::default());
        }
        let bytes = input::bytes(path)?;
        let (mut rest, _) = calendar::read(&bytes).map_err(|error| {
            Failure::new(format!("{} cannot be added to: {error}", path.display()))
                .help("mend it first; `marchmap check` tells where")
        })?;
        let events = std::mem::take(&mut rest.events);
        let entries = events.iter().map(write::event).collect();
        Ok(Self { entries, rest })
    }

    /// The file's text. What the core finds wrong with it is reported.
    ///
    /// # Errors
    /// The entries make no event file, which would be a mistake of this program.
    pub fn text(self, report: &mut Report) -> Result<String, Failure> {
        let Self { entries, mut rest } = self;
        let json = {
            let entries: Vec<Value> = entries.into_iter().map(Value::Object).collect();
            Value::Array(entries).to_string()
        };
        let (read, problems) =
            calendar::read(json.as_bytes()).map_err(|error| Failure::new(error.to_string()))?;
        drop(json);
        let words = Words::english();
        let text = |key: &str, values: &[(&str, &str)]| words.text(key, values);
        for problem in problems.iter().take(MOST) {
            report.note(problem.place(text), problem.sentence(text));
        }
        if let Some(more) = problems.len().checked_sub(MOST).filter(|more| *more > 0) {
            report.note(
                "the file",
                format!("{more} more problems; `marchmap check` lists them"),
            );
        }
        rest.events = read.events;
        rest.unreadable.extend(read.unreadable);
        Ok(calendar::write(&rest))
    }
}

/// A JSON file that may not be there.
///
/// # Errors
/// It is there, and is no JSON.
pub fn json(path: &Path) -> Result<Option<Value>, Failure> {
    if !path.exists() {
        return Ok(None);
    }
    let bytes = input::bytes(path)?;
    let value = serde_json::from_slice(&bytes)
        .map_err(|error| Failure::new(format!("{} is no rejects file: {error}", path.display())))?;
    Ok(Some(value))
}
