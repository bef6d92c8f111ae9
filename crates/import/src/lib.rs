//! Reads whatever an editor has, in any format and many languages, as entries of an event file.
//!
//! `source::read` gives the entries of a source and what could not be read; `intake::Intake` places them, settles their
//! times and merges them into the entries of the event file. Nothing here opens a file or asks for the time.

mod binary;
mod cancelled;
mod contact;
mod default_names;
mod detect;
mod discretion;
pub mod draft;
mod encoding;
pub mod format;
mod grid;
mod html;
mod ics;
pub mod intake;
mod json;
mod listing;
pub mod locate;
mod mail;
mod markdown;
pub mod merge;
mod messenger;
mod named_above;
mod new_place;
mod no_event;
mod numbers;
pub mod options;
mod pending_place;
mod place_hour;
pub mod rejects;
pub mod report;
mod review;
mod settle;
pub mod source;
mod spreadsheet;
mod stamp;
pub mod table;
pub mod twin;
mod vehicle_codes;
pub mod when;
mod wikitext;
pub mod wording;
pub mod words;
mod xml;
mod zone_names;

mod actions;
mod page;
mod private;
