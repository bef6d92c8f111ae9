//! One event, written.

use serde_json::{Map, Value, json};

use super::about::text;
use super::{join, merge};
use crate::event::{Attendance, Event, Link, Precision, Status, Text, Translation};
use crate::read::field::Field;
use geo::Position;

/// The members of an event's entry in the file: as it is read, without defaults, unknown fields last.
pub fn event(event: &Event) -> Map<String, Value> {
    let mut members = Map::new();
    for field in Field::ALL {
        let name = field.name();
        let read = value(event, *field);
        let written = match event.rest.get(name) {
            Some(rest) => Some(join(read, rest)),
            None => read,
        };
        if let Some(value) = written {
            members.insert(name.to_owned(), value);
        }
    }
    for (name, value) in &event.rest {
        if Field::named(name).is_none() {
            members.insert(name.clone(), value.clone());
        }
    }
    members
}

/// A field as the file writes it; `None` when it is left out.
fn value(event: &Event, field: Field) -> Option<Value> {
    let words = |text: &Option<Text>| text.as_deref().map(Value::from);
    let texts = |texts: &[Text]| list(texts.iter().map(|text| text.as_str().into()));
    // A list when there are more of it in `rest`.
    let one_or_more = |values: Option<Value>| match values? {
        Value::Array(mut one) if one.len() == 1 && !event.rest.contains_key(field.name()) => {
            one.pop()
        }
        many => Some(many),
    };
    let date = |at: Option<crate::WallTime>| at.map(|at| at.to_string().into());
    match field {
        Field::Id => (!event.id.is_empty()).then(|| event.id.as_str().into()),
        Field::Title => (!event.title.is_empty()).then(|| event.title.as_str().into()),
        Field::Kind => one_or_more(list(event.kinds.iter().map(|kind| kind.name().into()))),
        Field::Start => date(event.start),
        Field::End => date(event.end),
        Field::Timezone => words(&event.timezone),
        Field::Status => (event.status != Status::default()).then(|| event.status.name().into()),
        Field::Previously => date(event.previously),
        Field::Place => words(&event.place),
        Field::Address => words(&event.address),
        Field::City => words(&event.city),
        Field::Region => words(&event.region),
        Field::Country => words(&event.country),
        Field::Lat => event.position.map(|at| at.lat.into()),
        Field::Lon => event.position.map(|at| at.lon.into()),
        Field::Precision => {
            (event.precision != Precision::default()).then(|| event.precision.name().into())
        }
        Field::Route => list(
            event
                .route
                .iter()
                .map(|Position { lat, lon }| json!([lat, lon])),
        ),
        Field::Online => words(&event.online),
        Field::Organizers => texts(&event.organizers),
        Field::Tags => texts(&event.tags),
        Field::Campaign => words(&event.campaign),
        Field::Url => words(&event.url),
        Field::Source => one_or_more(texts(&event.sources)),
        Field::Links => list(event.links.iter().map(link)),
        Field::Description => words(&event.description),
        Field::Image => words(&event.image),
        Field::ImageAlt => words(&event.image_alt),
        Field::Language => words(&event.language),
        Field::Translations => {
            let all: Map<String, Value> = event.translations.iter().map(translation).collect();
            (!all.is_empty()).then(|| all.into())
        }
        Field::Accessibility => words(&event.accessibility),
        Field::Attendance => event.attendance.map(|Attendance { low, high }| {
            // An object when there is more to say about it in `rest`.
            if low == high && !event.rest.contains_key(field.name()) {
                low.into()
            } else {
                json!({ "low": low, "high": high })
            }
        }),
        Field::Verified => date(event.verified),
        Field::Updated => date(event.updated),
    }
}

fn list(values: impl Iterator<Item = Value>) -> Option<Value> {
    let values: Vec<Value> = values.collect();
    (!values.is_empty()).then(|| values.into())
}

fn link(link: &Link) -> Value {
    let mut members = Map::new();
    let label = (!link.label.is_empty()).then_some(link.label.as_str());
    text(&mut members, "label", label);
    text(&mut members, "url", Some(&link.url));
    merge(&mut members, &link.rest);
    members.into()
}

fn translation(translation: &Translation) -> (String, Value) {
    let mut members = Map::new();
    text(&mut members, "title", translation.title.as_deref());
    text(&mut members, "place", translation.place.as_deref());
    text(&mut members, "city", translation.city.as_deref());
    text(
        &mut members,
        "description",
        translation.description.as_deref(),
    );
    merge(&mut members, &translation.rest);
    (translation.language.to_string(), members.into())
}
