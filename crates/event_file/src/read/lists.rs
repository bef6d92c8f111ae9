//! Fields that are a list of texts, or one text standing for a list of one.

use std::collections::HashSet;

use serde_json::Value;

use super::cell::Cell;
use super::codes;
use super::scope::{Reading, Scope};
use crate::event::{Kind, Text};
use crate::problem::{Outcome, ProblemKind, Severity};

/// The items of a list; of what is no list, the one item it stands for.
pub(super) struct Items {
    /// Each with its name for problems.
    pub(super) items: Vec<(String, Cell<'static>)>,
    is_list: bool,
    /// Items that could not be read, as written.
    left: Vec<Value>,
}

impl Items {
    pub(super) fn of(name: &str, cell: Cell<'_>) -> Self {
        let (is_list, items) = match Value::from(cell) {
            Value::Array(list) => {
                let named = |(at, value)| (format!("{name}[{at}]"), Cell::from(value));
                (true, list.into_iter().enumerate().map(named).collect())
            }
            one => (false, vec![(name.to_owned(), Cell::from(one))]),
        };
        Self {
            items,
            is_list,
            left: Vec::new(),
        }
    }

    /// Sets an item aside that could not be read.
    pub(super) fn leave(&mut self, cell: Cell<'_>) {
        self.left.push(cell.into());
    }

    /// What becomes of an item that could not be read.
    pub(super) fn left_over(&self) -> Outcome {
        if self.is_list {
            Outcome::PartlyUsed
        } else {
            Outcome::Ignored
        }
    }

    /// Whether the file wrote a list.
    pub(super) fn is_list(&self) -> bool {
        self.is_list
    }

    /// Keeps what was set aside under the field's name; writing puts both parts together again.
    pub(super) fn keep(self, scope: &mut Scope<'_>, name: &str) {
        if self.is_list && !self.left.is_empty() {
            scope.keep(name, Value::Array(self.left).into());
        } else if let Some(one) = self.left.into_iter().next() {
            scope.keep(name, one.into());
        }
    }
}

/// A list of texts. What is written twice is taken once.
pub(super) fn texts(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Text> {
    // The common cases without a detour.
    let cell = match cell {
        Cell::Absent => return Vec::new(),
        Cell::Text(text) => return vec![text.as_ref().into()],
        Cell::Other(value) => match plain(*value) {
            Ok(texts) => return texts,
            Err(value) => value.into(),
        },
        cell => cell,
    };
    let mut texts: Vec<Text> = Vec::new();
    let mut items = Items::of(name, cell);
    for (path, item) in std::mem::take(&mut items.items) {
        match item {
            Cell::Absent => {}
            Cell::Text(text) => texts.push(text.as_ref().into()),
            Cell::Number(_) => texts.push(scope.number_as_text(&path, item).into()),
            Cell::Other(_) => {
                let done = items.left_over();
                scope.note(Severity::Error, ProblemKind::NotText, &path, &item, done);
                items.leave(item);
            }
        }
    }
    items.keep(scope, name);
    if texts.len() > 1 {
        let mut seen = HashSet::new();
        texts.retain(|text| seen.insert(text.clone()));
    }
    texts
}

/// The texts of a short list that has nothing else, and none twice; else gives the value back.
fn plain(value: Value) -> Result<Vec<Text>, Value> {
    const SHORT: usize = 8;
    let Value::Array(list) = value else {
        return Err(value);
    };
    let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
    let is_new = |(at, value): (usize, &Value)| !list[..at].contains(value);
    if list.len() > SHORT || !list.iter().all(is_text) || !list.iter().enumerate().all(is_new) {
        return Err(Value::Array(list));
    }
    let text = |value| match value {
        Value::String(text) => Some(text.into()),
        _ => None,
    };
    Ok(list.into_iter().filter_map(text).collect())
}

/// The kinds of action. One that is not known is kept as written.
pub(super) fn kinds(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for text in texts(scope, name, cell) {
        let kind = match codes::word(Kind::KNOWN, &text) {
            None => Kind::Unknown(text),
            Some(Reading::Lenient(kind, problem, write)) => {
                let (cell, done) = (Cell::Text(text.as_str().into()), Outcome::ReadSo);
                scope
                    .note(Severity::Warning, problem, name, &cell, done)
                    .suggestion = write;
                kind
            }
            Some(Reading::Good(kind)) => kind,
            Some(Reading::Bad(..)) => continue,
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}
