//! Maps in KML (OGC 12-007r2), as map programs export them: a placemark for each event, read as a feature of GeoJSON is.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::element::Element;
use crate::import::draft::Reading;
use crate::import::json::geojson;
use crate::import::options::Options;

/// Reads the placemarks of a map.
pub(super) fn read(root: &Element, source: &Arc<str>, options: &Options) -> Reading {
    let mut features = Vec::new();
    placemarks(root, &mut features);
    let mut reading = Reading::default();
    let map = json!({ "type": "FeatureCollection", "features": features });
    geojson::read(&map, source, options, &mut reading);
    reading
}

fn placemarks(element: &Element, features: &mut Vec<Value>) {
    match element.name.as_str() {
        "Placemark" => features.push(feature(element)),
        _ => element
            .children
            .iter()
            .for_each(|child| placemarks(child, features)),
    }
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
}
