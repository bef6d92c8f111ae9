//! GeoJSON (RFC 7946) of other programs: properties by their names as columns are, or a list of values.

use std::sync::Arc;

use serde_json::Value;

use super::cells;
use super::fields::plain;
use super::rows::{self, Row};
use super::umap;
use crate::import::draft::{Draft, Origin, Reading, Reject};
use crate::import::options::Options;
use crate::import::table::columns::{Column, meaning};
use crate::import::{html, listing};

/// Columns that say when.
const WHEN: [&str; 4] = ["start", "begin", "time", "month"];

/// Whether a value is GeoJSON, or a map of uMap with layers of it.
pub fn is(value: &Value) -> bool {
    is_umap(value)
        || matches!(
            value.get("type").and_then(Value::as_str),
            Some("FeatureCollection" | "Feature")
        ) && (value.get("features").is_some() || value.get("geometry").is_some())
}

/// Reads the features.
pub fn read(value: &Value, source: &Arc<str>, options: &Options, reading: &mut Reading) {
    let mut rows = Vec::new();
    for (number, feature) in (reading.entries as u64 + 1..).zip(features(value)) {
        let origin = Origin {
            source: Arc::clone(source),
            unit: "item",
            number,
        };
        let text = feature.to_string();
        let feature = &umap::plain(feature);
        let Some(object) = feature.as_object() else {
            reading.reject(Reject::new(origin, &text, "no feature"));
            continue;
        };
        let mut draft = Draft::new(origin.clone(), &text);
        geometry(&mut draft, feature.get("geometry").unwrap_or(&Value::Null));
        let cells = cells(feature);
        let is_dated = cells.iter().any(|(name, _)| {
            meaning(name).is_some_and(|column| WHEN.map(Column::Known).contains(&column))
        });
        if !is_dated && in_words(feature, &draft, options, reading) {
            continue;
        }
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

fn is_umap(value: &Value) -> bool {
    value.get("type").and_then(Value::as_str) == Some("umap") && value.get("layers").is_some()
}

/// The features of a collection, or of all layers of a map.
fn features(value: &Value) -> Vec<&Value> {
    let list = |value: &'_ Value, name: &str| value.get(name).and_then(Value::as_array).is_some();
    let inner = if is_umap(value) { "layers" } else { "features" };
    if !list(value, inner) {
        return vec![value];
    }
    let all = value
        .get(inner)
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    match is_umap(value) {
        true => all.flat_map(features).collect(),
        false => all.collect(),
    }
}

/// Takes a feature whose name and description say in words when it is; whether they do.
fn in_words(feature: &Value, draft: &Draft, options: &Options, reading: &mut Reading) -> bool {
    let said = |names: &[&str]| {
        let properties = feature.get("properties")?;
        let found = names
            .iter()
            .find_map(|name| properties.get(*name).and_then(plain));
        found.map(|text| html::plain_if_markup(&text))
    };
    let title = said(&["name", "title", "Name"]).unwrap_or_default();
    let Some(text) = said(&["description", "desc", "Description"]) else {
        return false;
    };
    let mut read = listing::read(&text, &draft.origin.source, options);
    if read.drafts.len() != 1 || !read.rejects.is_empty() {
        return false;
    }
    for own in &mut read.drafts {
        own.origin = draft.origin.clone();
        own.text = draft.text.clone();
        for (name, value) in &draft.fields {
            own.fields.insert(name.clone(), value.clone());
        }
        own.notes.extend(draft.notes.clone());
        if !title.is_empty() {
            own.put("title", &title);
        }
    }
    read.notes.clear();
    reading.append(read);
    true
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
        Some(Value::Object(properties)) => cells::cells(properties),
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
