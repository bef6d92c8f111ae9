//! The editor's desk: the event file checked, filled from other sources, and given away in other formats.
//!
//! The same core as the page's, with files, a gazetteer and the rules of time zones around it.

pub mod check;
pub mod command;
pub mod export;
pub mod failure;
pub mod import;
pub mod language;
pub mod page;
pub mod places;
pub mod site;
pub mod source;
pub mod store;
pub mod wording;
