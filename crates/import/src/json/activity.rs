//! Events of ActivityStreams, as Mobilizon and Gancio send them to one another
//! (<https://www.w3.org/TR/activitystreams-vocabulary/#dfn-event>).

use serde_json::Value;

use super::address;
use super::fields::{Object, list, plain, text, time};
use crate::draft::Draft;
use crate::html;
use crate::table::value;

/// Types of ActivityStreams that servers send beside events.
const TYPES: [&str; 14] = [
    "Event",
    "Note",
    "Article",
    "Page",
    "Create",
    "Update",
    "Announce",
    "Person",
    "Group",
    "Organization",
    "Service",
    "Application",
    "Collection",
    "Place",
];

/// Whether an object is one of ActivityStreams: of a type of its own, with an address as its id or a start.
pub fn is(object: &Object) -> bool {
    let said = |name: &str| object.get(name).and_then(Value::as_str);
    let is_typed = said("type").is_some_and(|kind| TYPES.contains(&kind));
    let has_id =
        said("id").is_some_and(|id| id.starts_with("http")) || object.contains_key("@context");
    is_typed && (object.contains_key("startTime") || has_id && !object.contains_key("orderedItems"))
}

/// Fills an entry.
///
/// # Errors
/// It is no event, or has no date.
pub fn fill(draft: &mut Draft, object: &Object) -> Result<(), String> {
    let item = Value::Object(object.clone());
    let kind = text(&item, &["type"]).unwrap_or_default();
    if kind != "Event" {
        return Err(format!("of type {kind}, not an event"));
    }
    draft.put(
        "title",
        &html::entities(text(&item, &["name"]).unwrap_or_default()),
    );
    let content = text(&item, &["content"]).or(text(&item, &["summary"]));
    draft.put(
        "description",
        &html::plain_if_markup(content.unwrap_or_default()),
    );
    if let Some(place) = item.get("location") {
        address::put(draft, place);
    }
    let page = match item.get("url") {
        Some(Value::Array(pages)) => pages
            .first()
            .and_then(|page| plain(page.get("href").unwrap_or(page))),
        Some(page) => plain(page.get("href").unwrap_or(page)),
        None => None,
    };
    draft.put(
        "url",
        &page
            .or(text(&item, &["id"]).map(str::to_owned))
            .unwrap_or_default(),
    );
    if let Some(zone) = text(&item, &["timezone"]) {
        value::put(draft, "timezone", zone);
    }
    if let Some(status) = text(&item, &["ical:status"])
        .or(text(&item, &["status"]))
        .and_then(value::status)
    {
        draft.put("status", status.name());
    }
    let tags = item
        .get("tag")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let tags = tags.filter_map(|tag| plain(tag.get("name").unwrap_or(tag)));
    list(
        draft,
        "tags",
        tags.map(|tag| tag.trim_start_matches('#').to_owned()),
    );
    draft.key = text(&item, &["id"]).map(str::to_owned);
    draft.start = Some(time(text(&item, &["startTime"]), "startTime")?);
    draft.end = text(&item, &["endTime"])
        .map(|end| time(Some(end), "endTime"))
        .transpose()?;
    Ok(())
}
