//! What is wrong with an event file, entry by entry: which entry, which field, what, and what was done.

mod kind;
mod sentence;

pub use kind::{Outcome, ProblemKind};

/// One thing that is wrong. The words come from the interface language: `kind` and `outcome` are keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// An error loses something the visitor should know; a warning does not.
    pub severity: Severity,
    /// Position of the entry in the file, from 0; `None` when it concerns the file or the calendar.
    pub entry: Option<usize>,
    /// The entry's title or id, to recognise it by.
    pub label: Option<String>,
    /// The field, by its name in the file, with a path where it is nested (`links[2].url`).
    pub field: Option<String>,
    /// The value as written, as JSON, shortened past 80 characters.
    pub value: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What to write instead, where that can be said; a text without its quotes.
    pub suggestion: Option<String>,
    /// What was done about it.
    pub outcome: Outcome,
}

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Severity {
    Warning,
    Error,
}
