//! JSON-LD with the words of schema.org, which search engines and other calendars read.

use serde_json::{Map, Value, json};

use super::at;
use event_file::event::{Kind, Status, Text};
use event_file::link::clickable;
use event_file::zone::Zones;
use event_file::{Calendar, Event, WallTime};

/// The events at these indices as a graph of `Event`s. Source: <https://schema.org/Event>.
///
/// Times carry the offset of the venue where it is known. What schema.org has no word for (a route,
/// attendance, accessibility, translations) is left out; kinds stand before the tags in `keywords`.
pub fn jsonld(calendar: &Calendar, events: &[u32], zones: &dyn Zones) -> String {
    let language = calendar.about.language.as_deref();
    let graph: Vec<Value> = at(calendar, events)
        .map(|event| of_one(event, language, zones).into())
        .collect();
    let file = json!({ "@context": "https://schema.org", "@graph": graph });
    format!("{file:#}\n")
}

/// One event as the members of an `Event` of schema.org, without its `@context`; `language` is the calendar's.
pub fn of_one(event: &Event, language: Option<&str>, zones: &dyn Zones) -> Map<String, Value> {
    let time = |time: WallTime| dated(time, event, zones);
    let mut members = Members(Map::new());
    members.put("@type", "Event".into());
    members.put("identifier", event.id.as_str().into());
    members.put("name", event.title.as_str().into());
    members.put("startDate", event.start.map(time).into());
    members.put("endDate", event.end.map(time).into());
    members.put("eventStatus", status(event.status).into());
    members.put("previousStartDate", event.previously.map(time).into());
    members.put("eventAttendanceMode", mode(event).into());
    members.put("location", location(event));
    let organizers = event.organizers.iter();
    members.put(
        "organizer",
        several(organizers.map(|name| json!({ "@type": "Organization", "name": name.as_str() }))),
    );
    let kinds = event.kinds.iter().map(Kind::name);
    let keywords = kinds.chain(event.tags.iter().map(Text::as_str));
    members.put("keywords", many(keywords.map(Value::from)));
    let larger = |kind: &str, name: &Option<Text>| {
        let name = name.as_deref()?;
        Some(json!({ "@type": kind, "name": name }))
    };
    let campaign = larger("Event", &event.campaign);
    let series = larger("EventSeries", &event.series);
    members.put("superEvent", several(campaign.into_iter().chain(series)));
    members.put(
        "url",
        event.url.as_deref().filter(|url| clickable(url)).into(),
    );
    let sources = event.sources.iter().filter(|source| clickable(source));
    members.put(
        "subjectOf",
        several(sources.map(|url| json!({ "@type": "CreativeWork", "url": url.as_str() }))),
    );
    let links = event.links.iter().map(|link| link.url.as_str());
    members.put(
        "sameAs",
        several(links.filter(|url| clickable(url)).map(Value::from)),
    );
    members.put("description", event.description.as_deref().into());
    members.put("image", event.image.as_deref().into());
    let language = event.language.as_deref().or(language);
    members.put("inLanguage", language.into());
    members.0
}

/// The members of an object; what is nothing is left out.
struct Members(Map<String, Value>);

impl Members {
    fn put(&mut self, name: &str, value: Value) {
        let nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Object(members) => members.is_empty(),
            _ => false,
        };
        if !nothing {
            self.0.insert(name.to_owned(), value);
        }
    }
}

/// ISO 8601, with the offset in force at the venue if anything tells it.
fn dated(time: WallTime, event: &Event, zones: &dyn Zones) -> String {
    let offset = || zones.offset(event.timezone.as_deref()?, time.clock()?);
    let offset = time.offset.or_else(offset);
    WallTime { offset, ..time }.to_string()
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Scheduled | Status::Tentative => "https://schema.org/EventScheduled",
        Status::Cancelled => "https://schema.org/EventCancelled",
        Status::Postponed => "https://schema.org/EventPostponed",
        Status::Rescheduled => "https://schema.org/EventRescheduled",
        Status::MovedOnline => "https://schema.org/EventMovedOnline",
    }
}

/// Whether one goes there, looks on, or either.
fn mode(event: &Event) -> &'static str {
    let is_online = event.status == Status::MovedOnline || event.kinds == [Kind::Online];
    match (is_online, &event.online) {
        (true, _) => "https://schema.org/OnlineEventAttendanceMode",
        (false, Some(_)) => "https://schema.org/MixedEventAttendanceMode",
        (false, None) => "https://schema.org/OfflineEventAttendanceMode",
    }
}

/// A place, a stream, or both.
fn location(event: &Event) -> Value {
    let mut address = Members(Map::new());
    address.put("streetAddress", event.address.as_deref().into());
    address.put("addressLocality", event.city.as_deref().into());
    address.put("addressRegion", event.region.as_deref().into());
    address.put("addressCountry", event.country.as_deref().into());
    let mut place = Members(Map::new());
    place.put(
        "name",
        event.place.as_deref().or(event.city.as_deref()).into(),
    );
    if !address.0.is_empty() {
        address
            .0
            .shift_insert(0, "@type".to_owned(), "PostalAddress".into());
        place.put("address", address.0.into());
    }
    let geo = |at: geo::Position| json!({ "@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon });
    place.put("geo", event.position.map(geo).into());
    if !place.0.is_empty() {
        place.0.shift_insert(0, "@type".to_owned(), "Place".into());
    }
    let online = event.online.as_deref().filter(|url| clickable(url));
    let online = online.map(|url| json!({ "@type": "VirtualLocation", "url": url }));
    let place = (!place.0.is_empty()).then(|| Value::from(place.0));
    several(place.into_iter().chain(online))
}

/// Nothing, one value, or a list.
fn several(values: impl Iterator<Item = Value>) -> Value {
    let mut values: Vec<Value> = values.collect();
    match values.len() {
        0 => Value::Null,
        1 => values.remove(0),
        _ => values.into(),
    }
}

/// Nothing, or a list.
fn many(values: impl Iterator<Item = Value>) -> Value {
    let values: Vec<Value> = values.collect();
    match values.is_empty() {
        true => Value::Null,
        false => values.into(),
    }
}
