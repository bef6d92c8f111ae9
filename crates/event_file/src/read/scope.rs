//! The object being read: what is wrong in it, and what of it could not be used.

use serde_json::{Map, Value};

use super::cell::Cell;
use crate::event::Text;
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
    /// Put before the names of fields: `links[2].`.
    path: String,
    /// Fields that could not be read, as written.
    pub(super) rest: Map<String, Value>,
}

impl<'p> Scope<'p> {
    pub(super) fn new(problems: &'p mut Vec<Problem>, rest: Map<String, Value>) -> Self {
        Self {
            problems,
            path: String::new(),
            rest,
        }
    }

    /// The scope of an object inside this one.
    pub(super) fn inside(&mut self, name: &str) -> Scope<'_> {
        Scope {
            path: format!("{}{name}.", self.path),
            problems: self.problems,
            rest: Map::new(),
        }
    }

    /// Notes a problem with a field.
    pub(super) fn note(
        &mut self,
        severity: Severity,
        kind: ProblemKind,
        name: &str,
        cell: &Cell<'_>,
        outcome: Outcome,
    ) -> &mut Problem {
        let field = format!("{}{name}", self.path);
        let value = (!cell.is_absent()).then(|| cell.shown());
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
    pub(super) fn keep(&mut self, name: &str, cell: Cell<'_>) {
        self.rest.insert(name.to_owned(), cell.into());
    }

    /// Notes that a field could not be read, and keeps it.
    pub(super) fn refuse(
        &mut self,
        severity: Severity,
        kind: ProblemKind,
        name: &str,
        cell: Cell<'_>,
        write: Option<String>,
        outcome: Outcome,
    ) {
        self.note(severity, kind, name, &cell, outcome).suggestion = write;
        self.keep(name, cell);
    }

    /// A field of plain text.
    pub(super) fn text(&mut self, name: &str, cell: Cell<'_>) -> Option<Text> {
        self.text_or(name, cell, Outcome::Ignored)
    }

    /// A field of plain text; `outcome` says what happens without it.
    pub(super) fn text_or(&mut self, name: &str, cell: Cell<'_>, outcome: Outcome) -> Option<Text> {
        match cell {
            Cell::Absent => None,
            Cell::Text(text) => Some(text.as_ref().into()),
            Cell::Number(number) => Some(self.number_as_text(name, Cell::Number(number)).into()),
            other => {
                let (severity, kind) = (Severity::Error, ProblemKind::NotText);
                self.refuse(severity, kind, name, other, None, outcome);
                None
            }
        }
    }

    /// The text of a number that stands where a text belongs.
    pub(super) fn number_as_text(&mut self, name: &str, cell: Cell<'_>) -> String {
        let text = cell.shown();
        let kind = ProblemKind::NumberForText;
        self.note(Severity::Warning, kind, name, &cell, Outcome::ReadSo)
            .suggestion = Some(format!("\"{text}\""));
        text
    }

    /// A field whose text means something: `read` says what.
    pub(super) fn parsed<T>(
        &mut self,
        name: &str,
        cell: Cell<'_>,
        read: impl FnOnce(&str) -> Reading<T>,
        severity: Severity,
        outcome: Outcome,
    ) -> Option<T> {
        let reading = match &cell {
            Cell::Absent => return None,
            Cell::Text(text) => read(text),
            Cell::Number(number) => read(&number.to_string()),
            // The same is wrong with it as with a text that says nothing.
            Cell::Other(_) => match read("") {
                Reading::Bad(kind, _) => Reading::Bad(kind, None),
                _ => Reading::Bad(ProblemKind::NotText, None),
            },
        };
        match reading {
            Reading::Good(value) => {
                if matches!(cell, Cell::Number(_)) {
                    self.number_as_text(name, cell);
                }
                Some(value)
            }
            Reading::Lenient(value, kind, write) => {
                let done = match write {
                    Some(_) => Outcome::ReadSo,
                    None => Outcome::ReadAnyway,
                };
                self.note(Severity::Warning, kind, name, &cell, done)
                    .suggestion = write;
                Some(value)
            }
            Reading::Bad(kind, write) => {
                self.refuse(severity, kind, name, cell, write, outcome);
                None
            }
        }
    }
}
