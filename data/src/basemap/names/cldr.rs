//! Names of cities in the interface's languages: CLDR's exemplar cities of time zones (Unicode Licence).

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use fold::fold;
use serde_json::Value;
use texts::LANGUAGES;

use crate::gazetteer::sources::Sources;

/// What a city is called, by language.
pub type Names = BTreeMap<String, String>;

/// The city that a time zone is named after.
#[derive(Debug, Clone, PartialEq)]
pub struct Exemplar {
    /// CLDR's identifier of the zone, which is that of the IANA database or an older one.
    pub zone: String,
    /// In every language of the interface.
    pub names: Names,
}

/// The exemplar cities, in the order of their zones.
///
/// # Errors
/// A file of CLDR is not as expected.
pub fn exemplars(sources: &Sources) -> Result<Vec<Exemplar>> {
    let mut zones: BTreeMap<String, Names> = BTreeMap::new();
    for (language, _) in LANGUAGES {
        let file = sources.npm(&format!(
            "cldr-dates-full/main/{language}/timeZoneNames.json"
        ))?;
        let path = format!("/main/{language}/dates/timeZoneNames/zone");
        let zone = file
            .pointer(&path)
            .with_context(|| format!("{language}: no names of zones"))?;
        walk(zone, "", &mut |zone, name| {
            let names = zones.entry(zone.to_owned()).or_default();
            names.insert(language.to_owned(), name.to_owned());
        });
    }
    let exemplars = zones.into_iter().map(|(zone, mut names)| {
        // CLDR leaves out a name that is the identifier's last part.
        let own = zone.rsplit('/').next().unwrap_or(&zone).replace('_', " ");
        let english = names.get("en").cloned().unwrap_or(own);
        for (language, _) in LANGUAGES {
            names
                .entry(language.to_owned())
                .or_insert_with(|| english.clone());
        }
        Exemplar { zone, names }
    });
    Ok(exemplars.collect())
}

/// Gives each zone beneath a node with its city.
fn walk(node: &Value, path: &str, give: &mut dyn FnMut(&str, &str)) {
    for (part, below) in node.as_object().into_iter().flatten() {
        let path = match path {
            "" => part.clone(),
            path => format!("{path}/{part}"),
        };
        if let Some(name) = below.get("exemplarCity").and_then(Value::as_str) {
            give(&path, name);
        }
        if below.is_object() {
            walk(below, &path, give);
        }
    }
}

/// The index of the city that an exemplar stands for: the largest of its zone with its English name, or of all where no
/// city has that zone. `cities` are zones, names and people.
pub fn city_of<'c>(
    exemplar: &Exemplar,
    cities: impl Iterator<Item = (&'c str, &'c [&'c str], u64)> + Clone,
) -> Option<usize> {
    let english = fold(exemplar.names.get("en")?);
    let is_known = cities.clone().any(|(zone, ..)| zone == exemplar.zone);
    let called = cities.enumerate().filter(|(_, (zone, names, _))| {
        (!is_known || *zone == exemplar.zone) && names.iter().any(|name| fold(name) == english)
    });
    called
        .max_by_key(|(at, (_, names, people))| {
            // A city of that name comes before one that is called so too.
            let own = names.first().is_some_and(|name| fold(name) == english);
            (own, *people, std::cmp::Reverse(*at))
        })
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn zones_in_zones_are_found() {
        let zones = json!({
            "Europe": { "London": { "exemplarCity": "Londres" } },
            "America": { "Indiana": { "Knox": { "exemplarCity": "Knox" } } },
        });
        let mut found = Vec::new();
        walk(&zones, "", &mut |zone, name| {
            found.push(format!("{zone}: {name}"));
        });
        found.sort_unstable();
        assert_eq!(
            found,
            ["America/Indiana/Knox: Knox", "Europe/London: Londres"]
        );
    }

    #[test]
    fn an_exemplar_is_the_largest_city_of_its_zone_and_name() {
        let cities: [(&str, &[&str], u64); 4] = [
            ("America/Toronto", &["London"], 400_000),
            ("Europe/London", &["New London", "London"], 9_000_000),
            ("Europe/London", &["London"], 8_000_000),
            ("Asia/Kolkata", &["Kolkata", "Calcutta"], 4_000_000),
        ];
        let check = |zone: &str, english: &str, expected: Option<usize>| {
            let names = BTreeMap::from([("en".to_owned(), english.to_owned())]);
            let exemplar = Exemplar {
                zone: zone.to_owned(),
                names,
            };
            assert_eq!(
                city_of(&exemplar, cities.iter().copied()),
                expected,
                "{zone}"
            );
        };
        check("Europe/London", "London", Some(2));
        check("Asia/Calcutta", "Kolkata", Some(3));
        check("Europe/London", "Paris", None);
    }
}
