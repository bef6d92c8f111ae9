//! The values of a JSON object as the cells of a row.

use serde_json::Value;

use super::fields::{Object, plain};
use super::fullcalendar;
use super::post::without_post;
use crate::html;
use crate::table::columns::{Column, meaning};

/// How deep objects inside a row are taken apart.
const DEEPEST: usize = 3;
/// Objects that only hold further values of the row: their own names say nothing.
const AROUND: [&str; 5] = ["extendedProps", "acf", "fields", "attributes", "meta"];
/// The values of an object by their names, those of inner objects as `outer.inner`.
pub fn cells(object: &Object) -> Vec<(String, Value)> {
    let mut cells = Vec::new();
    let object = &without_post(object);
    flatten(object, "", 0, &mut cells);
    fullcalendar::inclusive(object, &mut cells);
    cells
}

/// The names and values of an object, inner objects taken apart where their names are known.
fn flatten(object: &Object, outer: &str, depth: usize, cells: &mut Vec<(String, Value)>) {
    for (name, value) in object {
        let name = match outer {
            outer if AROUND.contains(&outer) => name.clone(),
            "" => name.clone(),
            outer => format!("{outer}.{name}"),
        };
        match value {
            Value::Object(inner)
                if depth < DEEPEST
                    && (AROUND.contains(&name.as_str()) || is_known_inside(&name, inner)) =>
            {
                flatten(inner, &name, depth + 1, cells);
            }
            // Where it is, as Radar says it (<https://radar.squat.net/en/api>).
            Value::Array(items) if name == "offline" && items.iter().all(Value::is_object) => {
                cells.push(("location".to_owned(), value.clone()));
            }
            Value::Array(items) => cells.push((name, list(items, value))),
            // Drupal's mark that an entry is published.
            Value::Bool(_) if name == "status" => {}
            value => cells.push((name, value.clone())),
        }
    }
}

fn is_known_inside(name: &str, inner: &Object) -> bool {
    let known = |(key, value): (&String, &Value)| {
        meaning(&format!("{name}.{key}")).is_some()
            || value
                .as_object()
                .is_some_and(|deeper| is_known_inside(&format!("{name}.{key}"), deeper))
    };
    inner.iter().any(known)
}

/// A list, without the mark that Grist puts before lists, days and moments
/// (<https://support.getgrist.com/code/modules/GristData/>).
fn list(items: &[Value], whole: &Value) -> Value {
    match (items.first().and_then(Value::as_str), items) {
        (Some("L"), [_, rest @ ..]) => rest.to_vec().into(),
        (Some("d" | "D"), [_, moment, ..]) if moment.is_number() => moment.clone(),
        _ => whole.clone(),
    }
}

/// The text of a value for a column.
pub fn cell(column: &Column, heading: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => html::plain_if_markup(text),
        Value::Bool(said) => said.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => match column {
            Column::Known("organizers" | "tags" | "kind" | "source") => {
                let names: Vec<String> = items.iter().filter_map(name).collect();
                serde_json::to_string(&names).ok()?
            }
            Column::Known("links" | "route" | "translations") => value.to_string(),
            Column::Known("position") => position(items, heading)?,
            _ => {
                let names: Vec<String> = items.iter().filter_map(name).collect();
                names.join(", ")
            }
        },
        Value::Object(_) => match column {
            Column::Known("links" | "route" | "translations" | "attendance") => value.to_string(),
            _ => name(value)?,
        },
        Value::Null => return None,
    };
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A text or a number, or what an object is called.
fn name(value: &Value) -> Option<String> {
    const NAMES: [&str; 6] = ["name", "title", "label", "tag", "value", "text"];
    plain(value).or_else(|| NAMES.iter().find_map(|name| plain(value.get(*name)?)))
}

/// Two numbers as `lat, lon`. `coordinates` have the order of GeoJSON (RFC 7946, section 3.1.1), others that of speech.
fn position(items: &[Value], heading: &str) -> Option<String> {
    let [first, second, ..] = items else {
        return None;
    };
    let (first, second) = (first.as_f64()?, second.as_f64()?);
    let geojson = heading.rsplit('.').next() == Some("coordinates");
    Some(match geojson {
        true => format!("{second}, {first}"),
        false => format!("{first}, {second}"),
    })
}
