//! What the reader of the event file found wrong, in English sentences for a terminal.

use event_file::read::NotAnEventFile;
use event_file::{Calendar, Problem, read};
use texts::Words;

use crate::failure::Failure;
use crate::zones::TzDatabase;

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

/// Why a file is no event file, and where.
pub fn not_an_event_file(fault: &NotAnEventFile) -> String {
    let words = Words::english();
    plain(&fault.sentence(|key, values| words.text(key, values)))
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

/// A sentence without the marks that keep directions of writing apart on a page.
pub fn plain(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}
