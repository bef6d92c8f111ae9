//! The language files against the English one and against their glossaries (docs/translating.md).

#[path = "language_files/compare.rs"]
mod compare;
#[path = "language_files/glossary.rs"]
mod glossary;
#[path = "language_files/no_script.rs"]
mod no_script;
#[path = "language_files/text.rs"]
mod text;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use icu_plurals::{PluralCategory, PluralRules};
use serde_json::Value;

use glossary::Glossary;
use text::Texts;

/// Where the texts are, and where the glossaries.
const FILES: &str = "public/lang";
const GLOSSARIES: &str = "docs/translating";

/// The faults of every language file, a line each; an error where one cannot be read.
fn faults() -> Result<Vec<String>> {
    let english = texts_of("en")?;
    let terms = glossary::terms(&json(&format!("{GLOSSARIES}/terms.json"))?)?;
    let page = read(no_script::PAGE)?;
    let mut faults = Vec::new();
    for code in codes()? {
        let texts = texts_of(&code)?;
        faults.extend(no_script::fault(&page, &code, &texts));
        let mut found = compare::faults(&english, &texts, &categories(&code)?);
        if code != "en" {
            let path = format!("{GLOSSARIES}/{code}.json");
            let glossary = Glossary::read(&json(&path)?).with_context(|| path.clone())?;
            found.extend(glossary.faults(&terms, &english, &texts));
        }
        faults.extend(
            found
                .into_iter()
                .map(|fault| format!("{FILES}/{code}.json: {fault}")),
        );
    }
    Ok(faults)
}

/// The languages there are files of.
fn codes() -> Result<Vec<String>> {
    let folder = std::fs::read_dir(path(FILES)).context(FILES)?;
    let mut codes = Vec::new();
    for file in folder {
        let name = file?.file_name().to_string_lossy().into_owned();
        match name.strip_suffix(".json") {
            Some(code) => codes.push(code.to_owned()),
            None => bail!("{FILES}/{name} is no language file: they are called CODE.json"),
        }
    }
    codes.sort_unstable();
    Ok(codes)
}

fn texts_of(code: &str) -> Result<Texts> {
    let path = format!("{FILES}/{code}.json");
    let file = json(&path)?;
    let members = file
        .as_object()
        .with_context(|| format!("{path} is no JSON object"))?;
    let text = |(key, value): (&String, &Value)| {
        let text = value.as_str();
        let text = text.with_context(|| format!("{path}: `{key}` is no text: {value}"))?;
        Ok((key.clone(), text.to_owned()))
    };
    members.iter().map(text).collect()
}

/// A path of the project.
fn path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn read(file: &str) -> Result<String> {
    std::fs::read_to_string(path(file)).with_context(|| file.to_owned())
}

fn json(path: &str) -> Result<Value> {
    serde_json::from_str(&read(path)?).with_context(|| path.to_owned())
}

/// The plural categories that CLDR has for a language, as i18next's keys end.
fn categories(code: &str) -> Result<Vec<&'static str>> {
    let tag: icu_locale_core::Locale = code
        .parse()
        .with_context(|| format!("{FILES}/{code}.json: “{code}” is no BCP 47 code"))?;
    let rules = PluralRules::try_new(tag.into(), Default::default())?;
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    Ok(rules.categories().map(name).collect())
}

#[test]
fn a_language_has_the_plural_forms_of_cldr() {
    for (code, expected) in [
        ("ja", "other"),
        ("de", "one other"),
        ("fr", "many one other"),
        ("ar", "few many one other two zero"),
        ("cy", "few many one other two zero"),
        ("pl", "few many one other"),
    ] {
        let mut found = categories(code).unwrap();
        found.sort_unstable();
        assert_eq!(found.join(" "), expected, "{code}");
    }
    assert!(categories("no code").is_err());
}

#[test]
fn the_language_files_have_no_faults() {
    let faults = faults().unwrap();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
