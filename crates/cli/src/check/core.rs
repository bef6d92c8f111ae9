//! The problems of the core's reader as findings.

use event_file::Problem;
use event_file::problem::{Outcome, ProblemKind, Severity as Grave};
use event_file::read::NotJson;
use gazetteer::countries;
use serde_json::Value;
use texts::Words;

use super::document::Document;
use super::finding::{Change, Finding, Severity};
use crate::zones;

/// A problem as a finding, in the words of the interface.
pub fn finding(problem: &Problem, words: &Words) -> Finding {
    let values = [
        ("field", problem.field.as_deref().unwrap_or_default()),
        ("value", problem.value.as_deref().unwrap_or_default()),
        (
            "suggestion",
            problem.suggestion.as_deref().unwrap_or_default(),
        ),
    ];
    let say = |key: &str| plain(&words.text(key, &values));
    let better = better(problem);
    let help = match &better {
        Some(better) => Some(format!("Write {better}.")),
        None => problem.suggestion.as_ref().map(|_| say("problem.write")),
    };
    Finding {
        severity: match problem.severity {
            Grave::Error => Severity::Error,
            Grave::Warning => Severity::Warning,
        },
        code: problem.kind.key(),
        entry: problem.entry,
        field: problem.field.clone(),
        value: problem.value.clone(),
        message: say(&format!("problem.{}", problem.kind.key())),
        help,
        note: Some(say(&format!("outcome.{}", problem.outcome.key()))),
        also: None,
        fix: fix(problem, better).into_iter().collect(),
    }
}

/// A text that is no JSON at all, as a finding; with the byte it points at.
pub fn not_json(fault: &NotJson, document: &Document<'_>, words: &Words) -> (Finding, usize) {
    let text = |key: &str, values: &[(&str, &str)]| words.text(key, values);
    let finding = Finding {
        entry: None,
        field: None,
        note: Some("Nothing of the file can be read until this is mended.".to_owned()),
        ..Finding::new(
            Severity::Error,
            "not_json",
            0,
            "",
            plain(&fault.sentence(text)),
        )
    };
    (finding, document.byte(fault.line, fault.column))
}

/// What the core, which knows no gazetteer, could not suggest: a country's code for its name.
fn better(problem: &Problem) -> Option<String> {
    if problem.kind != ProblemKind::UnknownCountry || problem.suggestion.is_some() {
        return None;
    }
    let written = serde_json::from_str::<String>(problem.value.as_deref()?).ok()?;
    Some(countries::code(&written)?.to_string())
}

/// The change that says what is meant anyway.
fn fix(problem: &Problem, better: Option<String>) -> Option<Change> {
    let field = problem.field.clone()?;
    problem.entry?;
    if let Some(better) = better {
        return Some(Change::text(&field, &better));
    }
    let write = problem.suggestion.as_deref()?;
    let as_text = Change::text(&field, write);
    match (problem.kind, problem.outcome) {
        // These suggestions are JSON as they stand.
        (ProblemKind::NumberAsText | ProblemKind::NumberForText, Outcome::ReadSo) => {
            serde_json::from_str::<Value>(write).ok()?;
            Some(Change {
                field,
                json: write.to_owned(),
            })
        }
        (_, Outcome::ReadSo) => Some(as_text),
        // A country another code is often written for.
        (ProblemKind::UnknownCountry, _) => Some(as_text),
        (ProblemKind::NotALanguage, Outcome::Ignored) => Some(as_text),
        (ProblemKind::NotAZone, _) => zones::named(write).map(|_| as_text),
        (ProblemKind::RepeatedId, _) => Some(as_text),
        _ => None,
    }
}

/// A sentence without the marks that keep directions of writing apart on a page.
fn plain(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}
