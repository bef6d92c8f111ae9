//! The lines of countries: their ISO 3166-1 codes and their names in the languages of CLDR.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use gazetteer::key::key;
use serde_json::Value;
use texts::LANGUAGES;

use super::sources::Sources;

const NAMES: &str = "cldr-localenames-full/main";

/// In how many times as many languages a name has to mean one country as it means another.
const CLEAR: usize = 5;

/// Codes that CLDR has names for and ISO 3166-1 only reserves, or leaves to whoever wants them.
const NO_COUNTRIES: &[&str] = &[
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
];

/// Each name's key, with the countries it means and in how many languages.
type Meanings = BTreeMap<String, BTreeMap<String, usize>>;

/// A line for each country, ordered by code.
pub fn lines(sources: &Sources) -> Result<String> {
    let codes = sources.npm("cldr-core/supplemental/codeMappings.json")?;
    let codes = codes
        .pointer("/supplemental/codeMappings")
        .and_then(Value::as_object)
        .context("no codes")?;
    let english = territories(sources, "en")?;
    let alpha3: BTreeMap<&str, &str> = codes
        .iter()
        .filter(|(code, _)| is_country(code) && !NO_COUNTRIES.contains(&code.as_str()))
        .filter(|(code, _)| english.contains_key(*code))
        .filter_map(|(code, mapped)| Some((code.as_str(), mapped.get("_alpha3")?.as_str()?)))
        .collect();
    let mut meanings = Meanings::new();
    for language in sources.names(NAMES)? {
        for (name, code) in named(&territories(sources, &language)?) {
            if alpha3.contains_key(code.as_str()) {
                *meanings.entry(name).or_default().entry(code).or_default() += 1;
            }
        }
    }
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, countries) in meanings {
        if let Some(country) = clear(&countries) {
            keys.entry(country.to_owned()).or_default().insert(name);
        }
    }
    let shown = LANGUAGES
        .iter()
        .map(|(language, _)| Ok((*language, territories(sources, language)?)))
        .collect::<Result<Vec<_>>>()?;
    let mut lines = String::new();
    for (code, alpha3) in alpha3 {
        let mut fields = vec![code.to_owned(), alpha3.to_owned()];
        for (language, names) in &shown {
            if let Some(name) = best(names, code) {
                fields.push(match *language {
                    "en" => name.to_owned(),
                    language => format!("{language}={name}"),
                });
            }
        }
        fields.extend(keys.remove(code).unwrap_or_default());
        lines += &(fields.join("\t") + "\n");
    }
    Ok(lines)
}

/// The country a name means clearly.
fn clear(countries: &BTreeMap<String, usize>) -> Option<&str> {
    let (country, most) = countries.iter().max_by_key(|(_, count)| **count)?;
    let others = countries.iter().filter(|(other, _)| *other != country);
    let next = others.map(|(_, count)| *count).max().unwrap_or(0);
    (*most >= next * CLEAR).then_some(country)
}

/// A language's names of territories, by code, with `-alt-…` where there are several.
fn territories(sources: &Sources, language: &str) -> Result<BTreeMap<String, String>> {
    const FILE: &str = "territories.json";
    let folder = format!("{NAMES}/{language}");
    // Some languages have no names of countries yet.
    if !sources.names(&folder)?.iter().any(|name| name == FILE) {
        return Ok(BTreeMap::new());
    }
    let file = sources.npm(&format!("{folder}/{FILE}"))?;
    let path = format!("/main/{language}/localeDisplayNames/territories");
    let names = file.pointer(&path).and_then(Value::as_object);
    let names = names.into_iter().flatten();
    Ok(names
        .filter_map(|(code, name)| Some((code.clone(), name.as_str()?.to_owned())))
        .collect())
}

/// The keys of the names, each once for a country.
fn named(territories: &BTreeMap<String, String>) -> BTreeSet<(String, String)> {
    territories
        .iter()
        .map(|(code, name)| {
            let code = code
                .split_once("-alt")
                .map_or(code.as_str(), |(code, _)| code);
            (key(name), code.to_owned())
        })
        .filter(|(name, code)| *name != code.to_lowercase())
        .collect()
}

/// The name to show: the short one where there is one (“Palestine”), as browsers do.
fn best<'n>(territories: &'n BTreeMap<String, String>, code: &str) -> Option<&'n str> {
    let short = territories.get(&format!("{code}-alt-short"));
    // “US” and “UK” are short, but no names.
    let short = short.filter(|name| name.chars().count() > 3 && !name.contains('.'));
    short.or_else(|| territories.get(code)).map(String::as_str)
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(counts: &[(&str, usize)], expected: Option<&str>) {
        let counts = counts
            .iter()
            .map(|(code, count)| ((*code).to_owned(), *count));
        assert_eq!(clear(&counts.collect()), expected);
    }

    #[test]
    fn a_name_that_means_two_countries_is_none() {
        check(&[("GN", 40)], Some("GN"));
        check(&[("GN", 40), ("GQ", 2)], Some("GN"));
        check(&[("GN", 4), ("GQ", 2)], None);
        check(&[], None);
    }
}
