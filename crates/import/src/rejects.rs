//! The rejects file: what did not go into the event file, with the reason, to be mended and imported again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::draft::{Draft, Origin, Reading, Reject};
use super::options::Options;
use super::table::columns::{Column, named};
use super::table::habits::Sight;
use super::table::row;

/// The `format` of a rejects file.
pub const FORMAT: &str = "marchmap-rejects/1";

/// Where the rejects of an event file go when nothing else is said.
pub fn beside(output: &Path) -> PathBuf {
    output.with_extension("rejects.json")
}

/// The rejects of a run as a file: new ones, and earlier ones of sources that were not read this time.
pub fn write(rejects: &[Reject], before: Option<&Value>, read: &[Arc<str>]) -> Option<String> {
    let again = |item: &&Value| {
        let source = item.get("source").and_then(Value::as_str);
        !read.iter().any(|read| Some(&**read) == source)
    };
    let earlier = before.and_then(|file| file.get("rejects")?.as_array());
    let earlier = earlier.into_iter().flatten().filter(again).cloned();
    let all: Vec<Value> = earlier.chain(rejects.iter().map(item)).collect();
    if all.is_empty() && before.is_none() {
        return None;
    }
    let file = json!({
        "format": FORMAT,
        "about": "What could not be imported. Mend the fields of an entry and import this file.",
        "rejects": all,
    });
    Some(format!("{file:#}\n"))
}

fn item(reject: &Reject) -> Value {
    let mut item = Map::new();
    item.insert("source".to_owned(), (*reject.origin.source).into());
    item.insert(reject.origin.unit.to_owned(), reject.origin.number.into());
    item.insert("reason".to_owned(), reject.reason.clone().into());
    if !reject.candidates.is_empty() {
        item.insert("candidates".to_owned(), reject.candidates.clone().into());
    }
    if let Some(key) = &reject.key {
        item.insert("key".to_owned(), key.clone().into());
    }
    item.insert("text".to_owned(), (*reject.text).into());
    item.insert("entry".to_owned(), reject.fields.clone().into());
    item.into()
}

/// Reads a rejects file that an editor has mended. What is still wrong is rejected again, as what it was.
pub fn read(file: &Value, source: &Arc<str>, options: &Options) -> Reading {
    let mut reading = Reading::default();
    let items = file.get("rejects").and_then(Value::as_array);
    let habits = Sight::default().habits(options);
    for (number, item) in (1..).zip(items.into_iter().flatten()) {
        let text = |name: &str| item.get(name).and_then(Value::as_str);
        let line = ["line", "item", "row"]
            .into_iter()
            .find_map(|unit| Some((unit, item.get(unit)?.as_u64()?)));
        let (unit, number) = line.unwrap_or(("item", number));
        let origin = Origin {
            source: text("source").map_or_else(|| Arc::clone(source), Arc::from),
            unit,
            number,
        };
        let mut draft = Draft::new(origin, text("text").unwrap_or_default());
        draft.key = text("key").map(str::to_owned);
        let Some(fields) = item
            .get("entry")
            .and_then(Value::as_object)
            .filter(|fields| !fields.is_empty())
        else {
            reading.reject(draft.rejected(text("reason").unwrap_or("nothing to import")));
            continue;
        };
        let mut cells: Vec<(Column, &str, &str)> = Vec::new();
        for (name, value) in fields {
            match value.as_str() {
                Some(text) => cells.push((
                    named(name).unwrap_or_else(|| Column::Other(name.clone())),
                    name,
                    text,
                )),
                None => {
                    draft.fields.insert(name.clone(), value.clone());
                }
            }
        }
        reading.push(row::fill(
            draft,
            cells
                .iter()
                .map(|(column, name, text)| (column, *name, *text)),
            &habits,
        ));
    }
    reading
}
