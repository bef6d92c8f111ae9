//! The texts of an event in other languages.

use serde_json::{Map, Value};

use super::cell::Cell;
use super::codes;
use super::scope::{Reading, Scope};
use crate::event::Translation;
use crate::problem::{Outcome, ProblemKind, Severity};

/// Reads `{"ar": {"title": …}}`. Languages that can't be read are kept under the field's name.
pub(super) fn translations(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Translation> {
    let languages = match cell {
        Cell::Absent => return Vec::new(),
        Cell::Other(value) => match *value {
            Value::Object(languages) => languages,
            other => return refuse(scope, name, other.into()),
        },
        other => return refuse(scope, name, other),
    };
    let mut left = Map::new();
    let mut read = Vec::new();
    for (language, value) in languages {
        let path = format!("{name}.{language}");
        if let Reading::Bad(kind, write) = codes::language(&language) {
            let cell = Cell::Text(language.as_str().into());
            let done = Outcome::PartlyUsed;
            scope
                .note(Severity::Error, kind, name, &cell, done)
                .suggestion = write;
            left.insert(language, value);
            continue;
        }
        match value {
            Value::Null => {}
            Value::Object(texts) => read.push(translation(scope, &path, language, texts)),
            other => {
                let cell = Cell::from(other.clone());
                let (kind, done) = (ProblemKind::NotAnObject, Outcome::PartlyUsed);
                scope.note(Severity::Error, kind, &path, &cell, done);
                left.insert(language, other);
            }
        }
    }
    if !left.is_empty() {
        scope.keep(name, Value::Object(left).into());
    }
    read
}

fn refuse(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Translation> {
    let (kind, done) = (ProblemKind::NotTranslations, Outcome::Ignored);
    scope.refuse(Severity::Error, kind, name, cell, None, done);
    Vec::new()
}

fn translation(
    scope: &mut Scope<'_>,
    path: &str,
    language: String,
    texts: Map<String, Value>,
) -> Translation {
    let mut inside = scope.inside(path);
    let mut translation = Translation {
        language: language.into(),
        ..Translation::default()
    };
    for (name, value) in texts {
        let cell = match name.as_str() {
            "title" | "place" | "city" | "description" => Cell::from(value),
            _ => {
                inside.rest.insert(name, value);
                continue;
            }
        };
        let text = inside.text(&name, cell);
        match name.as_str() {
            "title" => translation.title = text,
            "place" => translation.place = text,
            "city" => translation.city = text,
            _ => translation.description = text,
        }
    }
    translation.rest = inside.rest;
    translation
}
