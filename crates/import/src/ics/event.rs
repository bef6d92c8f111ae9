//! A component that is an event, as entries: one for each time it takes place.

use chrono::{Duration, NaiveDateTime};
use serde_json::Value;

use super::component::Component;
use super::time::{Time, duration, moment, stamp, times};
use super::zones::{Zone, ZonesOf};
use crate::draft::{Draft, Origin, Stamp};
use crate::html;
use crate::table::value;

/// The start of a component.
///
/// # Errors
/// It has none that can be read.
pub fn start(component: &Component, zones: &ZonesOf) -> Result<Time, String> {
    let property = component.get("DTSTART").ok_or("no date (DTSTART)")?;
    let first = times(property, zones).into_iter().next().flatten();
    first.ok_or_else(|| format!("“{}” is no date (DTSTART)", property.value))
}

/// How long a component lasts: to its end, for whole days to the end of its last.
pub fn length(component: &Component, start: &Time, zones: &ZonesOf) -> Option<Duration> {
    if let Some(property) = component.get("DTEND") {
        let end = times(property, zones).into_iter().next().flatten()?;
        return Some(end.clock_in(&start.zone) - start.clock());
    }
    duration(component.value("DURATION")?)
}

/// An entry of what a component says, for one time at which it takes place.
pub fn draft(
    component: &Component,
    origin: Origin,
    text: &str,
    at: NaiveDateTime,
    start: &Time,
    zones: &ZonesOf,
) -> Draft {
    let mut draft = Draft::new(origin, text);
    let whole_day = start.time.is_none();
    draft.start = Some(stamp(at, whole_day, &start.zone));
    let length = length(component, start, zones);
    draft.end = length.and_then(|length| end(at, length, whole_day, &start.zone));
    if length.is_some_and(|length| length < Duration::zero()) {
        let written = component.value("DTEND").or(component.value("DURATION"));
        let written = written.unwrap_or_default();
        value::keep(&mut draft, "end", written);
        draft
            .notes
            .push(format!("its end, {written}, is before its start: left out"));
    }
    if let Zone::Named(id) = &start.zone {
        draft.put("timezone", id);
    }
    note_zone(&mut draft, component, start);
    for (name, field) in [("SUMMARY", "title"), ("DESCRIPTION", "description")] {
        if let Some(text) = component.text(name) {
            draft.put(field, &html::plain_if_markup(&text));
        }
    }
    draft.location = component
        .text("LOCATION")
        .map(|text| text.trim().to_owned());
    let address = |value: &str| value.starts_with("https://") || value.starts_with("http://");
    for (name, field) in [
        ("URL", "url"),
        ("CONFERENCE", "online"),
        ("X-GOOGLE-CONFERENCE", "online"),
        ("IMAGE", "image"),
    ] {
        if let Some(value) = component.value(name).filter(|value| address(value)) {
            draft.put(field, value);
        }
    }
    // The semicolon of GEO is none to escape, but is.
    let geo = component.text("GEO");
    if let Some((lat, lon)) = geo.as_deref().and_then(|geo| geo.split_once([';', ','])) {
        value::put(&mut draft, "lat", lat);
        value::put(&mut draft, "lon", lon);
    }
    if let Some(class) = component.value("CLASS") {
        let public = class.eq_ignore_ascii_case("PUBLIC");
        draft.private = (!public).then(|| format!("CLASS:{class}"));
    }
    match component
        .value("STATUS")
        .map(str::to_ascii_uppercase)
        .as_deref()
    {
        Some("CANCELLED") => draft.put("status", "cancelled"),
        Some("TENTATIVE") => draft.put("status", "tentative"),
        Some("CONFIRMED") => draft.confirmed_by_program = true,
        _ => {}
    }
    categories(&mut draft, component);
    super::organizer::put(&mut draft, component);
    if let Some(changed) = component.get("LAST-MODIFIED").and_then(moment) {
        draft.put("updated", &Stamp::Moment(changed).to_string());
    }
    draft
}

/// Whether a component says itself that it is cancelled.
pub fn is_cancelled(component: &Component) -> bool {
    let status = component.value("STATUS");
    status.is_some_and(|status| {
        status.eq_ignore_ascii_case("CANCELLED") || status.eq_ignore_ascii_case("CANCELED")
    })
}

/// Remembers which property each value came from.
pub fn explain(component: &Component, draft: &mut Draft) {
    for (property, field) in [
        ("SUMMARY", "title"),
        ("DTSTART", "start"),
        ("DTEND", "end"),
        ("DURATION", "end"),
        ("LOCATION", "location"),
        ("GEO", "lat"),
        ("STATUS", "status"),
        ("DESCRIPTION", "description"),
        ("URL", "url"),
        ("CATEGORIES", "tags"),
        ("ORGANIZER", "organizers"),
        ("RRULE", "series"),
    ] {
        if let Some(text) = component.text(property) {
            let text: String = text.chars().take(80).collect();
            draft.explain(field, format!("{property}: “{text}”"));
        }
    }
}

fn end(at: NaiveDateTime, length: Duration, whole_day: bool, zone: &Zone) -> Option<Stamp> {
    // The end of whole days is the day after the last.
    let length = if whole_day {
        length - Duration::days(1)
    } else {
        length
    };
    if length <= Duration::zero() {
        return None;
    }
    Some(stamp(at.checked_add_signed(length)?, whole_day, zone))
}

fn note_zone(draft: &mut Draft, component: &Component, start: &Time) {
    let id = component
        .get("DTSTART")
        .and_then(|property| property.parameter("TZID"));
    if let (Some(id), Zone::Floating, Some(_)) = (id, &start.zone, start.time) {
        draft.hours_in = Some(id.to_owned());
    }
}

/// Categories that are kinds of action, and the others as tags.
fn categories(draft: &mut Draft, component: &Component) {
    let all = component
        .all("CATEGORIES")
        .flat_map(super::lines::Property::texts);
    let (mut kinds, mut tags) = (Vec::new(), Vec::new());
    for text in all {
        let kind = value::kind(&text);
        let known = event_file::event::Kind::KNOWN
            .iter()
            .any(|(name, _)| *name == kind);
        match known {
            true => kinds.push(Value::from(kind)),
            false => tags.push(Value::from(text)),
        }
    }
    if !kinds.is_empty() {
        draft
            .fields
            .insert("kind".to_owned(), value::one_or_more(kinds.into_iter()));
    }
    if !tags.is_empty() {
        draft.fields.insert("tags".to_owned(), tags.into());
    }
}
