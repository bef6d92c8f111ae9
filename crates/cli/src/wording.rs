//! What the reader of the event file found wrong, in English sentences for a terminal.

use event_file::{Calendar, Problem, read};
use texts::Words;
use tz_database::TzDatabase;

use crate::failure::Failure;

pub use import::wording::{not_an_event_file, plain};

/// Reads an event file; `name` is what it is called in the message.
///
/// # Errors
/// It is none; the message says where and why.
pub fn event_file(
    bytes: impl Into<Vec<u8>>,
    name: &str,
) -> Result<(Calendar, Vec<Problem>), Failure> {
    read(bytes, &TzDatabase).map_err(|fault| {
        let why = not_an_event_file(&fault);
        Failure::new(format!("{name} is no event file. {why}"))
    })
}

/// Which entry of which name a problem is about.
pub fn place(problem: &Problem) -> String {
    let words = Words::english();
    plain(&problem.place(|key: &str, values: &[(&str, &str)]| words.text(key, values)))
}

/// What the problem is, what to write, and what was done.
pub fn sentence(problem: &Problem) -> String {
    let words = Words::english();
    plain(&problem.sentence(|key: &str, values: &[(&str, &str)]| words.text(key, values)))
}
