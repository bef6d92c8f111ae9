//! Events of Mobilize (<https://github.com/mobilizeamerica/api>): one entry may have many time slots, each
//! an event.

use serde_json::Value;

use super::fields::{Object, list, plain, text};
use super::gancio::seconds;
use super::{osdi, private};
use crate::draft::{Draft, Origin, Reading};
use crate::html;
use crate::table::value;

/// The most slots of one entry.
const MOST: usize = 500;

/// Reads an entry: an event for each of its time slots.
pub fn read(object: &Object, origin: &Origin, original: &str, reading: &mut Reading) {
    let item = Value::Object(object.clone());
    let slots: &[Value] = item
        .get("timeslots")
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice);
    if slots.is_empty() || slots.len() > MOST {
        let reason = format!("{} time slots; between 1 and {MOST} are read", slots.len());
        reading.reject(Draft::new(origin.clone(), original).rejected(reason));
        return;
    }
    let mut drafts = Vec::new();
    for slot in slots {
        let mut draft = Draft::new(origin.clone(), original);
        fill(&mut draft, &item);
        draft.private = private::mark(object);
        draft.start = seconds(slot.get("start_date"));
        draft.end = seconds(slot.get("end_date"));
        if draft.start.is_none() {
            reading.reject(draft.rejected("a time slot without a date (start_date)"));
            return;
        }
        if let Some(id) = item.get("id").and_then(plain) {
            let slot = slot.get("id").or(slot.get("start_date")).and_then(plain);
            draft.key = Some(format!("mobilize:{id}/{}", slot.unwrap_or_default()));
        }
        drafts.push(draft);
    }
    reading.entries += 1;
    reading.drafts.append(&mut drafts);
}

fn fill(draft: &mut Draft, item: &Value) {
    draft.put("title", text(item, &["title"]).unwrap_or_default());
    draft.put(
        "description",
        &html::plain_if_markup(text(item, &["description"]).unwrap_or_default()),
    );
    draft.put("url", text(item, &["browser_url"]).unwrap_or_default());
    draft.put(
        "image",
        text(item, &["featured_image_url"]).unwrap_or_default(),
    );
    draft.put(
        "online",
        text(item, &["virtual_action_url"]).unwrap_or_default(),
    );
    draft.put(
        "accessibility",
        text(item, &["accessibility_notes"]).unwrap_or_default(),
    );
    list(
        draft,
        "organizers",
        text(item, &["sponsor", "name"])
            .map(str::to_owned)
            .into_iter(),
    );
    if let Some(zone) = text(item, &["timezone"]) {
        value::put(draft, "timezone", zone);
    }
    if let Some(kind) = text(item, &["event_type"]) {
        let name = value::kind(kind);
        match event_file::event::Kind::KNOWN
            .iter()
            .any(|(known, _)| *known == name)
        {
            true => draft.put("kind", &name),
            false => list(
                draft,
                "tags",
                [kind.to_lowercase().replace('_', " ")].into_iter(),
            ),
        }
    }
    osdi::location(draft, &item["location"]);
    hide_private_address(draft, item);
}

/// Takes away the sentence that Mobilize writes in place of an address that only those see who sign up.
fn hide_private_address(draft: &mut Draft, item: &Value) {
    let visibility = text(item, &["address_visibility"]).unwrap_or_default();
    let private = visibility.eq_ignore_ascii_case("PRIVATE");
    let is_notice = |text: &str| {
        let text = text.replace('’', "'");
        text.starts_with("This event's address is private")
    };
    if private {
        // Its city is what is left of it.
        for field in ["lat", "lon", "precision"] {
            draft.fields.shift_remove(field);
        }
    }
    for field in ["place", "address"] {
        if draft
            .text_of(field)
            .is_some_and(|own| private || is_notice(own))
        {
            draft.fields.shift_remove(field);
        }
    }
    if draft.location.as_deref().is_some_and(is_notice) {
        draft.location = None;
    }
}
