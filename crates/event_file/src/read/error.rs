//! The one clear error: a file that is no event file, with what was found instead, where, and what to mend.

use std::borrow::Cow;
use std::fmt;

use super::fault::{self, Fault};
use super::scope::offset;

/// A file that is not JSON, or JSON in none of the three shapes of an event file. Nothing of it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnEventFile {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub fault: Fault,
    /// What was found there; at most 40 characters.
    pub near: String,
}

/// How much of the text is shown, in characters.
const NEAR: usize = 40;

/// JSON in none of the three shapes.
pub(super) struct OtherShape<'a> {
    pub(super) fault: Fault,
    /// The name of the member that shows it; else the whole file does.
    pub(super) at: Option<Cow<'a, str>>,
}

impl NotAnEventFile {
    /// A file that is not JSON.
    pub(super) fn syntax(error: &serde_json::Error, text: &str) -> Self {
        let at = place(error, text);
        let near = text[at..].lines().next().unwrap_or_default().trim();
        Self::new(fault::of(error, text, at), text, at, near)
    }

    /// A file that is JSON in another shape.
    pub(super) fn shape(shape: &OtherShape<'_>, text: &str) -> Self {
        let first = text.len() - text.trim_start().len();
        let named = shape.at.as_deref().and_then(|name| offset(text, name));
        // Before the quotes of the name.
        let at = named.map_or(first, |at| at.saturating_sub(1));
        // Pretty print would show a brace only.
        let words = text[at..].split_whitespace().take(NEAR);
        let mut near = words.collect::<Vec<_>>().join(" ");
        if let Some((end, _)) = near.char_indices().nth(NEAR)
            && let Some((last, _)) = near[..end].char_indices().next_back()
        {
            near.truncate(last);
            near.push('…');
        }
        Self::new(shape.fault, text, at, &near)
    }

    fn new(fault: Fault, text: &str, at: usize, near: &str) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        Self {
            line: text[..at].matches('\n').count() + 1,
            column: text[start..at].chars().count() + 1,
            fault,
            near: near.chars().take(NEAR).collect(),
        }
    }

    /// The error in words; `text` gives an interface text by its key, with the named values put in.
    pub fn sentence(&self, text: impl Fn(&str, &[(&str, &str)]) -> String) -> String {
        let (line, column) = (self.line.to_string(), self.column.to_string());
        let values = [
            ("line", &*line),
            ("column", &*column),
            ("near", &*self.near),
        ];
        text(self.fault.key(), &values)
    }
}

/// For logs; [`NotAnEventFile::sentence`] is for people.
impl fmt::Display for NotAnEventFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            fault,
            ..
        } = self;
        write!(f, "{fault:?} at line {line}, column {column}")
    }
}

impl std::error::Error for NotAnEventFile {}

/// Where in the text the character is that should not be there.
fn place(error: &serde_json::Error, text: &str) -> usize {
    let mut start = 0;
    for _ in 1..error.line() {
        start = text[start..]
            .find('\n')
            .map_or(text.len(), |end| start + end + 1);
    }
    // serde_json counts bytes, up to and with the last one it looked at.
    let mut at = (start + error.column()).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    // In a word like `title`, it looked for `true` until it could no longer.
    if error.to_string().starts_with("expected ident") {
        let word = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        at = word.len();
    }
    at
}
