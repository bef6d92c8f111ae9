//! The language files agree with one another, and a missing text never leaves a gap.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

mod faults;
mod glossary;

/// The plural categories of each language for whole numbers (CLDR, Language Plural Rules).
const CATEGORIES: [(&str, &[&str]); 12] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "many", "other"]),
    ("fa", &["one", "other"]),
    ("fr", &["one", "many", "other"]),
    ("id", &["other"]),
    ("it", &["one", "many", "other"]),
    ("ja", &["other"]),
    ("pt", &["one", "many", "other"]),
    ("tr", &["one", "other"]),
    ("ur", &["one", "other"]),
];

type Texts = BTreeMap<String, String>;

/// Every file of `public/lang`, by language.
fn files() -> BTreeMap<String, Texts> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/lang");
    std::fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            let language = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let texts = serde_json::from_slice(&std::fs::read(&path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (language, texts)
        })
        .collect()
}

fn categories(language: &str) -> &'static [&'static str] {
    CATEGORIES
        .iter()
        .find(|(code, _)| *code == language)
        .unwrap_or_else(|| panic!("{language}: add its plural categories to this test"))
        .1
}

/// The keys with plural forms, without the form.
fn counted(texts: &Texts) -> BTreeSet<&str> {
    texts
        .keys()
        .filter_map(|key| key.strip_suffix("_other"))
        .collect()
}

/// The key without its plural form.
fn subject<'a>(key: &'a str, counted: &BTreeSet<&str>) -> &'a str {
    key.rsplit_once('_')
        .map(|(subject, _)| subject)
        .filter(|subject| counted.contains(subject))
        .unwrap_or(key)
}

/// The names filled into a text.
fn names(text: &str) -> BTreeSet<&str> {
    text.split("{{")
        .skip(1)
        .map(|rest| rest.split_once("}}").map_or(rest, |(name, _)| name).trim())
        .collect()
}

#[test]
fn the_languages_offered_are_the_files_there_are() {
    let offered: BTreeSet<_> = LANGUAGES.iter().map(|(code, _)| *code).collect();
    let files = files();
    assert_eq!(offered, files.keys().map(String::as_str).collect());
    for (code, name) in LANGUAGES {
        assert_eq!(files[code]["language.name"], name);
    }
}

#[test]
fn every_language_has_every_text() {
    let files = files();
    let english = &files["en"];
    let counted = counted(english);
    let subjects: BTreeSet<_> = english.keys().map(|key| subject(key, &counted)).collect();
    for (language, texts) in &files {
        let expected: BTreeSet<String> = subjects
            .iter()
            .flat_map(|key| {
                if counted.contains(key) {
                    let forms = categories(language).iter();
                    forms.map(|form| format!("{key}_{form}")).collect()
                } else {
                    vec![(*key).to_owned()]
                }
            })
            .collect();
        let there: BTreeSet<String> = texts.keys().cloned().collect();
        let missing: Vec<_> = expected.difference(&there).collect();
        let unknown: Vec<_> = there.difference(&expected).collect();
        assert!(
            missing.is_empty(),
            "{language}: not translated: {missing:?}"
        );
        assert!(
            unknown.is_empty(),
            "{language}: not in English: {unknown:?}"
        );
    }
}

#[test]
fn every_language_fills_in_the_same_values() {
    let files = files();
    let english = &files["en"];
    let counted = counted(english);
    for (language, texts) in &files {
        for (key, text) in texts {
            let subject = subject(key, &counted);
            let several = counted.contains(subject);
            let model = if several {
                &english[&format!("{subject}_other")]
            } else {
                &english[subject]
            };
            let mut expected = names(model);
            let mut found = names(text);
            let exact = ["_zero", "_one", "_two"];
            if several && exact.iter().any(|form| key.ends_with(form)) {
                // “One event” needs no figure.
                expected.remove("count");
                found.remove("count");
            }
            assert_eq!(found, expected, "{language}: {key}");
        }
    }
}

#[test]
fn a_missing_text_is_the_english_one_and_then_the_key() {
    let name = |words: &Words| words.text("language.name", &[]);
    assert_eq!(name(&Words::english()), "English");
    for json in ["{}", r#"{"language.name": ""}"#, r#"{"language.name": 1}"#] {
        assert_eq!(name(&Words::with("ar", json).unwrap()), "English", "{json}");
    }
    let words = Words::with("de", r#"{"language.name": "Deutsch"}"#).unwrap();
    assert_eq!(name(&words), "Deutsch");
    assert_eq!(words.text("no.such", &[]), "no.such");
    assert!(words.has("language.name") && !words.has("no.such"));
    for json in ["", "[]", "null", "{"] {
        assert!(Words::with("ar", json).is_none(), "{json}");
    }
}

#[test]
fn a_number_takes_the_form_of_its_category() {
    let words = Words::with(
        "ar",
        r#"{"e_two": "فعاليتان", "e_few": "{{count}} في {{city}}", "e_other": "{{count}}!"}"#,
    )
    .unwrap();
    let values = [("city", "غزة")];
    assert_eq!(words.count("e", "two", "2", &values), "فعاليتان");
    assert_eq!(words.count("e", "few", "٣", &values), "٣ في غزة");
    assert_eq!(words.count("e", "many", "11", &values), "11!");
    assert_eq!(words.count("no.such", "many", "11", &values), "no.such");
}
