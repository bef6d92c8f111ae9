//! The words of a language: the same term everywhere (docs/translating).

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use fold::fold;
use serde_json::Value;

use super::text::Texts;

/// English terms, each with the key of the text that is nothing but this term, if there is one.
pub type Terms = BTreeMap<String, Option<String>>;

/// Texts that say a thing without its term, by their keys.
const EXEMPT: &str = "exempt";

/// What a language calls each term: first the term, then other forms of it that texts have.
#[derive(Debug)]
pub struct Glossary {
    terms: BTreeMap<String, Vec<String>>,
    exempt: Vec<String>,
}

/// Reads `terms.json`.
///
/// # Errors
/// It is no object of texts and nulls.
pub fn terms(file: &Value) -> Result<Terms> {
    let members = file.as_object().context("terms.json is no JSON object")?;
    let terms = members.iter().map(|(term, key)| match key {
        Value::Null => Ok((term.clone(), None)),
        key => {
            let key = key.as_str();
            let key = key.with_context(|| format!("terms.json: {term}: neither a key nor null"))?;
            Ok((term.clone(), Some(key.to_owned())))
        }
    });
    terms.collect()
}

impl Glossary {
    /// Reads the glossary of a language.
    ///
    /// # Errors
    /// It is no object of texts and lists of texts.
    pub fn read(file: &Value) -> Result<Self> {
        let members = file.as_object().context("no JSON object")?;
        let forms = |(term, value): (&String, &Value)| {
            let forms = match value {
                Value::Array(forms) => forms.iter().map(Value::as_str).collect(),
                value => value.as_str().map(|form| vec![form]),
            };
            let forms = forms.filter(|forms| !forms.is_empty());
            let forms =
                forms.with_context(|| format!("{term}: neither a text nor a list of texts"))?;
            Ok((term.clone(), forms.into_iter().map(str::to_owned).collect()))
        };
        let mut terms = members
            .iter()
            .map(forms)
            .collect::<Result<BTreeMap<String, Vec<String>>>>()?;
        let exempt = terms.remove(EXEMPT).unwrap_or_default();
        Ok(Self { terms, exempt })
    }

    /// Terms that the glossary lacks, labels that are not its terms, and texts without the term that the English text has.
    pub fn faults(&self, terms: &Terms, english: &Texts, texts: &Texts) -> Vec<String> {
        let mut faults = Vec::new();
        for term in self.terms.keys().filter(|term| !terms.contains_key(*term)) {
            faults.push(format!(
                "its glossary has “{term}”, which is not in terms.json"
            ));
        }
        for (term, key) in terms {
            let Some(forms) = self.terms.get(term) else {
                faults.push(format!("its glossary lacks “{term}”"));
                continue;
            };
            match key {
                Some(key) => faults.extend(self.label(term, key, forms, texts)),
                None => faults.extend(self.uses(term, forms, terms, english, texts)),
            }
        }
        faults
    }

    fn label(&self, term: &str, key: &str, forms: &[String], texts: &Texts) -> Option<String> {
        let (expected, found) = (forms.first()?, texts.get(key)?);
        (found != expected)
            .then(|| format!("`{key}` is “{found}”; the glossary has “{expected}” for “{term}”"))
    }

    fn uses(
        &self,
        term: &str,
        forms: &[String],
        terms: &Terms,
        english: &Texts,
        texts: &Texts,
    ) -> Vec<String> {
        let forms: Vec<String> = forms.iter().map(|form| fold(form)).collect();
        let longer: Vec<&str> = terms
            .keys()
            .map(String::as_str)
            .filter(|other| other.starts_with(term) && *other != term)
            .collect();
        let mut faults = Vec::new();
        for (key, text) in texts {
            let subject = key.rsplit_once('_').map_or("", |(subject, _)| subject);
            let several = english.get(&format!("{subject}_other"));
            let own = several.map_or(key.as_str(), |_| subject);
            let Some(model) = english.get(key).or(several) else {
                continue;
            };
            let is_exempt = self.exempt.iter().any(|exempt| exempt == own);
            if is_exempt || !has_term(model, term, &longer) {
                continue;
            }
            let folded = fold(text);
            if !forms.iter().any(|form| folded.contains(form.as_str())) {
                faults.push(format!(
                    "`{key}` has none of the glossary's words for “{term}” ({}): “{text}”",
                    forms.join(", ")
                ));
            }
        }
        faults
    }
}

/// Whether an English text has a term, in singular or plural, as words of their own; not as the beginning of a `longer`
/// term.
fn has_term(text: &str, term: &str, longer: &[&str]) -> bool {
    let mut text = text.to_lowercase();
    for longer in longer {
        text = text.replace(longer, "");
    }
    let plural = match term.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{term}s"),
    };
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    [term, plural.as_str()].iter().any(|form| {
        text.match_indices(form).any(|(at, form)| {
            let before = text[..at].chars().next_back();
            let after = text[at + form.len()..].chars().next();
            !is_letter(before) && !is_letter(after) && ends(&text[at + form.len()..])
        })
    })
}

/// Whether a full stop at the start of `rest` ends a sentence; in `events.json` it does not.
fn ends(rest: &str) -> bool {
    rest.strip_prefix('.')
        .is_none_or(|rest| !rest.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What is said of a German file of three texts, for one of them another.
    #[track_caller]
    fn check(glossary: Value, key: &str, text: &str, expected: &[&str]) {
        let texts = |texts: [(&str, &str); 3]| -> Texts {
            let texts = texts.into_iter();
            texts
                .map(|(key, text)| (key.to_owned(), text.to_owned()))
                .collect()
        };
        let english = texts([
            ("kind.march", "March"),
            ("list.count_other", "{{count}} events"),
            ("failed.file", "This is no event file."),
        ]);
        let mut german = texts([
            ("kind.march", "Protestmarsch"),
            ("list.count_other", "{{count}} Veranstaltungen"),
            ("failed.file", "Das ist keine Veranstaltungsdatei."),
        ]);
        german.insert(key.to_owned(), text.to_owned());
        let terms = json!({"march": "kind.march", "event": null, "event file": null});
        let terms = terms_of(&terms);
        let found = Glossary::read(&glossary).unwrap();
        assert_eq!(found.faults(&terms, &english, &german), expected);
    }

    fn terms_of(file: &Value) -> Terms {
        terms(file).unwrap()
    }

    fn glossary() -> Value {
        json!({
            "march": "Protestmarsch", "event": ["Veranstaltung"], "event file": "Veranstaltungsdatei",
            "exempt": ["failed.file"],
        })
    }

    #[test]
    fn texts_in_the_words_of_the_glossary_have_no_fault() {
        check(glossary(), "kind.march", "Protestmarsch", &[]);
    }

    #[test]
    fn a_label_that_differs_is_found() {
        check(
            glossary(),
            "kind.march",
            "Demo",
            &["`kind.march` is “Demo”; the glossary has “Protestmarsch” for “march”"],
        );
    }

    #[test]
    fn a_text_in_other_words_is_found() {
        check(
            glossary(),
            "list.count_other",
            "{{count}} Termine",
            &[
                "`list.count_other` has none of the glossary's words for “event” (veranstaltung): “{{count}} Termine”",
            ],
        );
        check(glossary(), "failed.file", "Das ist keine.", &[]);
    }

    #[test]
    fn a_term_that_is_missing_or_unknown_is_found() {
        let glossary = json!({"march": "Protestmarsch", "event file": "Veranstaltungsdatei", "rally": "Kundgebung"});
        check(
            glossary,
            "kind.march",
            "Protestmarsch",
            &[
                "its glossary has “rally”, which is not in terms.json",
                "its glossary lacks “event”",
            ],
        );
    }

    #[test]
    fn a_glossary_of_another_shape_is_an_error() {
        for file in [json!([]), json!({"march": 1}), json!({"march": []})] {
            assert!(Glossary::read(&file).is_err(), "{file}");
        }
        assert!(terms(&json!({"march": 1})).is_err());
    }

    #[test]
    fn a_term_is_words_of_their_own() {
        let check = |text: &str, expected: bool| {
            assert_eq!(has_term(text, "event", &["event file"]), expected, "{text}");
        };
        check("14 events.", true);
        check("This event is over", true);
        check("No event file", false);
        check("Prevented", false);
        check("The address of events.json", false);
        assert!(has_term("No entries", "entry", &[]));
    }
}
