//! Rows written as JSON: objects whose names are headings, in a list or under any name.

use std::collections::HashMap;

use serde_json::Value;

use super::above::Above;
use super::cells::{cell, cells};
use super::fields::{Object, plain};
use super::{occurrences, private};
use crate::draft::{Draft, Origin, Reading};
use crate::html;
use crate::options::Options;
use crate::table::columns::{
    Column, Part, columns, is_needless, is_personal, is_sent, known, meaning, part,
    reaches_someone, rivals,
};
use crate::table::flag::Says;
use crate::table::habits::Sight;
use crate::table::hours::Hours;
use crate::table::left::Left;
use crate::table::{self, MOST_COLUMNS, row, value};

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

    /// Whether it names a day.
    pub fn is_dated(&self) -> bool {
        let is_day = |(name, value): &(String, Value)| match meaning(name) {
            Some(column) => column == Column::Known("start"),
            None => {
                let said = || value.as_str().and_then(table::stamp::said).is_some();
                !is_needless(name) && !is_sent(name) && said()
            }
        };
        self.cells.iter().any(is_day) || occurrences::find(&self.object).is_some()
    }

    /// Gives a row without a day the one in the title above it.
    pub fn put_day(&mut self, above: &Above, reading: &mut Reading) {
        if let Some(day) = (!self.is_dated()).then(|| above.day(reading)).flatten() {
            self.cells.push(("start".to_owned(), day.into()));
        }
    }
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
    // “data” is a date in some languages, and what a program gives in others.
    let has_day = cells.iter().any(|(name, value)| {
        plain(value).is_some() && meaning(name).is_some_and(|column| days.contains(&column))
    }) || occurrences::find(object).is_some()
        || is_placed(&names)
            && cells.iter().any(|(name, value)| {
                // “fecha_celebracion”.
                let text = value.as_str().unwrap_or_default();
                part(name) == Some(Part::Date) && table::stamp::said(text).is_some()
            });
    (has_day || decided("start")) && known(&names, &options.columns) >= 2
}

/// Whether names are of where something is, as those of staff or of contracts are not.
fn is_placed(names: &[&str]) -> bool {
    let fields = ["location", "place", "city", "position", "lat"].map(Column::Known);
    names
        .iter()
        .any(|name| meaning(name).is_some_and(|column| fields.contains(&column)))
}

fn same(one: &str, other: &str) -> bool {
    crate::words::plain(one) == crate::words::plain(other)
}

/// The rows that lie under some name of an object, or are its values.
pub fn under<'a>(object: &'a Object, options: &Options) -> Vec<&'a Value> {
    let mut found: Vec<&Value> = Vec::new();
    for value in object.values() {
        match value {
            Value::Array(items) if are(items, options) => found.push(value),
            Value::Object(inner) => {
                let rows = !inner.is_empty()
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
    let mut shapes = Shapes::default();
    for row in &rows {
        shapes.see(row, options);
    }
    let mut said = shapes.settle();
    let mut others: Vec<Column> = Vec::new();
    let mut sight = Sight::default();
    let mut ready = Vec::with_capacity(rows.len());
    for row in rows {
        let columns = shapes.columns(&row);
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
                // It may say that it is cancelled.
                if let Value::String(text) = &value {
                    cells.push((column.clone(), name, html::plain_if_markup(text)));
                }
                continue;
            }
            if let Column::Other(own) = column {
                let text = value.as_str().unwrap_or_default();
                if reaches_someone(text) {
                    let left_out = Column::Personal(own.clone());
                    if others.len() < SAID && !others.contains(&left_out) {
                        others.push(left_out.clone());
                    }
                    cells.push((left_out, name, html::plain_if_markup(text)));
                } else if let Some(value) = public(value).filter(keeps) {
                    // It may say that it is cancelled.
                    if let Value::String(text) = &value {
                        cells.push((column.clone(), name, html::plain_if_markup(text)));
                    }
                    draft.fields.insert(own.clone(), value);
                    if others.len() < SAID && !others.contains(column) {
                        others.push(column.clone());
                    }
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
            } else if let (true, Some(value)) = (value.is_object(), public(value)) {
                // What the field cannot hold is not lost.
                if keeps(&value) {
                    value::keep(&mut draft, &name, &value.to_string());
                }
            }
        }
        // The first of several dates, where nothing else is one.
        let start = Column::Known("start");
        let has_start = cells.iter().any(|(column, ..)| *column == start);
        if let (Some((list, spans)), false) = (&dates, has_start) {
            let first = spans.iter().map(|span| span.start.to_string()).min();
            cells.extend(first.map(|first| (start, (*list).to_owned(), first)));
        }
        ready.push((draft, cells, dates));
    }
    said.sort();
    said.dedup();
    reading.notes.append(&mut said);
    reading.notes.extend(table::unknown(&others));
    for names in shapes.all.keys() {
        sight.see_headings(names.iter().map(String::as_str));
    }
    reading.headings.extend(shapes.all.into_keys().flatten());
    reading.notes.extend(sight.note(options));
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

/// The columns of rows, by the names of their values.
#[derive(Default)]
struct Shapes {
    all: HashMap<Vec<String>, Vec<Column>>,
    left: Left,
    hours: Hours,
    said: Vec<String>,
}

impl Shapes {
    /// Takes the names and values of a row into account.
    fn see(&mut self, row: &Row, options: &Options) {
        let columns = self.all.entry(names(row)).or_insert_with_key(|names| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let columns = columns(&names, &options.columns);
            self.said.extend(rivals(&names, &columns));
            columns
        });
        self.hours.next_row();
        for (column, (name, value)) in columns.iter_mut().zip(&row.cells) {
            if let Column::Flag(flag) = column
                && let Some(cell) = plain(value)
            {
                flag.see(&cell);
            }
            let text = value.as_str().unwrap_or_default();
            self.left.see(column, name, text);
            self.hours.see(column, name, text);
        }
    }

    /// Finds the hour under a name that is not known; what is said about the columns.
    fn settle(&mut self) -> Vec<String> {
        for (names, columns) in &mut self.all {
            let mut named: Vec<_> = names.iter().map(String::as_str).zip(columns).collect();
            self.said.extend(self.left.settle(&mut named, false));
        }
        let shapes = self.all.iter_mut();
        let columns =
            shapes.flat_map(|(names, columns)| names.iter().map(String::as_str).zip(columns));
        self.said.extend(self.hours.settle(columns));
        std::mem::take(&mut self.said)
    }

    /// The columns of a row that was seen.
    fn columns(&self, row: &Row) -> &[Column] {
        self.all.get(&names(row)).map_or(&[], Vec::as_slice)
    }
}

fn names(row: &Row) -> Vec<String> {
    let cells = row.cells.iter().take(MOST_COLUMNS);
    cells.map(|(name, _)| name.clone()).collect()
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
