//! Reading an event file: tolerant and total.
//!
//! A file is either an event file, and then every entry of it is in the calendar, or it is one clear error.
//! What is wrong with entries and fields is a list of problems; what could not be read is kept as
//! written in `rest` (or `unreadable`) and written out again.
//!
//! The bytes are read once: each entry fills a row of values (`row`) that borrow their texts from the
//! file (`json`), and then each field is read from its value (`event`).

mod about;
mod attendance;
mod codes;
mod country;
mod date;
pub mod date_hint;
mod decode;
mod document;
mod entries;
mod error;
mod event;
mod fault;
mod feature;
pub mod field;
mod id;
mod json;
mod links;
mod lists;
mod position;
mod reader;
mod repair;
mod row;
mod scope;
mod timezone;
mod translations;

use std::sync::Arc;

pub use crate::file::FORMAT;
pub use error::NotAnEventFile;
pub use fault::Fault;
pub use repair::{Repair, repairs};

use crate::file::Calendar;
use crate::problem::Problem;
use crate::zone::Zones;
use document::Unreadable;

/// Reads an event file. A `Vec<u8>` is not copied: the calendar keeps it, and its texts are parts of it.
///
/// Three shapes are read: an object with `events`, a bare array of events, and a GeoJSON
/// FeatureCollection (RFC 7946). The text may be UTF-8 or UTF-16, with or without a byte order mark.
/// `zones` says which time zones exist.
///
/// # Errors
///
/// Only for what is not JSON, or JSON in none of the three shapes: [`NotAnEventFile`] says what was found,
/// where, and what to mend.
pub fn read(
    file: impl Into<Vec<u8>>,
    zones: &dyn Zones,
) -> Result<(Calendar, Vec<Problem>), NotAnEventFile> {
    read_bytes(file.into(), zones)
}

fn read_bytes(
    bytes: Vec<u8>,
    zones: &dyn Zones,
) -> Result<(Calendar, Vec<Problem>), NotAnEventFile> {
    let decoded = decode::decode(bytes);
    let mut problems: Vec<Problem> = decoded.problem.into_iter().collect();
    let (mut calendar, more) = match document::read(&decoded.text, decoded.start, zones) {
        Ok(read) => read,
        Err(Unreadable::Shape(shape)) => {
            return Err(NotAnEventFile::shape(
                &shape,
                &decoded.text[decoded.start..],
            ));
        }
        // Only a file that strict JSON refuses is searched for what can be mended.
        Err(Unreadable::Syntax(error)) => {
            let text = &decoded.text[decoded.start..];
            let Some((mended, changes)) = repair::repair(text) else {
                return Err(NotAnEventFile::syntax(&error, text));
            };
            problems.extend(changes);
            let mended = Arc::new(mended);
            document::read(&mended, 0, zones).map_err(|error| match error {
                Unreadable::Shape(shape) => NotAnEventFile::shape(&shape, &mended),
                Unreadable::Syntax(error) => NotAnEventFile::syntax(&error, &mended),
            })?
        }
    };
    calendar.source = decoded.source;
    problems.extend(more);
    Ok((calendar, problems))
}
