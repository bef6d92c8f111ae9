//! The texts of one language file.

use serde_json::{Map, Value};

/// Texts by their keys.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Texts(pub(super) Map<String, Value>);

impl Texts {
    /// The texts of a language file; `None` if it is no JSON object.
    pub(super) fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().map(Self)
    }

    /// The text of a key. An empty text counts as missing: translation tools write one for what is not
    /// translated yet.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.as_str().filter(|text| !text.is_empty())
    }
}
