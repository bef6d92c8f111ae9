//! Maps in KML (OGC 12-007r2), as map programs export them: a placemark for each event, read as a feature of GeoJSON is.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::element::Element;
use crate::draft::Reading;
use crate::json::geojson;
use crate::options::Options;

/// Reads the placemarks of a map.
pub(super) fn read(root: &Element, source: &Arc<str>, options: &Options) -> Reading {
    let mut reading = Reading::default();
    geojson::read(&collection(root), source, options, &mut reading);
    reading
}

/// A document or a folder as a collection: what it is called, its placemarks and folders.
fn collection(element: &Element) -> Value {
    let features = element
        .children
        .iter()
        .filter_map(|child| match child.name.as_str() {
            "Placemark" => Some(feature(child)),
            _ => (!child.children.is_empty()).then(|| collection(child)),
        });
    let features: Vec<Value> = features.collect();
    let name = element.child("name").map_or("", |name| name.text.as_str());
    json!({ "type": "FeatureCollection", "name": name, "features": features })
}

/// A placemark as a feature: what it is called and says, its own data, when and where it is.
fn feature(placemark: &Element) -> Value {
    let mut properties = Map::new();
    let mut put = |name: &str, text: &str| {
        let text = text.trim();
        if !text.is_empty() {
            properties.insert(name.to_owned(), text.into());
        }
    };
    for name in ["name", "description", "address"] {
        put(name, placemark.child(name).map_or("", |child| &child.text));
    }
    let data = placemark.child("ExtendedData");
    for data in data.into_iter().flat_map(|data| &data.children) {
        match data.name.as_str() {
            "Data" => {
                let value = data.child("value").map_or("", |value| &value.text);
                put(data.attribute("name").unwrap_or_default(), value);
            }
            // `SchemaData`, of a map with columns.
            _ => data.children.iter().for_each(|simple| {
                put(simple.attribute("name").unwrap_or_default(), &simple.text);
            }),
        }
    }
    for (outer, inner, name) in [
        ("TimeStamp", "when", "start"),
        ("TimeSpan", "begin", "start"),
        ("TimeSpan", "end", "end"),
    ] {
        let time = placemark.child(outer).and_then(|outer| outer.child(inner));
        put(name, time.map_or("", |time| &time.text));
    }
    let point = placemark.child("Point");
    let coordinates = point.and_then(|point| point.child("coordinates"));
    let numbers = coordinates.map_or("", |coordinates| coordinates.text.trim());
    let numbers: Vec<f64> = numbers
        .split(',')
        .filter_map(|number| number.trim().parse().ok())
        .collect();
    let geometry = match numbers[..] {
        [lon, lat, ..] => json!({ "type": "Point", "coordinates": [lon, lat] }),
        _ => Value::Null,
    };
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placemarks_are_events() {
        let text = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>Marches</name><Folder>\
            <Placemark><name>March in Leeds</name><description><![CDATA[6 March 2027 at 2.30 pm<br>City Square]]></description>\
            <Point><coordinates>-1.5491,53.8008,0</coordinates></Point></Placemark>\
            <Placemark><name>Vigil</name><ExtendedData><Data name=\"Date\"><value>2027-03-07</value></Data>\
            <Data name=\"Time\"><value>18:00</value></Data></ExtendedData>\
            <Point><coordinates>-1.08,53.96</coordinates></Point></Placemark></Folder></Document></kml>";
        let root = Element::read(text).unwrap();
        let options = Options::new(chrono::NaiveDate::MIN);
        let read = read(&root, &"m.kml".into(), &options);
        let found: Vec<String> = read
            .drafts
            .iter()
            .map(|draft| {
                let start = draft.start.map_or(String::new(), |start| start.to_string());
                let lat = draft.fields.get("lat").cloned().unwrap_or_default();
                format!("{} {start} {lat}", draft.text_of("title").unwrap_or("-"))
            })
            .collect();
        let expected = [
            "March in Leeds 2027-03-06T14:30 53.8008",
            "Vigil 2027-03-07T18:00 53.96",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_day_and_the_title_of_a_map_are_those_of_its_points() {
        let text = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>Walkouts for wards, 27 February 2027</name><Folder>\
            <Placemark><name>City Square</name><description>12 noon</description>\
            <Point><coordinates>-1.5491,53.8008,0</coordinates></Point></Placemark>\
            <Placemark><name>York – Parliament Street</name><ExtendedData><Data name=\"Time\"><value>18:00</value></Data></ExtendedData>\
            <Point><coordinates>-1.08,53.96</coordinates></Point></Placemark></Folder></Document></kml>";
        let root = Element::read(text).unwrap();
        let options = Options::new("2026-12-01".parse().unwrap());
        let read = read(&root, &"m.kml".into(), &options);
        let found: Vec<String> = read
            .drafts
            .iter()
            .map(|draft| {
                let start = draft.start.map_or(String::new(), |start| start.to_string());
                let fields =
                    ["title", "place", "city"].map(|field| draft.text_of(field).unwrap_or("-"));
                format!("{start} {}", fields.join(" | "))
            })
            .collect();
        let expected = [
            "2027-02-27T12:00 - | City Square | -",
            "2027-02-27T18:00 - | Parliament Street | York",
        ];
        assert_eq!(found, expected, "{:?}", read.rejects);
        assert_eq!(read.notes.len(), 1, "{:?}", read.notes);
        let above = read.drafts[0].above.as_deref();
        assert_eq!(above, Some("Walkouts for wards, 27 February 2027"));
    }
}
