//! A folder with an event file, and sources imported into it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::marchmap;

/// A folder with an event file, into which sources are imported one after the other.
pub struct Desk {
    pub folder: tempfile::TempDir,
    pub said: String,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            said: String::new(),
        }
    }

    /// Imports a source of this name and content.
    pub fn import(&mut self, name: &str, content: &str, options: &[&str]) -> &mut Self {
        fs::write(self.folder.path().join(name), content).unwrap();
        let words = [&["import", name, "-o", "events.json"], options].concat();
        let ran = marchmap(self.folder.path(), &words, b"");
        assert!(ran.status < 2, "{}", ran.err);
        self.said = format!("{}{}", ran.out, ran.err);
        self
    }

    pub fn json(&self, name: &str) -> Value {
        let path: &Path = &self.folder.path().join(name);
        fs::read_to_string(path).map_or(Value::Null, |text| serde_json::from_str(&text).unwrap())
    }

    /// Each event as these fields, in the order of the file.
    pub fn events(&self, fields: &[&str]) -> Vec<String> {
        let file = self.json("events.json");
        let events = file["events"].as_array().cloned().unwrap_or_default();
        let one = |event: &Value| {
            let text = |field: &&str| match &event[*field] {
                Value::String(text) => text.clone(),
                Value::Null => String::new(),
                other => other.to_string(),
            };
            fields.iter().map(text).collect::<Vec<_>>().join("|")
        };
        events.iter().map(one).collect()
    }

    /// Reasons of the rejects.
    pub fn rejects(&self) -> Vec<String> {
        let file = self.json("events.rejects.json");
        let rejects = file["rejects"].as_array().cloned().unwrap_or_default();
        let reason = |reject: &Value| reject["reason"].as_str().unwrap_or_default().to_owned();
        rejects.iter().map(reason).collect()
    }
}
