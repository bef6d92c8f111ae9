//! A missing text never leaves a gap, and the languages are those there are files of.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;

#[test]
fn the_languages_are_the_files_there_are_english_first() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/lang");
    let files = std::fs::read_dir(folder).unwrap();
    let files: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let offered = LANGUAGES.iter().map(|(code, _)| format!("{code}.json"));
    assert_eq!(files, offered.collect());
    assert_eq!(LANGUAGES[0], ("en", "English"));
    assert!(LANGUAGES.contains(&("ja", "日本語")));
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
