//! The query, and how a change of it enters the browser's history.

use query::Query;

/// What the address bar should say.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// The query.
    pub query: Query,
    /// How the last change enters the history.
    pub step: Step,
}

/// How a change enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It came from the address bar itself.
    Stay,
    /// A step of its own: Back undoes it.
    Push,
    /// Part of the current step, like one more letter typed.
    Replace,
}
