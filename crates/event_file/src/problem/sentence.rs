//! A problem in words: one sentence or two that say where, what, what to write and what was done.

use super::Problem;

impl Problem {
    /// The problem in words.
    ///
    /// `text` gives an interface text by its key, with the named values put in. Used are
    /// `problem.<kind>`, `problem.write` where something can be suggested, and `outcome.<outcome>`.
    /// Where it is ([`Problem::entry`], [`Problem::label`]) is left to [`Problem::place`].
    pub fn sentence(&self, text: impl Fn(&str, &[(&str, &str)]) -> String) -> String {
        let values = [
            ("field", self.field.as_deref().unwrap_or_default()),
            ("value", self.value.as_deref().unwrap_or_default()),
            ("suggestion", self.suggestion.as_deref().unwrap_or_default()),
        ];
        let kind = format!("problem.{}", self.kind.key());
        let mut sentence = text(&kind, &values);
        if self.suggestion.is_some() {
            sentence.push(' ');
            sentence += &text("problem.write", &values);
        }
        sentence.push(' ');
        sentence += &text(&format!("outcome.{}", self.outcome.key()), &values);
        sentence
    }

    /// Where the problem is, in words: “Entry 17 (Rally in Lyon)”, counted from 1, or “The file”.
    pub fn place(&self, text: impl Fn(&str, &[(&str, &str)]) -> String) -> String {
        let Some(entry) = self.entry else {
            return text("problem.in.file", &[]);
        };
        let number = (entry + 1).to_string();
        match &self.label {
            None => text("problem.in.entry", &[("number", &number)]),
            Some(label) => text(
                "problem.in.named_entry",
                &[("number", &number), ("label", label)],
            ),
        }
    }
}
