//! Rows written as JSON: objects whose names are headings, in a list or under any name.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use super::fields::{Object, plain};
use super::{fullcalendar, occurrences, private};
use crate::import::draft::{Draft, Origin, Reading};
use crate::import::html;
use crate::import::options::Options;
use crate::import::table::columns::{
    Column, columns, is_personal, known, meaning, reaches_someone, rivals,
};
use crate::import::table::flag::Says;
use crate::import::table::habits::Sight;
use crate::import::table::{self, MOST_COLUMNS, row};

/// How deep objects inside a row are taken apart.
const DEEPEST: usize = 3;
/// Objects that only hold further values of the row: their own names say nothing.
const AROUND: [&str; 5] = ["extendedProps", "acf", "fields", "attributes", "meta"];
/// How many rows are looked at to tell whether they are any.
const LOOKED_AT: usize = 20;
/// How many names that are not known are said.
const SAID: usize = 20;

/// A row: what it is called by, and its values by their names.
pub struct Row {
    /// Where it stands.
    pub origin: Origin,
    /// As the source has it.
    pub object: Object,
    /// An entry with what is known beside the values, such as a position.
    pub draft: Draft,
    /// Values, those of inner objects as `outer.inner`.
    pub cells: Vec<(String, Value)>,
}

impl Row {
    /// A row of an object.
    pub fn new(origin: Origin, object: &Object) -> Self {
        let text = Value::Object(object.clone()).to_string();
        let cells = cells(object);
        let mut draft = Draft::new(origin.clone(), &text);
        draft.private = private::mark(object);
        Self {
            draft,
            origin,
            object: object.clone(),
            cells,
        }
    }
}

/// The values of an object by their names, those of inner objects as `outer.inner`.
pub fn cells(object: &Object) -> Vec<(String, Value)> {
    let mut cells = Vec::new();
    flatten(object, "", 0, &mut cells);
    fullcalendar::inclusive(object, &mut cells);
    cells
}

/// Whether objects look like rows: they name a day, and one thing more; or what the editor has named.
pub fn are(items: &[Value], options: &Options) -> bool {
    items
        .iter()
        .take(LOOKED_AT)
        .any(|item| item.as_object().is_some_and(|object| is(object, options)))
}

/// Whether an object looks like a row.
pub fn is(object: &Object, options: &Options) -> bool {
    let cells = cells(object);
    let names: Vec<&str> = cells.iter().map(|(name, _)| name.as_str()).collect();
    let decided = |field: &str| {
        options
            .columns
            .iter()
            .any(|(name, to)| to == field && names.iter().any(|own| same(own, name)))
    };
    let days = ["start", "begin", "time"].map(Column::Known);
    let has_day = names
        .iter()
        .any(|name| meaning(name).is_some_and(|column| days.contains(&column)));
    (has_day || decided("start")) && known(&names, &options.columns) >= 2
}

fn same(one: &str, other: &str) -> bool {
    crate::import::words::plain(one) == crate::import::words::plain(other)
}

/// The rows that lie under some name of an object, or are its values.
pub fn under<'a>(object: &'a Object, options: &Options) -> Vec<&'a Value> {
    let mut found: Vec<&Value> = Vec::new();
    for value in object.values() {
        match value {
            Value::Array(items) if are(items, options) => found.push(value),
            Value::Object(inner) => {
                let rows = inner.len() > 1
                    && inner
                        .values()
                        .all(|row| row.as_object().is_some_and(|row| is(row, options)));
                match rows {
                    true => found.extend(inner.values()),
                    false => found.extend(under_deeper(inner, options)),
                }
            }
            _ => {}
        }
    }
    found
}

fn under_deeper<'a>(object: &'a Object, options: &Options) -> Vec<&'a Value> {
    let lists = object
        .values()
        .filter(|value| value.as_array().is_some_and(|items| are(items, options)));
    lists.collect()
}

/// Reads rows, all as one table: how one writes its days tells how all do. What a name means depends on the names
/// beside it, so rows with other names have columns of their own.
pub fn read(rows: Vec<Row>, options: &Options, reading: &mut Reading) {
    let mut shapes: HashMap<Vec<String>, Arc<[Column]>> = HashMap::new();
    let mut others: Vec<Column> = Vec::new();
    let mut sight = Sight::default();
    let mut said: Vec<String> = Vec::new();
    let mut ready = Vec::with_capacity(rows.len());
    for row in rows {
        let names: Vec<String> = row
            .cells
            .iter()
            .take(MOST_COLUMNS)
            .map(|(name, _)| name.clone())
            .collect();
        let columns = Arc::clone(shapes.entry(names).or_insert_with_key(|names| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let columns = columns(&names, &options.columns);
            said.extend(rivals(&names, &columns));
            columns.into()
        }));
        let mut cells = Vec::new();
        let mut draft = row.draft;
        let dates = occurrences::find(&row.object);
        for (column, (name, value)) in columns.iter().zip(row.cells) {
            if dates.as_ref().is_some_and(|(list, _)| *list == name) {
                continue;
            }
            if let Column::Personal(_) = column {
                if keeps(&value) && others.len() < SAID && !others.contains(column) {
                    others.push(column.clone());
                }
                continue;
            }
            if let Column::Other(own) = column {
                let text = value.as_str().unwrap_or_default();
                if reaches_someone(text) {
                    let left_out = Column::Personal(own.clone());
                    if others.len() < SAID && !others.contains(&left_out) {
                        others.push(left_out);
                    }
                } else if let Some(value) = public(value).filter(keeps) {
                    draft.fields.insert(own.clone(), value);
                    if others.len() < SAID && !others.contains(column) {
                        others.push(column.clone());
                    }
                }
            } else if let Column::Personal(_) = column {
                if keeps(&value) && others.len() < SAID && !others.contains(column) {
                    others.push(column.clone());
                }
            } else if let Some(cell) = cell(column, &name, &value) {
                if let Column::Flag(flag) = column
                    && flag.says(&cell) == Says::LeftOut
                {
                    let left_out = Column::Personal(flag.name.clone());
                    if others.len() < SAID && !others.contains(&left_out) {
                        others.push(left_out);
                    }
                }
                sight.see(column, &cell);
                cells.push((column.clone(), name, cell));
            }
        }
        ready.push((draft, cells, dates));
    }
    said.sort();
    said.dedup();
    reading.notes.append(&mut said);
    reading.notes.extend(table::unknown(&others));
    reading.headings.extend(shapes.into_keys().flatten());
    let habits = sight.habits(options);
    for (draft, cells, dates) in ready {
        let cells = cells.iter();
        let cells = cells.map(|(column, name, cell)| (column, name.as_str(), cell.as_str()));
        let mut read = row::fill(draft, cells, &habits);
        if let (Ok(draft), Some((_, spans))) = (&mut read, dates) {
            occurrences::put(draft, spans);
        }
        reading.push(read);
    }
}

/// An unknown value without what is in it of people: by the names inside objects, and by addresses and numbers.
fn public(value: Value) -> Option<Value> {
    match value {
        Value::String(text) if reaches_someone(&text) => None,
        Value::Array(items) => Some(items.into_iter().filter_map(public).collect()),
        Value::Object(inner) => {
            let kept = inner.into_iter().filter(|(name, _)| !is_personal(name));
            let kept = kept.filter_map(|(name, value)| Some((name, public(value)?)));
            Some(Value::Object(kept.collect()))
        }
        value => Some(value),
    }
}

/// Whether an unknown value says anything.
fn keeps(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(inner) => !inner.is_empty(),
        _ => true,
    }
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
            Value::Array(items) => cells.push((name, list(items, value))),
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
fn cell(column: &Column, heading: &str, value: &Value) -> Option<String> {
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
