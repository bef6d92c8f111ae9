//! An entry of the event file as JSON text: a hundred thousand of them need a fifth of the memory that maps would.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde_json::{Map, Value};

use super::seen;

/// An entry, with its source's name for it at hand, and a hash of what its source said last.
#[derive(Debug, Clone)]
pub struct Entry {
    json: Box<str>,
    key: Option<Box<str>>,
    memory: Option<u64>,
}

impl Entry {
    /// Of its fields.
    pub fn new(fields: &Map<String, Value>) -> Self {
        Self {
            key: seen::key(fields).map(Box::from),
            memory: fields.get(seen::IMPORTED).map(hash),
            json: text(fields),
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

    /// Whether its source says now what it said last (`seen::memory`): then nothing of it changes.
    pub fn is_as_before(&self, memory: &Value) -> bool {
        self.memory == Some(hash(memory))
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

fn hash(memory: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    memory.hash(&mut hasher);
    hasher.finish()
}

/// A map of JSON values with texts for keys is always written.
fn text(fields: &Map<String, Value>) -> Box<str> {
    // As long as most are.
    let mut json = Vec::with_capacity(1024);
    let written = serde_json::to_writer(&mut json, fields);
    let text = written.ok().and_then(|()| String::from_utf8(json).ok());
    text.unwrap_or_default().into()
}
