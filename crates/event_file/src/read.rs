//! Reading an event file: tolerant and total.
//!
//! A file is either JSON, and then every entry of it is in the calendar, or it is one clear error.
//! What is wrong with entries and fields is a list of problems; what could not be read is kept as
//! written in `rest` (or `unreadable`) and written out again.
//!
//! The bytes are walked once: each entry fills a row of cells (`row`), which is then judged field
//! by field (`event`). Nothing is copied that an event does not keep.

mod about;
mod attendance;
mod cell;
mod codes;
mod country;
mod date;
pub mod date_hint;
mod decode;
mod document;
mod entries;
mod event;
mod feature;
pub mod field;
mod id;
mod links;
mod lists;
mod not_json;
mod plain;
mod position;
mod reader;
mod repair;
mod row;
mod scope;
mod translations;

pub use not_json::{Fault, NotJson};
pub use plain::read_plain;

use crate::{Calendar, Problem};

/// The `format` this version reads and writes.
pub const FORMAT: &str = "marchmap/1";

/// Reads an event file.
///
/// Three shapes are read: an object with `events`, a bare array of events, and a GeoJSON
/// FeatureCollection (RFC 7946). The text may be UTF-8 or UTF-16, with or without a byte order mark.
///
/// # Errors
///
/// Only for what is not JSON at all: then nothing can be told apart, and [`NotJson`] says where
/// and what to mend.
pub fn read(bytes: &[u8]) -> Result<(Calendar, Vec<Problem>), NotJson> {
    match read_plain(bytes.to_vec()) {
        Ok(calendar) => Ok((calendar, Vec::new())),
        Err(bytes) => judge(&bytes),
    }
}

/// Reads a file that may have something to mend.
fn judge(bytes: &[u8]) -> Result<(Calendar, Vec<Problem>), NotJson> {
    let (text, mut problems) = decode::decode(bytes);
    let read = match document::read(&text) {
        Ok(read) => Ok(read),
        // Only a file that strict JSON refuses is looked through for what can be mended.
        Err(error) => match repair::repair(&text) {
            None => Err(NotJson::new(&error, &text)),
            Some((mended, repairs)) => {
                problems.extend(repairs);
                document::read(&mended).map_err(|error| NotJson::new(&error, &mended))
            }
        },
    };
    let (calendar, more) = read?;
    problems.extend(more);
    Ok((calendar, problems))
}
