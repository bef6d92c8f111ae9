//! GeoJSON (RFC 7946) for map programs: one of the shapes of the event file, so it is read back whole.

use serde_json::{Map, Value, json};

use super::chosen;
use event_file::event::Event;
use event_file::{Calendar, read, write};

/// The events at these indices as a FeatureCollection, with what the calendar says about itself.
///
/// Each event's fields are its feature's properties, its position the geometry; without a position
/// the geometry is null (RFC 7946, section 3.2).
pub fn geojson(calendar: &Calendar, events: &[u32]) -> String {
    let Calendar {
        about,
        events,
        rest,
        ..
    } = chosen(calendar, events);
    let mut file = Map::new();
    file.insert("type".to_owned(), "FeatureCollection".into());
    file.insert("format".to_owned(), read::FORMAT.into());
    let about = write::about(&about);
    if !about.is_empty() {
        file.insert("calendar".to_owned(), about.into());
    }
    for (name, value) in rest {
        // A collection has one type and one list.
        if !matches!(name.as_str(), "type" | "features" | "events") {
            file.insert(name, value);
        }
    }
    let features: Vec<Value> = events.iter().map(feature).collect();
    file.insert("features".to_owned(), features.into());
    let mut text = format!("{:#}", Value::Object(file));
    text.push('\n');
    text
}

fn feature(event: &Event) -> Value {
    let mut properties = write::event(event);
    let geometry = event.position.map(|at| {
        properties.shift_remove("lat");
        properties.shift_remove("lon");
        json!({ "type": "Point", "coordinates": [at.lon, at.lat] })
    });
    // An id there and here would be two.
    let id = properties.shift_remove("id").unwrap_or_default();
    json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": properties })
}
