//! What a column of a table may hold.

use crate::table::flag::Flag;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// A field of the event file, or one of what tables have columns for beside them: an hour, a whole place, a half of a date.
    Known(&'static str),
    /// A field in another language; `None` for the one that a column `language_local` names.
    Translated(&'static str, Option<String>),
    /// Answers of yes or no about the event: whether it may be shown, whether it takes place.
    Flag(Flag),
    /// A column whose meaning is not known, kept as an unknown field of this name.
    Other(String),
    /// Left out, as the editor says.
    Ignored,
    /// Left out, because it says who sent the entry in and how to reach them; only `--map` takes it in.
    Personal(String),
}
