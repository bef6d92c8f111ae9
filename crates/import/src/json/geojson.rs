//! GeoJSON (RFC 7946) of other programs: properties by their names as columns are, or a list of values.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use super::above::{self, Above};
use super::cells;
use super::fields::plain;
use super::rows::{self, Row};
use super::{point_name, umap};
use crate::draft::{Draft, Origin, Reading, Reject};
use crate::options::Options;
use crate::table::columns::{Column, is_needless, is_sent, meaning};
use crate::when::date::date_at;
use crate::when::tokens::tokens;
use crate::{html, listing};

/// Columns that say when.
const WHEN: [&str; 4] = ["start", "begin", "time", "month"];

/// So many bytes of a text are searched for a day.
const LONGEST_DATED: usize = 300;

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
    let first = reading.drafts.len();
    let mut all = Vec::new();
    features(value, &mut Vec::new(), &mut all);
    // If some points have days of their own, the day in the title may not hold for the others.
    let have_days = || all.iter().any(|(feature, _)| names_day(feature));
    let may_share = options.day.is_some() || !have_days();
    let mut known: HashMap<Vec<String>, Above> = HashMap::new();
    for (number, (feature, texts)) in (reading.entries as u64 + 1..).zip(all) {
        let above = known.entry(texts);
        let above = above.or_insert_with_key(|texts| Above::new(texts.clone(), may_share, options));
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
        above.record(&mut draft);
        let cells = cells(feature);
        let is_dated = cells.iter().any(|(name, _)| {
            meaning(name).is_some_and(|column| WHEN.map(Column::Known).contains(&column))
        });
        if !is_dated && in_words(feature, &draft, above, options, reading) {
            continue;
        }
        let has_id = cells
            .iter()
            .any(|(name, _)| meaning(name) == Some(Column::Known("id")));
        draft.key = feature.get("id").and_then(plain).filter(|_| !has_id);
        let mut row = Row {
            origin,
            object: object.clone(),
            draft,
            cells,
        };
        row.put_day(above, reading);
        rows.push(row);
    }
    rows::read(rows, options, reading);
    point_name::settle(reading.drafts.get_mut(first..).unwrap_or_default());
}

/// Whether a text of a feature names a day.
fn names_day(feature: &Value) -> bool {
    let properties = feature.get("properties").and_then(Value::as_object);
    let mut texts = properties
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| {
            let text = value.as_str()?;
            (!is_needless(name) && !is_sent(name)).then(|| html::plain_if_markup(text))
        });
    texts.any(|text| {
        let tokens = tokens(text.get(..LONGEST_DATED).unwrap_or(&text));
        (0..tokens.len()).any(|at| date_at(&tokens, at).is_some())
    })
}

fn is_umap(value: &Value) -> bool {
    value.get("type").and_then(Value::as_str) == Some("umap") && value.get("layers").is_some()
}

/// The features of a collection, or of all layers of a map, with what these are called.
fn features<'v>(
    value: &'v Value,
    above: &mut Vec<String>,
    all: &mut Vec<(&'v Value, Vec<String>)>,
) {
    let list = |name: &str| value.get(name).and_then(Value::as_array);
    let Some(inner) = list("layers")
        .filter(|_| is_umap(value))
        .or(list("features"))
    else {
        all.push((value, above.clone()));
        return;
    };
    let own = [
        value.get("name"),
        value.get("title"),
        value.get("properties").and_then(|own| own.get("name")),
        value.get("metadata").and_then(|own| own.get("title")),
        value.get("_umap_options").and_then(|own| own.get("name")),
        value.get("_storage").and_then(|own| own.get("name")),
    ];
    let before = above.len();
    above.extend(own.into_iter().flatten().filter_map(above::said));
    inner.iter().for_each(|inner| features(inner, above, all));
    above.truncate(before);
}

/// Takes a feature whose name and description say in words when it is, perhaps only the hour of a day that stands above;
/// whether they do.
fn in_words(
    feature: &Value,
    draft: &Draft,
    above: &Above,
    options: &Options,
    reading: &mut Reading,
) -> bool {
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
    let read = |text: &str| {
        let read = listing::read(text, &draft.origin.source, options);
        (read.drafts.len() == 1 && read.rejects.is_empty()).then_some(read)
    };
    let below = || read(&format!("{}\n{text}", above.day(reading)?));
    let Some(mut read) = read(&text).or_else(below) else {
        return false;
    };
    for own in &mut read.drafts {
        own.origin = draft.origin.clone();
        own.text = draft.text.clone();
        own.above.clone_from(&draft.above);
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
                match crate::when::said(&text) {
                    Some(_) => put(&["start", "end"], text),
                    None => put(&["location", "description"], text),
                }
            }
        }
    }
    cells
}
