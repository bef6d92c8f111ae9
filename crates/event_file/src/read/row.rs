//! The values of one entry, gathered before its fields are read.

use std::mem;

use serde::de::MapAccess;
use serde_json::map::Entry;
use serde_json::{Map, Value};

use super::field::Field;
use super::json::{Json, Name};

const FIELDS: usize = Field::ALL.len();

/// One entry: a value for each known field, and the unknown ones. Used again for entry after entry.
pub(super) struct Row<'de> {
    values: [Json<'de>; FIELDS],
    /// Which fields were there, even if `null`.
    seen: [bool; FIELDS],
    /// Unknown fields, as written.
    pub(super) rest: Map<String, Value>,
    /// Names that were there more than once.
    pub(super) repeated: Vec<String>,
}

impl<'de> Row<'de> {
    pub(super) fn new() -> Self {
        Self {
            values: std::array::from_fn(|_| Json::Null),
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
                self.values[at] = object.next_value()?;
                if mem::replace(&mut self.seen[at], true) {
                    self.repeated.push(name.into_owned());
                }
                continue;
            }
            let value = object.next_value()?;
            match self.rest.entry(name) {
                Entry::Vacant(place) => {
                    place.insert(value);
                }
                Entry::Occupied(mut before) => {
                    self.repeated.push(before.key().clone());
                    before.insert(value);
                }
            }
        }
        Ok(())
    }

    pub(super) fn take(&mut self, field: Field) -> Json<'de> {
        mem::take(&mut self.values[field as usize])
    }

    pub(super) fn get(&self, field: Field) -> &Json<'de> {
        &self.values[field as usize]
    }

    pub(super) fn set(&mut self, field: Field, value: Json<'de>) {
        self.values[field as usize] = value;
        self.seen[field as usize] = true;
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty() && self.values.iter().all(Json::is_absent)
    }

    /// An entry that says nothing, as written.
    pub(super) fn nothing(&mut self) -> Json<'de> {
        let fields = Field::ALL.iter().zip(self.seen).filter(|(_, seen)| *seen);
        let members = fields.map(|(field, _)| {
            let value = mem::take(&mut self.values[*field as usize]);
            (field.name().into(), value)
        });
        Json::Object(members.collect())
    }

    /// Makes it ready for the next entry.
    pub(super) fn clear(&mut self) {
        for (value, seen) in self.values.iter_mut().zip(&mut self.seen) {
            if mem::take(seen) {
                *value = Json::Null;
            }
        }
        self.rest.clear();
        self.repeated.clear();
    }
}
