//! GeoJSON (RFC 7946) of other programs: properties by their names as columns are, or a list of values.

use std::sync::Arc;

use serde_json::Value;

use super::{Object, plain};
use crate::import::draft::{Draft, Origin, Reading, Reject};
use crate::import::html;
use crate::import::options::Options;
use crate::import::table::columns::{Column, columns};
use crate::import::table::row;
use crate::import::when::order::{Evidence, Reckoning};

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
    let rows: Vec<Vec<(Column, String)>> = features
        .iter()
        .map(|feature| cells(feature, options))
        .collect();
    let mut evidence = Evidence::default();
    for (_, cell) in rows
        .iter()
        .flatten()
        .filter(|(column, _)| row::is_date(column))
    {
        row::see(&mut evidence, cell);
    }
    let reckoning = Reckoning {
        order: options.order.or(evidence.order()),
        year: options.year,
    };
    for (feature, cells) in features.iter().zip(rows) {
        let origin = Origin {
            source: Arc::clone(source),
            unit: "item",
            number: reading.entries as u64 + 1,
        };
        let text = feature.to_string();
        if !feature.is_object() {
            reading.reject(Reject::new(origin, &text, "no feature"));
            continue;
        }
        let mut draft = Draft::new(origin, &text);
        geometry(&mut draft, feature.get("geometry").unwrap_or(&Value::Null));
        draft.key = feature.get("id").and_then(plain).filter(|_| {
            !cells
                .iter()
                .any(|(column, _)| *column == Column::Known("id"))
        });
        reading.push(row::fill(
            draft,
            cells.iter().map(|(column, cell)| (column, cell.as_str())),
            &reckoning,
        ));
    }
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
fn cells(feature: &Value, options: &Options) -> Vec<(Column, String)> {
    match feature.get("properties") {
        Some(Value::Object(properties)) => named(properties, options),
        Some(Value::Array(values)) => listed(values),
        _ => Vec::new(),
    }
}

fn named(properties: &Object, options: &Options) -> Vec<(Column, String)> {
    let names: Vec<&str> = properties.keys().map(String::as_str).collect();
    let texts = properties.values().map(|value| match value {
        Value::String(text) => html::plain_if_markup(text),
        Value::Null => String::new(),
        other => other.to_string(),
    });
    columns(&names, &options.columns)
        .into_iter()
        .zip(texts)
        .collect()
}

/// Values without names, of which some maps are made: what reads as a date is one, an address is one,
/// the first other text is the place.
fn listed(values: &[Value]) -> Vec<(Column, String)> {
    let mut cells: Vec<(Column, String)> = Vec::new();
    let mut put = |names: &[&'static str], text: String| {
        let free = names.iter().find(|name| {
            !cells
                .iter()
                .any(|(column, _)| *column == Column::Known(name))
        });
        let column = free.map_or_else(
            || Column::Other("more".to_owned()),
            |name| Column::Known(name),
        );
        cells.push((column, text));
    };
    for value in values {
        let Some(text) = value.get("value").or(Some(value)).and_then(plain) else {
            continue;
        };
        let link = html::attribute(&text, "href").filter(|link| link.starts_with("http"));
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
