//! What is wrong with an event file, entry by entry: which entry, which field, what, and what was done.

mod kind;
mod sentence;

pub use kind::{Outcome, ProblemKind};

/// One thing that is wrong. The words come from the interface language: `kind` and `outcome` are keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// An error loses something the visitor should know; a warning does not.
    pub severity: Severity,
    /// Position of the entry in the file, from 0; `None` when it concerns the file or the calendar.
    pub entry: Option<usize>,
    /// The entry's title or id, to recognise it by.
    pub label: Option<String>,
    /// The field, by its name in the file, with a path where it is nested (`links[2].url`).
    pub field: Option<String>,
    /// The value as written, as JSON, shortened past 80 characters.
    pub value: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What to write instead, where that can be said; a text without its quotes.
    pub suggestion: Option<String>,
    /// What was done about it.
    pub outcome: Outcome,
}

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Severity {
    Warning,
    Error,
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::read::Fault;

    fn english() -> BTreeMap<String, String> {
        serde_json::from_str(include_str!("../../../public/lang/en.json")).unwrap()
    }

    /// Every key has a text; the text uses only these values; and no text is left over.
    #[track_caller]
    fn check(prefix: &str, keys: &[String], values: &[&str]) {
        let english = english();
        let found: BTreeSet<&String> = english
            .keys()
            .filter(|key| key.starts_with(prefix))
            .collect();
        let wanted: BTreeSet<&String> = keys.iter().collect();
        assert_eq!(found, wanted);
        for key in keys {
            for name in english[key]
                .split("{{")
                .skip(1)
                .filter_map(|part| part.split("}}").next())
            {
                assert!(values.contains(&name), "{key} uses {{{{{name}}}}}");
            }
        }
    }

    #[test]
    fn every_outcome_has_a_sentence() {
        let keys: Vec<String> = Outcome::ALL
            .iter()
            .map(|outcome| format!("outcome.{}", outcome.key()))
            .collect();
        check("outcome.", &keys, &["field"]);
    }

    #[test]
    fn every_problem_has_a_sentence() {
        let kinds = ProblemKind::ALL
            .iter()
            .map(|kind| format!("problem.{}", kind.key()));
        let frames = ["write", "in.file", "in.entry", "in.named_entry"];
        let frames = frames.iter().map(|key| format!("problem.{key}"));
        let faults = Fault::ALL.iter().map(|fault| fault.key().to_owned());
        let keys: Vec<String> = kinds.chain(frames).chain(faults).collect();
        let values = [
            "field",
            "value",
            "suggestion",
            "number",
            "label",
            "line",
            "column",
            "near",
        ];
        check("problem.", &keys, &values);
    }

    #[test]
    fn a_problem_is_said_in_full() {
        let problem = Problem {
            severity: Severity::Error,
            entry: Some(16),
            label: Some("Rally in Lyon".to_owned()),
            field: Some("start".to_owned()),
            value: Some("\"2023/11/04 14h\"".to_owned()),
            kind: ProblemKind::NotADate,
            suggestion: Some("2023-11-04T14:00".to_owned()),
            outcome: Outcome::WithoutDate,
        };
        let words = texts::Words::english();
        let text = |key: &str, values: &[(&str, &str)]| words.text(key, values);
        assert_eq!(problem.place(text), "Entry 17 (“Rally in Lyon”)");
        assert_eq!(
            problem.sentence(text),
            "“start” is \"2023/11/04 14h\", not a date like 2023-11-04 or 2023-11-04T14:00. \
             Write 2023-11-04T14:00. The event is listed without a date."
        );
    }
}
