//! Fields that are a list of texts, or one text standing for a list of one.

use std::collections::HashSet;

use serde_json::Value;

use super::codes;
use super::json::Json;
use super::scope::{Reading, Scope};
use crate::event::{Kind, Text};
use crate::marks;
use crate::problem::{Outcome, ProblemKind, Severity};

/// The items of a list; any other value counts as a list of one.
pub(super) struct Items<'n, 'de> {
    name: &'n str,
    is_list: bool,
    items: std::vec::IntoIter<Json<'de>>,
    /// Items given out.
    count: usize,
    /// Items that could not be read, as written.
    left: Vec<Value>,
}

impl<'n, 'de> Items<'n, 'de> {
    pub(super) fn of(name: &'n str, json: Json<'de>) -> Self {
        let (is_list, items) = match json {
            Json::List(items) => (true, items),
            one => (false, vec![one]),
        };
        Self {
            name,
            is_list,
            items: items.into_iter(),
            count: 0,
            left: Vec::new(),
        }
    }

    /// The next item.
    pub(super) fn next(&mut self) -> Option<Json<'de>> {
        self.count += 1;
        self.items.next()
    }

    /// The name, for problems, of the item given out last.
    pub(super) fn path(&self) -> String {
        match self.is_list {
            true => format!("{}[{}]", self.name, self.count - 1),
            false => self.name.to_owned(),
        }
    }

    /// Notes that the item given out last could not be read, and sets it aside.
    pub(super) fn refuse(&mut self, scope: &mut Scope<'_>, kind: ProblemKind, item: Json<'_>) {
        let done = match self.is_list {
            true => Outcome::PartlyUsed,
            false => Outcome::Ignored,
        };
        scope.note(Severity::Error, kind, &self.path(), &item, done);
        self.left.push(item.into());
    }

    /// Whether the file wrote a list.
    pub(super) fn is_list(&self) -> bool {
        self.is_list
    }

    /// Keeps what was set aside under the field's name; writing puts both parts together again.
    pub(super) fn keep(self, scope: &mut Scope<'_>) {
        if self.left.is_empty() {
            return;
        }
        let value = match self.is_list {
            true => Some(Value::Array(self.left)),
            false => self.left.into_iter().next(),
        };
        scope
            .rest
            .extend(value.map(|value| (self.name.to_owned(), value)));
    }
}

/// A list of texts, without duplicates.
pub(super) fn texts(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Vec<Text> {
    if json.is_absent() {
        return Vec::new();
    }
    let mut items = Items::of(name, json);
    let mut texts = Vec::with_capacity(items.items.len());
    while let Some(item) = items.next() {
        if item.is_absent() {
            continue;
        }
        match item {
            Json::Text(text) if marks::shortened(&text).is_some() => {
                items.refuse(scope, ProblemKind::TooManyMarks, Json::Text(text));
            }
            Json::Text(text) => texts.push(scope.share(text)),
            Json::Number(_) => texts.push(scope.number_as_text(&items.path(), &item).into()),
            other => items.refuse(scope, ProblemKind::NotText, other),
        }
    }
    items.keep(scope);
    leave_first(&mut texts);
    texts
}

/// Of texts that are the same only the first stays.
fn leave_first(texts: &mut Vec<Text>) {
    /// So few are compared with each other.
    const FEW: usize = 8;
    let is_new = |(at, text): (usize, &Text)| !texts[..at].contains(text);
    if texts.len() <= FEW && texts.iter().enumerate().all(is_new) {
        return;
    }
    let mut seen = HashSet::with_capacity(texts.len());
    texts.retain(|text| seen.insert(text.clone()));
}

/// The kinds of action. One that is not known is kept as written.
pub(super) fn kinds(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for text in texts(scope, name, json) {
        let kind = match codes::word(Kind::KNOWN, &text) {
            None => Kind::Unknown(text),
            Some(Reading::Lenient(kind, problem, write)) => {
                let (written, done) = (Json::Text(text.as_str().into()), Outcome::ReadSo);
                scope
                    .note(Severity::Warning, problem, name, &written, done)
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
