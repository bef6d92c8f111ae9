//! The cells of one entry, gathered before any of them is judged.

use std::borrow::Cow;
use std::mem;

use serde::Deserialize;
use serde::de::MapAccess;
use serde_json::{Map, Value};

use super::cell::Cell;
use super::field::Field;

const FIELDS: usize = Field::ALL.len();

/// One entry: a cell for each known field, and the unknown ones. Used again for entry after entry.
pub(super) struct Row<'de> {
    cells: [Cell<'de>; FIELDS],
    /// Which fields were there, even if `null`.
    seen: [bool; FIELDS],
    /// Unknown fields, as written.
    pub(super) rest: Map<String, Value>,
    /// Names that were there more than once.
    pub(super) repeated: Vec<String>,
}

/// The name of a member, borrowed where it has no escapes.
#[derive(Deserialize)]
pub(super) struct Name<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

impl<'de> Row<'de> {
    pub(super) fn new() -> Self {
        Self {
            cells: std::array::from_fn(|_| Cell::Absent),
            seen: [false; FIELDS],
            rest: Map::new(),
            repeated: Vec::new(),
        }
    }

    /// Takes in the members of an object; of those with one name the last counts.
    pub(super) fn gather<A: MapAccess<'de>>(&mut self, mut object: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = object.next_key::<Name<'de>>()? {
            if let Some(field) = Field::named(&name) {
                let at = field as usize;
                self.cells[at] = object.next_value()?;
                if mem::replace(&mut self.seen[at], true) {
                    self.repeated.push(name.into_owned());
                }
            } else if self
                .rest
                .insert(name.clone().into_owned(), object.next_value()?)
                .is_some()
            {
                self.repeated.push(name.into_owned());
            }
        }
        Ok(())
    }

    pub(super) fn take(&mut self, field: Field) -> Cell<'de> {
        mem::take(&mut self.cells[field as usize])
    }

    pub(super) fn get(&self, field: Field) -> &Cell<'de> {
        &self.cells[field as usize]
    }

    pub(super) fn set(&mut self, field: Field, cell: Cell<'de>) {
        self.cells[field as usize] = cell;
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty() && self.cells.iter().all(Cell::is_absent)
    }

    /// What an entry that says nothing looks like.
    pub(super) fn nothing(&self) -> Value {
        let seen = Field::ALL.iter().zip(self.seen).filter(|(_, seen)| *seen);
        Value::Object(
            seen.map(|(field, _)| (field.name().to_owned(), Value::Null))
                .collect(),
        )
    }

    /// Makes it ready for the next entry.
    pub(super) fn clear(&mut self) {
        self.seen.fill(false);
        self.cells.fill(Cell::Absent);
        self.rest.clear();
        self.repeated.clear();
    }
}
