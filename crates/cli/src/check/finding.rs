//! What a check found: what is wrong, where, what to write instead, and what can be fixed without asking.

use std::ops::Range;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not meant so.
    Warning,
    /// A visitor would be misled, or lose something.
    Error,
}

impl Severity {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// Its name, the same in every version: `not_a_date`, `far_from_city`.
    pub code: &'static str,
    /// The entry of the file, from 0; `None` when it concerns the file.
    pub entry: Option<usize>,
    /// The field, by its name in the file, with a path where it is nested.
    pub field: Option<String>,
    /// Where it is in the text, in bytes, when no field says so.
    pub at: Option<Range<usize>>,
    /// The value as written, as JSON: picks one item of a list.
    pub value: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to write, or to do.
    pub help: Option<String>,
    /// What else there is to know.
    pub note: Option<String>,
    /// Another entry that belongs to it, with what to say there.
    pub also: Option<(usize, &'static str, String)>,
    /// What to change in the entry, if that is safe: it says better what is meant anyway.
    pub fix: Vec<Change>,
}

/// One change of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field, as in [`Finding::field`].
    pub field: String,
    /// Its new value, as JSON.
    pub json: String,
}

impl Change {
    /// A field that gets a text.
    pub fn text(field: &str, text: &str) -> Self {
        Self {
            field: field.to_owned(),
            json: serde_json::Value::from(text).to_string(),
        }
    }

    /// A field that gets a number.
    pub fn number(field: &str, number: f64) -> Self {
        Self {
            field: field.to_owned(),
            json: serde_json::Value::from(number).to_string(),
        }
    }
}

impl Finding {
    /// A finding at a field of an entry.
    pub fn new(
        severity: Severity,
        code: &'static str,
        entry: usize,
        field: &str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code,
            entry: Some(entry),
            field: Some(field.to_owned()),
            at: None,
            value: None,
            message: message.into(),
            help: None,
            note: None,
            also: None,
            fix: Vec::new(),
        }
    }

    /// The same, with what to write or do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with a change that is safe.
    #[must_use]
    pub fn fix(mut self, changes: impl IntoIterator<Item = Change>) -> Self {
        self.fix.extend(changes);
        self
    }
}

/// A text of the file, for a sentence: shortened past 60 characters.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
