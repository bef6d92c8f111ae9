//! Reads whatever an editor has, in any format and many languages, as entries of an event file.
//!
//! `source::read` gives the entries of a source and what could not be read; `intake::Intake` places them, settles their
//! times and merges them into the entries of the event file. Nothing here opens a file or asks for the time.

mod binary;
mod cancelled;
mod contact;
mod detect;
pub mod draft;
mod encoding;
pub mod format;
mod grid;
mod html;
mod ics;
pub mod intake;
mod json;
mod line_numbers;
mod listing;
pub mod locate;
mod mail;
mod markdown;
pub mod merge;
mod messenger;
mod new_place;
pub mod options;
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
mod aligned;
mod page;
mod private;
