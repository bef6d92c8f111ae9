//! The texts of an event in other languages.

use serde_json::{Map, Value};

use super::codes;
use super::json::{Json, Members};
use super::scope::{Reading, Scope};
use crate::event::{Text, Translation};
use crate::problem::{Outcome, ProblemKind, Severity};

/// Reads `{"ar": {"title": …}}`. Languages that can't be read are kept under the field's name.
pub(super) fn translations(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Vec<Translation> {
    if json.is_absent() {
        return Vec::new();
    }
    let Json::Object(languages) = json else {
        let (kind, done) = (ProblemKind::NotTranslations, Outcome::Ignored);
        scope.refuse(Severity::Error, kind, name, json, None, done);
        return Vec::new();
    };
    let mut left = Map::new();
    let mut read = Vec::with_capacity(languages.len());
    for (language, value) in languages {
        if let Reading::Bad(kind, write) = codes::language(&language) {
            let json = Json::Text(language.as_ref().into());
            let done = Outcome::PartlyUsed;
            scope
                .note(Severity::Error, kind, name, &json, done)
                .suggestion = write;
            left.insert(language.into_owned(), value.into());
            continue;
        }
        let path = format!("{name}.{language}");
        match value {
            Json::Null => {}
            Json::Object(texts) => {
                let language = scope.share(language);
                read.push(translation(scope.inside(&path), language, texts));
            }
            other => {
                let (kind, done) = (ProblemKind::NotAnObject, Outcome::PartlyUsed);
                scope.note(Severity::Error, kind, &path, &other, done);
                left.insert(language.into_owned(), other.into());
            }
        }
    }
    if !left.is_empty() {
        scope.rest.insert(name.to_owned(), Value::Object(left));
    }
    read
}

fn translation(mut scope: Scope<'_>, language: Text, texts: Members<'_>) -> Translation {
    let mut translation = Translation {
        language,
        ..Translation::default()
    };
    for (name, value) in texts {
        let text = match &*name {
            "title" => &mut translation.title,
            "place" => &mut translation.place,
            "city" => &mut translation.city,
            "description" => &mut translation.description,
            _ => {
                scope.keep(&name, value);
                continue;
            }
        };
        *text = scope.text(&name, value);
    }
    translation.rest = scope.rest;
    translation
}
