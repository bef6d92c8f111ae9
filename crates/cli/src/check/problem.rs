//! The problems of the reader of `event_file`, as findings.

use event_file::Problem;
use event_file::problem::{Outcome, ProblemKind, Severity as Grave};
use event_file::read::{NotAnEventFile, Repair, repairs};
use gazetteer::countries;
use serde_json::Value;
use texts::Words;

use super::document::Document;
use super::finding::{Change, Finding, Severity};
use crate::wording::{self, plain};

/// A problem as a finding, in the words of the interface.
fn finding(problem: &Problem, words: &Words) -> Finding {
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
        at: None,
        value: problem.value.clone(),
        message: say(&format!("problem.{}", problem.kind.key())),
        help,
        note: Some(say(&format!("outcome.{}", problem.outcome.key()))),
        also: None,
        fix: fix(problem, better).into_iter().collect(),
    }
}

/// A problem as findings: the values that strict JSON refuses are one problem of the file, and a finding each.
pub fn findings(problem: &Problem, document: &Document<'_>, words: &Words) -> Vec<Finding> {
    if !matches!(
        problem.kind,
        ProblemKind::HalfCharacter | ProblemKind::NotJsonNumber
    ) {
        return vec![finding(problem, words)];
    }
    let each = repairs(&document.text).filter(|repair| repair.kind == problem.kind);
    each.map(|Repair { range, .. }| {
        let written = &document.text[range.clone()];
        let value = Some(written.chars().take(80).collect());
        let problem = Problem {
            value,
            ..problem.clone()
        };
        Finding {
            at: Some(range),
            ..finding(&problem, words)
        }
    })
    .collect()
}

/// A file that is no event file, as a finding.
pub fn not_an_event_file(fault: &NotAnEventFile, document: &Document<'_>) -> Finding {
    let at = document.byte(fault.line, fault.column);
    let letter = document.text[at..].chars().next();
    let code = match fault.fault.is_json() {
        true => "not_an_event_file",
        false => "not_json",
    };
    Finding {
        entry: None,
        field: None,
        at: Some(at..at + letter.map_or(0, char::len_utf8)),
        note: Some("Nothing of the file can be read until this is fixed.".to_owned()),
        ..Finding::new(
            Severity::Error,
            code,
            0,
            "",
            wording::not_an_event_file(fault),
        )
    }
}

/// What the reader, which knows no gazetteer, could not suggest: a country's code for its name.
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
        (ProblemKind::NotAZone, _) => tz_database::named(write).map(|_| as_text),
        (ProblemKind::RepeatedId, _) => Some(as_text),
        _ => None,
    }
}
