//! The names of cities by which the list names them in the page's language: a file for each language.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use fold::fold;
use map::labels::City;
use serde_json::Value;
use texts::{LANGUAGES, place_key};

use super::names::written;
use crate::gazetteer::sources::Sources;

/// The languages that people of each country are governed in, by its code.
pub type Spoken = BTreeMap<String, Vec<String>>;

/// By language, then by [`place_key`]: what the city is called.
pub type Files = BTreeMap<&'static str, BTreeMap<String, String>>;

/// The interface's languages that are official in each country, from CLDR.
///
/// # Errors
/// The file is not as expected.
pub fn spoken(sources: &Sources) -> Result<Spoken> {
    let file = sources.npm("cldr-core/supplemental/territoryInfo.json")?;
    let territories = file
        .pointer("/supplemental/territoryInfo")
        .and_then(Value::as_object)
        .context("no territories")?;
    let of = |territory: &Value| {
        let languages = territory
            .get("languagePopulation")
            .and_then(Value::as_object);
        let official = languages.into_iter().flatten().filter(|(_, about)| {
            let status = about.get("_officialStatus").and_then(Value::as_str);
            matches!(status, Some("official" | "de_facto_official"))
        });
        official.map(|(language, _)| language.clone()).collect()
    };
    Ok(territories
        .iter()
        .map(|(code, territory)| (code.clone(), of(territory)))
        .collect())
}

/// Cities of fewer thousand people are in the files only where CLDR names them, which it does in every language, or names
/// were written by hand: a file arrives before the list is shown.
const LARGE: u32 = 500;

/// For each language but English, the names of those cities that are called otherwise in the event files of others: in
/// English, in GeoNames and in their country's own languages.
pub fn files<'c>(cities: impl Iterator<Item = &'c City> + Clone, spoken: &Spoken) -> Files {
    let of = |language: &str| {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let wanted = |city: &&City| {
            city.3 >= LARGE || city.5.len() >= LANGUAGES.len() || written::has(&city.4, &city.0)
        };
        for City(own, _, _, _, country, called) in cities.clone().filter(wanted) {
            let Some(name) = called.get(language) else {
                continue;
            };
            let native = spoken.get(country).into_iter().flatten();
            let native = native.filter_map(|language| called.get(language));
            for written in [own].into_iter().chain(called.get("en")).chain(native) {
                if fold(written) != fold(name) {
                    // The larger of two cities of one name comes first.
                    names
                        .entry(place_key(country, written))
                        .or_insert_with(|| name.clone());
                }
            }
        }
        names
    };
    let others = LANGUAGES.iter().filter(|(language, _)| *language != "en");
    others
        .map(|(language, _)| (*language, of(language)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_found_by_what_event_files_call_it() {
        let names = [
            ("de", "Wien"),
            ("en", "Vienna"),
            ("fr", "Vienne"),
            ("tr", "Viyana"),
        ];
        let names = names.map(|(language, name)| (language.to_owned(), name.to_owned()));
        let vienna = City("Vienna".into(), 48.2, 16.4, 1700, "AT".into(), names.into());
        let spoken = Spoken::from([("AT".to_owned(), vec!["de".to_owned()])]);
        let files = files([&vienna].into_iter(), &spoken);
        let check = |language: &str, expected: &[(&str, &str)]| {
            let found = files[language].iter();
            let found: Vec<_> = found
                .map(|(key, name)| (key.as_str(), name.as_str()))
                .collect();
            assert_eq!(found, expected, "{language}");
        };
        check("fr", &[("AT vienna", "Vienne"), ("AT wien", "Vienne")]);
        check("de", &[("AT vienna", "Wien")]);
        check("it", &[]);
    }
}
