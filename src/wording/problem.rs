//! A problem of the event file, as sentences.

use calendar::Problem;

use super::Language;

/// A problem in three parts.
pub struct Sentence {
    /// Which entry.
    pub entry: String,
    /// What is wrong, and what to write instead.
    pub what: String,
    /// What was done.
    pub done: String,
}

/// The problem in words.
pub fn sentence(problem: &Problem, language: &Language) -> Sentence {
    let number = problem.entry.map(|entry| language.locale.number((entry + 1) as f64));
    let entry = match (&number, &problem.label) {
        (Some(number), Some(label)) => {
            language.text("problems.entry_named", &[("number", number), ("label", label)])
        }
        (Some(number), None) => language.text("problems.entry", &[("number", number)]),
        (None, _) => language.text("problems.file", &[]),
    };
    let values = problem.values();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    Sentence {
        entry,
        what: language.text(&format!("problem.{}", problem.kind.key()), &values),
        done: language.text(&format!("outcome.{}", problem.outcome.key()), &values),
    }
}
