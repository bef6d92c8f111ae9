//! When two entries are the same event: on one day, in one place, at times that do not differ, called alike.

use std::collections::HashSet;

use calendar::fold::fold;
use gazetteer::kilometres;
use serde_json::{Map, Value};

/// As far as two positions of one event are apart, in kilometres.
const NEAR: f64 = 5.0;
/// The share of words that two titles of one event have in common.
const ALIKE: f64 = 0.6;

/// The address of an entry's own page, without what changes nothing.
pub fn page(entry: &Map<String, Value>) -> Option<String> {
    let url = entry.get("url")?.as_str()?.trim();
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = rest.split('#').next()?;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let counted = |part: &&str| {
        !part.is_empty()
            && !["utm_", "fbclid", "ref="]
                .iter()
                .any(|start| part.starts_with(start))
    };
    let query: Vec<&str> = query.split('&').filter(counted).collect();
    let path = path.trim_end_matches('/');
    Some(match query.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", query.join("&")),
    })
}

/// The day on which an entry begins.
pub fn day(entry: &Map<String, Value>) -> Option<&str> {
    entry.get("start")?.as_str()?.get(..10)
}

/// Whether two entries of one day are the same event.
pub fn alike(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    let text =
        |entry: &Map<String, Value>, field: &str| Some(fold(entry.get(field)?.as_str()?.trim()));
    let differ = |field: &str| match (text(one, field), text(other, field)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let time = |entry: &Map<String, Value>| {
        entry
            .get("start")
            .and_then(Value::as_str)
            .and_then(|start| start.get(10..16))
            .map(str::to_owned)
    };
    let times_differ = matches!((time(one), time(other)), (Some(one), Some(other)) if one != other);
    if differ("country") || times_differ {
        return false;
    }
    let titles = (
        text(one, "title").unwrap_or_default(),
        text(other, "title").unwrap_or_default(),
    );
    same_place(one, other) && words_alike(&titles.0, &titles.1)
}

/// Whether two entries say the same of what both say.
pub fn exactly(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    other
        .iter()
        .all(|(field, value)| field == "id" || one.get(field).is_none_or(|found| found == value))
}

fn same_place(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    let at = |entry: &Map<String, Value>| {
        Some((entry.get("lat")?.as_f64()?, entry.get("lon")?.as_f64()?))
    };
    let city = |entry: &Map<String, Value>| Some(fold(entry.get("city")?.as_str()?.trim()));
    match (city(one), city(other), at(one), at(other)) {
        (Some(one), Some(other), ..) if one == other => true,
        (_, _, Some(one), Some(other)) => kilometres(one.0, one.1, other.0, other.1) <= NEAR,
        (None, None, None, None) => true,
        _ => false,
    }
}

fn words_alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let words = |text: &str| -> HashSet<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let common = one.intersection(&other).count() as f64;
    let all = one.union(&other).count().max(1) as f64;
    common / all >= ALIKE
}
