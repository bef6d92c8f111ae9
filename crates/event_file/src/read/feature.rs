//! A GeoJSON feature (RFC 7946, section 3.2) read as an event: its properties are the event's fields,
//! its Point the event's position.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::cell::{Cell, CellVisitor, scalars_as_cells};
use super::field::Field;
use super::reader::Reader;
use super::row::{Name, Row};
use crate::problem::ProblemKind;

/// One feature of a collection.
pub(super) struct FeatureSeed<'r, 'de> {
    pub(super) reader: &'r mut Reader,
    pub(super) row: &'r mut Row<'de>,
}

impl FeatureSeed<'_, '_> {
    fn cell(self, cell: Cell<'_>) {
        self.reader.unreadable(cell.into(), ProblemKind::NotAnEvent);
    }
}

impl<'de> DeserializeSeed<'de> for FeatureSeed<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FeatureSeed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GeoJSON feature")
    }

    scalars_as_cells!();

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(list))?;
        self.reader.unreadable(value, ProblemKind::NotAnEvent);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut feature: A) -> Result<(), A::Error> {
        let (mut id, mut geometry) = (Cell::Absent, Cell::Absent);
        let mut foreign = Map::new();
        while let Some(Name(name)) = feature.next_key::<Name<'de>>()? {
            match name.as_ref() {
                "properties" => {
                    let row = &mut *self.row;
                    let leftover = feature.next_value_seed(PropertiesSeed { row })?;
                    if !leftover.is_absent() {
                        foreign.insert(name.into_owned(), leftover.into());
                    }
                }
                "id" => id = feature.next_value()?,
                "geometry" => geometry = feature.next_value()?,
                "type" => match feature.next_value()? {
                    Cell::Text(Cow::Borrowed("Feature")) | Cell::Absent => {}
                    Cell::Text(kind) if kind == "Feature" => {}
                    cell => {
                        foreign.insert(name.into_owned(), cell.into());
                    }
                },
                _ => {
                    foreign.insert(name.into_owned(), feature.next_value()?);
                }
            }
        }
        if self.row.get(Field::Id).is_absent() {
            self.row.set(Field::Id, id);
        } else if !id.is_absent() {
            foreign.insert("id".to_owned(), id.into());
        }
        if self.row.is_empty() && geometry.is_absent() && foreign.is_empty() {
            self.row.clear();
            let nothing = Value::Object(Map::new());
            self.reader.unreadable(nothing, ProblemKind::EmptyEntry);
            return Ok(());
        }
        if !foreign.is_empty() {
            let mut name = "feature".to_owned();
            while self.row.rest.contains_key(&name) {
                name.push('_');
            }
            self.row.rest.insert(name, Value::Object(foreign));
        }
        self.reader.entry(self.row, geometry);
        Ok(())
    }
}

/// A feature's properties; gives back what is no object.
struct PropertiesSeed<'r, 'de> {
    row: &'r mut Row<'de>,
}

impl<'de> PropertiesSeed<'_, 'de> {
    fn cell(self, cell: Cell<'de>) -> Cell<'de> {
        cell
    }
}

impl<'de> DeserializeSeed<'de> for PropertiesSeed<'_, 'de> {
    type Value = Cell<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cell<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for PropertiesSeed<'_, 'de> {
    type Value = Cell<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the properties of a feature")
    }

    scalars_as_cells!();

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Cell<'de>, A::Error> {
        CellVisitor.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Cell<'de>, A::Error> {
        self.row.gather(object)?;
        Ok(Cell::Absent)
    }
}
