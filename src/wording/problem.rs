//! A problem of the event file, as sentences of the page's language.

use event_file::Problem;

use super::Language;

/// A problem in two parts.
pub struct Sentence {
    /// Which entry.
    pub place: String,
    /// What is wrong, what to write instead, what was done.
    pub what: String,
}

/// The problem in words.
pub fn sentence(problem: &Problem, language: &Language) -> Sentence {
    let text = |key: &str, values: &[(&str, &str)]| language.text(key, values);
    Sentence {
        place: problem.place(text),
        what: problem.sentence(text),
    }
}
