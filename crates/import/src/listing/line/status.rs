//! What a line says first of whether its entry takes place.

use event_file::event::Status;

use super::bullet::{OFF, is_bullet};
use super::span::{Dates, Kind};
use super::spans::spans;
use crate::cancelled;

/// What stands first of whether an entry takes place, and the rest of its line. “❌ Leeds, 2 pm” may say that it does not.
pub fn without_status(line: String) -> (Option<Status>, String) {
    match status_first(&line) {
        Some((status, rest)) => (Some(status), rest),
        None if line.starts_with(OFF) => {
            let rest = line.trim_start_matches(OFF).trim_start_matches(is_bullet);
            (Some(Status::Tentative), rest.trim().to_owned())
        }
        None => (None, line),
    }
}

/// The status that stands before an entry, apart from it, and the rest of the line; a title with a status is left whole.
fn status_first(line: &str) -> Option<(Status, String)> {
    let (status, rest) = cancelled::in_title(line)?;
    // “York, postponed: 8 December, 5pm” begins with its city.
    let begins = |text: &str| cancelled::begins(text).is_some();
    let first = begins(line) || line.split_once(':').is_some_and(|(front, _)| begins(front));
    let entry = first && line.trim_end().ends_with(rest.trim_end());
    let says_when = |rest: &str| {
        let spans = spans(rest, Dates::All, false);
        spans.iter().any(|span| matches!(span.kind, Kind::Clock(_)))
    };
    (entry && says_when(&rest)).then_some((status, rest))
}
