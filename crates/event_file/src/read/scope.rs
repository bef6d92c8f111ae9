//! The object being read: what is wrong in it, and what of it could not be used.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::json::Json;
use crate::event::Text;
use crate::marks;
use crate::problem::{Outcome, Problem, ProblemKind, Severity};

/// What a text turned out to be.
pub(super) enum Reading<T> {
    Good(T),
    /// Understood, but better written as the suggestion says.
    Lenient(T, ProblemKind, Option<String>),
    /// Not understood; perhaps what to write is clear all the same.
    Bad(ProblemKind, Option<String>),
}

/// Collects the problems and the remains of one object.
pub(super) struct Scope<'p> {
    pub(super) problems: &'p mut Vec<Problem>,
    /// The file's text.
    text: &'p Arc<String>,
    /// Put before the names of fields: `links[2].`.
    path: String,
    /// Fields that could not be read, as written.
    pub(super) rest: Map<String, Value>,
}

impl<'p> Scope<'p> {
    pub(super) fn new(
        problems: &'p mut Vec<Problem>,
        text: &'p Arc<String>,
        rest: Map<String, Value>,
    ) -> Self {
        Self {
            problems,
            text,
            path: String::new(),
            rest,
        }
    }

    /// The scope of an object inside this one.
    pub(super) fn inside(&mut self, name: &str) -> Scope<'_> {
        Scope {
            path: format!("{}{name}.", self.path),
            problems: self.problems,
            text: self.text,
            rest: Map::new(),
        }
    }

    /// Notes a problem with a field.
    pub(super) fn note(
        &mut self,
        severity: Severity,
        kind: ProblemKind,
        name: &str,
        json: &Json<'_>,
        outcome: Outcome,
    ) -> &mut Problem {
        let field = format!("{}{name}", self.path);
        let value = (!json.is_absent()).then(|| json.shown());
        self.push(Problem {
            severity,
            entry: None,
            label: None,
            field: Some(field),
            value,
            kind,
            suggestion: None,
            outcome,
        })
    }

    fn push(&mut self, problem: Problem) -> &mut Problem {
        let at = self.problems.len();
        self.problems.push(problem);
        &mut self.problems[at]
    }

    /// Keeps a field that could not be read.
    pub(super) fn keep(&mut self, name: &str, json: Json<'_>) {
        self.rest.insert(name.to_owned(), json.into());
    }

    /// Notes that a field could not be read, and keeps it.
    pub(super) fn refuse(
        &mut self,
        severity: Severity,
        kind: ProblemKind,
        name: &str,
        json: Json<'_>,
        write: Option<String>,
        outcome: Outcome,
    ) {
        self.note(severity, kind, name, &json, outcome).suggestion = write;
        self.keep(name, json);
    }

    /// A text as an event holds it: a part of the file if it is borrowed from it, else a copy.
    pub(super) fn share(&self, text: Cow<'_, str>) -> Text {
        match text {
            Cow::Borrowed(text) => part(self.text, text),
            Cow::Owned(text) => text.into(),
        }
    }

    /// A field of plain text.
    pub(super) fn text(&mut self, name: &str, json: Json<'_>) -> Option<Text> {
        self.text_or(name, json, Outcome::Ignored)
    }

    /// A field of plain text; `outcome` says what happens without it.
    pub(super) fn text_or(&mut self, name: &str, json: Json<'_>, outcome: Outcome) -> Option<Text> {
        if json.is_absent() {
            return None;
        }
        match json {
            Json::Text(text) => Some(match marks::shortened(&text) {
                Some(short) => {
                    self.shorten(name, Json::Text(text));
                    short.into()
                }
                None => self.share(text),
            }),
            Json::Number(_) => Some(self.number_as_text(name, &json).into()),
            other => {
                let (severity, kind) = (Severity::Error, ProblemKind::NotText);
                self.refuse(severity, kind, name, other, None, outcome);
                None
            }
        }
    }

    /// Notes that only a part of a text is shown, and keeps the whole, which is written again.
    fn shorten(&mut self, name: &str, json: Json<'_>) {
        let (kind, done) = (ProblemKind::TooManyMarks, Outcome::Shortened);
        self.note(Severity::Warning, kind, name, &json, done);
        self.keep(name, json);
    }

    /// The text of a number where a text belongs.
    pub(super) fn number_as_text(&mut self, name: &str, json: &Json<'_>) -> String {
        let text = json.shown();
        let kind = ProblemKind::NumberForText;
        self.note(Severity::Warning, kind, name, json, Outcome::ReadSo)
            .suggestion = Some(format!("\"{text}\""));
        text
    }

    /// A field whose text must have a form: `read` says which.
    pub(super) fn formed(
        &mut self,
        name: &str,
        json: Json<'_>,
        read: impl for<'t> FnOnce(&'t str) -> Reading<Cow<'t, str>>,
        severity: Severity,
        outcome: Outcome,
    ) -> Option<Text> {
        let whole = self.text;
        let share = |text: Cow<'_, str>| match text {
            Cow::Borrowed(text) => part(whole, text),
            Cow::Owned(text) => text.into(),
        };
        let read = |text: &str| match read(text) {
            Reading::Good(text) => Reading::Good(share(text)),
            Reading::Lenient(text, kind, write) => Reading::Lenient(share(text), kind, write),
            Reading::Bad(kind, write) => Reading::Bad(kind, write),
        };
        self.parsed(name, json, read, severity, outcome)
    }

    /// A field whose text means something: `read` says what.
    pub(super) fn parsed<T>(
        &mut self,
        name: &str,
        json: Json<'_>,
        read: impl FnOnce(&str) -> Reading<T>,
        severity: Severity,
        outcome: Outcome,
    ) -> Option<T> {
        if json.is_absent() {
            return None;
        }
        let reading = match &json {
            Json::Text(text) => read(text),
            Json::Number(number) => read(&number.to_string()),
            // The same is wrong with it as with a text that says nothing.
            _ => match read("") {
                Reading::Bad(kind, _) => Reading::Bad(kind, None),
                _ => Reading::Bad(ProblemKind::NotText, None),
            },
        };
        match reading {
            Reading::Good(value) => {
                if matches!(json, Json::Number(_)) {
                    self.number_as_text(name, &json);
                }
                Some(value)
            }
            Reading::Lenient(value, kind, write) => {
                let done = match write {
                    Some(_) => Outcome::ReadSo,
                    None => Outcome::ReadAnyway,
                };
                self.note(Severity::Warning, kind, name, &json, done)
                    .suggestion = write;
                Some(value)
            }
            Reading::Bad(kind, write) => {
                self.refuse(severity, kind, name, json, write, outcome);
                None
            }
        }
    }
}

/// `text` as a part of `whole`, if it is borrowed from it; else a copy.
fn part(whole: &Arc<String>, text: &str) -> Text {
    match offset(whole, text) {
        Some(start) => Text::part(whole, start..start + text.len()),
        None => text.into(),
    }
}

/// Where `part` begins in `whole`, in bytes, if it is borrowed from it.
pub(super) fn offset(whole: &str, part: &str) -> Option<usize> {
    let start = part.as_ptr().addr().wrapping_sub(whole.as_ptr().addr());
    let end = start.checked_add(part.len())?;
    (end <= whole.len()).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_borrowed_text_is_a_part_of_the_file_and_any_other_a_copy() {
        let whole = Arc::new("[\"Lyon\"]".to_owned());
        assert_eq!(part(&whole, &whole[2..6]), "Lyon");
        assert_eq!(Arc::strong_count(&whole), 1, "the part is gone again");
        let shared = part(&whole, &whole[2..6]);
        assert_eq!(
            Arc::strong_count(&whole),
            2,
            "{shared} holds on to the file"
        );
        let other = "Oslo".to_owned();
        assert_eq!(part(&whole, &other), "Oslo");
        assert_eq!(Arc::strong_count(&whole), 2);
    }
}
