//! Fields of other programs' JSON, read in the ways that several of them share.

use serde_json::{Map, Value};

use crate::draft::{Draft, Stamp};
use crate::table::moments::moment;
use crate::table::value::put;
use crate::when;

/// A JSON object.
pub type Object = Map<String, Value>;

/// A text inside objects, by the names that lead to it; of several the first.
pub fn text<'a>(value: &'a Value, path: &[&str]) -> Option<&'a str> {
    let found = path.iter().try_fold(value, |value, name| value.get(name))?;
    let found = match found {
        Value::Array(items) => items.first()?,
        one => one,
    };
    // A text with its language (JSON-LD 1.1, section 4.2.4).
    let found = found.get("@value").unwrap_or(found);
    found
        .as_str()
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

/// A text or a number as text.
pub fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A time as programs write it, in RFC 3339 or something like it.
///
/// # Errors
/// It is none.
pub fn time(text: Option<&str>, name: &str) -> Result<Stamp, String> {
    let text = text.ok_or_else(|| format!("no date ({name})"))?;
    let stamp = when::exactly(text).ok_or_else(|| format!("“{text}” is no date ({name})"))?;
    Ok(moment(stamp))
}

/// Latitude and longitude, as numbers or texts.
pub fn position(draft: &mut Draft, lat: Option<&Value>, lon: Option<&Value>) {
    for (field, value) in [("lat", lat), ("lon", lon)] {
        if let Some(degrees) = value.and_then(plain) {
            put(draft, field, &degrees);
        }
    }
}

/// Puts the tags of an entry, each a text, or an object that has it under a name.
pub fn tags(draft: &mut Draft, item: &Object, name: &str) {
    let tags = item.get("tags").and_then(Value::as_array);
    let tags = tags.into_iter().flatten();
    let texts = tags.filter_map(|tag| plain(tag.get(name).unwrap_or(tag)));
    list(draft, "tags", texts);
}

/// A list of texts into a field.
pub fn list(draft: &mut Draft, field: &str, texts: impl Iterator<Item = String>) {
    let texts: Vec<Value> = texts
        .filter(|text| !text.is_empty())
        .map(Value::from)
        .collect();
    if !texts.is_empty() {
        draft.fields.insert(field.to_owned(), texts.into());
    }
}
