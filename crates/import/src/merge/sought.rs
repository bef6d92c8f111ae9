//! An entry of a source, to be found in the file.

use serde_json::{Map, Value};

/// An entry of a source, to be found in the file.
pub(super) struct Sought<'a> {
    pub(super) fields: &'a Map<String, Value>,
    /// What is to be remembered of it ([`super::seen::memory`]).
    pub(super) memory: &'a Value,
    /// What the source calls it.
    pub(super) key: Option<&'a str>,
    pub(super) id: Option<&'a str>,
    /// The date that it replaces (`Desk::moved`).
    pub(super) moved: Option<usize>,
}
