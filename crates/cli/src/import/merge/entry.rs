//! An entry of the event file as JSON text: a hundred thousand of them need a fifth of the memory that maps would.

use serde_json::{Map, Value};

use super::seen;

/// An entry, with its source's name for it at hand.
#[derive(Debug, Clone)]
pub struct Entry {
    json: Box<str>,
    key: Option<Box<str>>,
}

impl Entry {
    /// Of its fields.
    pub fn new(fields: &Map<String, Value>) -> Self {
        Self {
            key: seen::key(fields).map(Box::from),
            json: text(fields).into(),
        }
    }

    /// Its fields.
    pub fn fields(&self) -> Map<String, Value> {
        // It was written from such a map.
        serde_json::from_str(&self.json).unwrap_or_default()
    }

    /// Its text.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// What its source calls it, or the source's own name.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// What its source calls it.
    pub fn own_key(&self) -> Option<&str> {
        self.key().filter(|key| !seen::is_nameless(key))
    }
}

/// A map of JSON values with texts for keys is always written.
fn text(fields: &Map<String, Value>) -> String {
    serde_json::to_string(fields).unwrap_or_default()
}
