//! Entries of the event file as likeness sees them.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde_json::{Map, Value};

use crate::twin::{Look, Said, page};

/// A hash of the address of an entry's own page, without what changes nothing.
pub fn page_of(entry: &Map<String, Value>) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    page(entry.get("url")?.as_str()?)?.hash(&mut hasher);
    Some(hasher.finish())
}

/// The day on which an entry begins.
pub fn day(entry: &Map<String, Value>) -> Option<&str> {
    entry.get("start")?.as_str()?.get(..10)
}

/// A hash of the start and title, as written.
pub fn start_and_title(entry: &Map<String, Value>) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    entry.get("start")?.as_str()?.hash(&mut hasher);
    entry.get("title")?.as_str()?.hash(&mut hasher);
    Some(hasher.finish())
}

/// What likeness goes by.
pub fn look(entry: &Map<String, Value>) -> Look {
    let text = |field: &str| entry.get(field).and_then(Value::as_str);
    let number = |field: &str| entry.get(field).and_then(Value::as_f64);
    let translations = entry.get("translations").and_then(Value::as_object);
    let translated = translations.into_iter().flatten();
    let translated = translated.filter_map(|(_, one)| one.get("title")?.as_str());
    let titles: Vec<&str> = text("title").into_iter().chain(translated).collect();
    Look::new(&Said {
        titles: &titles,
        country: text("country"),
        city: text("city"),
        place: text("place"),
        time: text("start").and_then(|start| start.get(11..16)),
        at: number("lat").zip(number("lon")),
        exact: text("precision").is_none_or(|precision| precision == "place"),
        // The page of many entries is no entry's own; that is decided elsewhere.
        url: None,
        language: text("language"),
    })
}

/// Whether two entries say the same of what both say.
pub fn exactly(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    other
        .iter()
        .all(|(field, value)| field == "id" || one.get(field).is_none_or(|found| found == value))
}
