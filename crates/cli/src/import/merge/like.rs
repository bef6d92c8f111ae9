//! When two entries are the same event: on one day, in one place, at times that do not differ, called alike.

use std::collections::HashSet;

use fold::fold;
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

/// What likeness goes by, folded once.
#[derive(Debug, Clone, Default)]
pub struct Look {
    title: String,
    country: Option<String>,
    city: Option<String>,
    time: Option<String>,
    at: Option<(f64, f64)>,
}

impl Look {
    /// Of an entry.
    pub fn new(entry: &Map<String, Value>) -> Self {
        let text = |field: &str| entry.get(field).and_then(Value::as_str);
        let folded = |field: &str| text(field).map(|text| fold(text.trim()));
        let number = |field: &str| entry.get(field).and_then(Value::as_f64);
        Self {
            title: folded("title").unwrap_or_default(),
            country: folded("country"),
            city: folded("city"),
            time: text("start")
                .and_then(|start| start.get(10..16))
                .map(str::to_owned),
            at: number("lat").zip(number("lon")),
        }
    }

    /// Whether two entries of one day are the same event.
    pub fn is_like(&self, other: &Self) -> bool {
        let differ = |one: &Option<String>, other: &Option<String>| {
            one.is_some() && other.is_some() && one != other
        };
        !differ(&self.country, &other.country)
            && !differ(&self.time, &other.time)
            && self.near(other)
            && words_alike(&self.title, &other.title)
    }

    fn near(&self, other: &Self) -> bool {
        match (&self.city, &other.city, self.at, other.at) {
            (Some(one), Some(other), ..) if one == other => true,
            (_, _, Some(one), Some(other)) => {
                // A degree of latitude is 111 km everywhere.
                (one.0 - other.0).abs() < 0.1 && kilometres(one.0, one.1, other.0, other.1) <= NEAR
            }
            (None, None, None, None) => true,
            _ => false,
        }
    }
}

/// Whether two entries say the same of what both say.
pub fn exactly(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    other
        .iter()
        .all(|(field, value)| field == "id" || one.get(field).is_none_or(|found| found == value))
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
