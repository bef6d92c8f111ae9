//! Findings as JSON, for programs.

use serde_json::{Value, json};

use super::{Placed, count};
use crate::check::document::Document;
use crate::check::finding::Severity;

/// One object: the file, how many events and findings, and a list of the findings.
pub fn json(placed: &[Placed], document: &Document<'_>, file: &str, events: usize) -> String {
    let findings = placed.iter().map(|one| value(one, document));
    let report = json!({
        "file": file,
        "events": events,
        "errors": count(placed, Severity::Error),
        "warnings": count(placed, Severity::Warning),
        "findings": findings.collect::<Vec<Value>>(),
    });
    format!("{report:#}\n")
}

fn value(one: &Placed, document: &Document<'_>) -> Value {
    let finding = &one.finding;
    let (start, end) = (document.spot(one.range.start), document.spot(one.range.end));
    let fix: Vec<Value> = finding
        .fix
        .iter()
        .map(|change| {
            let value: Value = serde_json::from_str(&change.json).unwrap_or_default();
            json!({ "field": change.field, "value": value })
        })
        .collect();
    let mut members = serde_json::Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            members.insert(name.to_owned(), value);
        }
    };
    put("severity", finding.severity.name().into());
    put("code", finding.code.into());
    put("line", start.line.into());
    put("column", start.column.into());
    put("end_line", end.line.into());
    put("end_column", end.column.into());
    put("entry", finding.entry.map(|entry| entry + 1).into());
    put("field", finding.field.clone().into());
    put("message", finding.message.clone().into());
    put("help", finding.help.clone().into());
    put("note", finding.note.clone().into());
    let other = finding.also.as_ref().map(|(entry, ..)| entry + 1);
    put("other_entry", other.into());
    if !fix.is_empty() {
        put("fix", fix.into());
    }
    members.into()
}
