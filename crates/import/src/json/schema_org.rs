//! Events of schema.org, as pages carry them (<https://schema.org/Event>).

use serde_json::Value;

use super::address;
use super::fields::{Object, list, plain, text, time};
use crate::draft::Draft;
use crate::html;
use crate::table::value;

/// Fills an entry.
///
/// # Errors
/// It is no event, or has no date.
pub fn fill(draft: &mut Draft, object: &Object) -> Result<(), String> {
    let item = Value::Object(object.clone());
    let kinds = texts(item.get("@type"));
    let event = |kind: &String| {
        kind.ends_with("Event") || kind.ends_with("Festival") || kind.ends_with("Hackathon")
    };
    if !kinds.iter().any(event) {
        return Err(format!("of type {}, not an event", kinds.join(", ")));
    }
    draft.put(
        "title",
        &html::entities(text(&item, &["name"]).unwrap_or_default()),
    );
    draft.put(
        "description",
        &html::plain_if_markup(text(&item, &["description"]).unwrap_or_default()),
    );
    if let Some(place) = item.get("location") {
        address::put(draft, place);
    }
    draft.put("url", text(&item, &["url"]).unwrap_or_default());
    if let Some(image) = first(item.get("image")) {
        draft.put("image", &image);
    }
    if let Some(status) = text(&item, &["eventStatus"]) {
        let name = status.rsplit('/').next().unwrap_or_default();
        let status = match name {
            "EventCancelled" => "cancelled",
            "EventPostponed" => "postponed",
            "EventRescheduled" => "rescheduled",
            "EventMovedOnline" => "moved-online",
            "EventScheduled" => "",
            other => value::status(other).map_or("", |status| status.name()),
        };
        draft.put("status", status);
    }
    if let Ok(before) = time(text(&item, &["previousStartDate"]), "") {
        draft.put("previously", &before.to_string());
    }
    list(
        draft,
        "organizers",
        names(item.get("organizer")).into_iter(),
    );
    let keywords = texts(item.get("keywords"));
    let keywords = keywords
        .iter()
        .flat_map(|text| text.split(','))
        .map(|text| text.trim().to_owned());
    list(draft, "tags", keywords);
    draft.put("language", text(&item, &["inLanguage"]).unwrap_or_default());
    let kind = text(&item, &["additionalType"])
        .map(value::kind)
        .unwrap_or_default();
    if event_file::event::Kind::KNOWN
        .iter()
        .any(|(name, _)| *name == kind)
    {
        draft.put("kind", &kind);
    }
    draft.key = text(&item, &["@id"])
        .or(text(&item, &["identifier"]))
        .map(str::to_owned);
    draft.start = Some(time(text(&item, &["startDate"]), "startDate")?);
    draft.end = text(&item, &["endDate"])
        .map(|end| time(Some(end), "endDate"))
        .transpose()?;
    Ok(())
}

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(plain).collect(),
        Some(one) => plain(one).into_iter().collect(),
        None => Vec::new(),
    }
}

/// A text, or the address in an object, the first of a list.
fn first(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Array(list) => first(list.first()),
        Value::Object(object) => object
            .get("url")
            .or(object.get("contentUrl"))
            .and_then(plain),
        one => plain(one),
    }
}

fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().flat_map(|one| names(Some(one))).collect(),
        Some(Value::Object(object)) => object.get("name").and_then(plain).into_iter().collect(),
        Some(one) => plain(one).into_iter().collect(),
        None => Vec::new(),
    }
}
