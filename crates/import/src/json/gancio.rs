//! Events of Gancio's interface (<https://gancio.org/dev/api>): times in seconds since 1970, in UTC.

use chrono::DateTime;
use serde_json::Value;

use super::address;
use super::fields::{Object, plain, position, tags, text};
use crate::draft::{Draft, Stamp};
use crate::html;

/// Fills an entry.
///
/// # Errors
/// It has no date.
pub fn fill(draft: &mut Draft, object: &Object) -> Result<(), String> {
    let item = Value::Object(object.clone());
    draft.put(
        "title",
        &html::entities(text(&item, &["title"]).unwrap_or_default()),
    );
    draft.put(
        "description",
        &html::plain_if_markup(text(&item, &["description"]).unwrap_or_default()),
    );
    let place = &item["place"];
    let part = |name: &str| text(place, &[name]).filter(|part| *part != "online");
    address::venue(
        draft,
        part("name").unwrap_or_default(),
        part("address").unwrap_or_default(),
    );
    position(draft, place.get("latitude"), place.get("longitude"));
    let online = item
        .get("online_locations")
        .and_then(|list| list.get(0))
        .and_then(plain);
    draft.put("online", &online.unwrap_or_default());
    tags(draft, object, "tag");
    draft.put("url", text(&item, &["url"]).unwrap_or_default());
    draft.key = item
        .get("id")
        .and_then(plain)
        .map(|id| format!("gancio:{id}"));
    draft.start = Some(seconds(item.get("start_datetime")).ok_or("no date (start_datetime)")?);
    draft.end = seconds(item.get("end_datetime"));
    Ok(())
}

/// A moment in seconds since 1970.
pub fn seconds(value: Option<&Value>) -> Option<Stamp> {
    DateTime::from_timestamp(value?.as_i64()?, 0).map(Stamp::Moment)
}
