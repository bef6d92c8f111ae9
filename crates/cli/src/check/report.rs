//! Findings for those who read them: people, programs, GitHub.

mod github;
mod human;
mod json;

use std::ops::Range;

use super::document::Document;
use super::finding::{Finding, Severity};

pub use github::github;
pub use human::{human, summary};
pub use json::json;

/// A finding with its place in the text.
pub struct Placed {
    /// What was found.
    pub finding: Finding,
    /// The bytes it points at.
    pub range: Range<usize>,
    /// The bytes in another entry that belong to it.
    pub also: Option<Range<usize>>,
}

/// Gives each finding its place; in the order of the text.
pub fn place(findings: Vec<Finding>, document: &Document<'_>) -> Vec<Placed> {
    let placed = |finding: Finding| {
        let field = finding.field.as_deref();
        let range = finding
            .at
            .clone()
            .unwrap_or_else(|| document.place(finding.entry, field, finding.value.as_deref()));
        let also = finding
            .also
            .as_ref()
            .map(|(entry, field, _)| document.place(Some(*entry), Some(field), None));
        Placed {
            finding,
            range,
            also,
        }
    };
    let mut all: Vec<Placed> = findings.into_iter().map(placed).collect();
    all.sort_by_key(|one| one.range.start);
    all
}

/// How many there are of a severity.
pub fn count(placed: &[Placed], severity: Severity) -> usize {
    let same = |one: &&Placed| one.finding.severity == severity;
    placed.iter().filter(same).count()
}
