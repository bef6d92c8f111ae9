//! GeoJSON (RFC 7946) of other programs: properties by their names as columns are, or a list of values.

use std::sync::Arc;

use serde_json::Value;

use super::fields::plain;
use super::rows::{self, Row};
use crate::import::draft::{Draft, Origin, Reading, Reject};
use crate::import::html;
use crate::import::options::Options;
use crate::import::table::columns::{Column, meaning};

/// Whether a value is GeoJSON.
pub fn is(value: &Value) -> bool {
    matches!(
        value.get("type").and_then(Value::as_str),
        Some("FeatureCollection" | "Feature")
    ) && (value.get("features").is_some() || value.get("geometry").is_some())
}

/// Reads the features.
pub fn read(value: &Value, source: &Arc<str>, options: &Options, reading: &mut Reading) {
    let single = std::slice::from_ref(value);
    let features = value
        .get("features")
        .and_then(Value::as_array)
        .map_or(single, Vec::as_slice);
    let mut rows = Vec::new();
    for (number, feature) in (reading.entries as u64 + 1..).zip(features) {
        let origin = Origin {
            source: Arc::clone(source),
            unit: "item",
            number,
        };
        let text = feature.to_string();
        let Some(object) = feature.as_object() else {
            reading.reject(Reject::new(origin, &text, "no feature"));
            continue;
        };
        let mut draft = Draft::new(origin.clone(), &text);
        geometry(&mut draft, feature.get("geometry").unwrap_or(&Value::Null));
        let cells = cells(feature);
        let has_id = cells
            .iter()
            .any(|(name, _)| meaning(name) == Some(Column::Known("id")));
        draft.key = feature.get("id").and_then(plain).filter(|_| !has_id);
        rows.push(Row {
            origin,
            object: object.clone(),
            draft,
            cells,
        });
    }
    rows::read(rows, options, reading);
}

/// A point's position; of a line, a march's path, where it begins, and the path itself.
fn geometry(draft: &mut Draft, geometry: &Value) {
    let pair = |at: &Value| Some((at.get(1)?.as_f64()?, at.get(0)?.as_f64()?));
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    let kind = geometry
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let at = match kind {
        "Point" => pair(coordinates),
        "LineString" => {
            let path: Vec<(f64, f64)> = coordinates
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(pair)
                .collect();
            let route = path.iter().map(|(lat, lon)| Value::from(vec![*lat, *lon]));
            draft.fields.insert("route".to_owned(), route.collect());
            path.first().copied()
        }
        "" => None,
        other => {
            draft
                .notes
                .push(format!("a geometry of type {other} is not used"));
            None
        }
    };
    if let Some((lat, lon)) = at {
        draft.fields.insert("lat".to_owned(), lat.into());
        draft.fields.insert("lon".to_owned(), lon.into());
    }
}

/// The properties of a feature as cells of a table.
fn cells(feature: &Value) -> Vec<(String, Value)> {
    match feature.get("properties") {
        Some(Value::Object(properties)) => rows::cells(properties),
        Some(Value::Array(values)) => listed(values),
        _ => Vec::new(),
    }
}

/// Values without names, of which some maps are made: what reads as a date is one, an address is one,
/// the first other text is the place.
fn listed(values: &[Value]) -> Vec<(String, Value)> {
    let mut cells: Vec<(String, Value)> = Vec::new();
    let mut put = |names: &[&'static str], text: String| {
        let free = names
            .iter()
            .find(|name| !cells.iter().any(|(taken, _)| taken == *name));
        cells.push(((*free.unwrap_or(&"more")).to_owned(), text.into()));
    };
    for value in values {
        let Some(text) = value.get("value").or(Some(value)).and_then(plain) else {
            continue;
        };
        let link = html::link(&text);
        match link {
            Some(link) => put(&["url"], link),
            None if text.starts_with("http") => put(&["url"], text),
            None => {
                let text = html::plain_if_markup(&text);
                match crate::import::when::said(&text) {
                    Some(_) => put(&["start", "end"], text),
                    None => put(&["location", "description"], text),
                }
            }
        }
    }
    cells
}
