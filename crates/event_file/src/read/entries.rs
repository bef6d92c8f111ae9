//! A list of entries, read one after the other into the same row.

use std::fmt;

use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::cell::{Cell, CellVisitor, scalars_as_cells};
use super::feature::FeatureSeed;
use super::reader::Reader;
use super::row::Row;
use crate::problem::ProblemKind;

/// A list of entries; gives back what is no list.
pub(super) struct EntriesSeed<'r> {
    reader: &'r mut Reader,
    features: bool,
}

impl<'r> EntriesSeed<'r> {
    /// Entries that are events.
    pub(super) fn events(reader: &'r mut Reader) -> Self {
        Self {
            reader,
            features: false,
        }
    }

    /// Entries that are GeoJSON features.
    pub(super) fn features(reader: &'r mut Reader) -> Self {
        Self {
            reader,
            features: true,
        }
    }

    fn cell<'de>(self, cell: Cell<'de>) -> Option<Cell<'de>> {
        Some(cell)
    }
}

impl<'de> DeserializeSeed<'de> for EntriesSeed<'_> {
    type Value = Option<Cell<'de>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for EntriesSeed<'_> {
    type Value = Option<Cell<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of events")
    }

    scalars_as_cells!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let Self { reader, features } = self;
        let mut row = Row::new();
        loop {
            let next = if features {
                let row = &mut row;
                list.next_element_seed(FeatureSeed { reader, row })?
            } else {
                let row = &mut row;
                list.next_element_seed(EventSeed { reader, row })?
            };
            if next.is_none() {
                return Ok(None);
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        CellVisitor.visit_map(object).map(Some)
    }
}

/// One entry that should be an event.
struct EventSeed<'r, 'de> {
    reader: &'r mut Reader,
    row: &'r mut Row<'de>,
}

impl EventSeed<'_, '_> {
    fn cell(self, cell: Cell<'_>) {
        self.reader.unreadable(cell.into(), ProblemKind::NotAnEvent);
    }
}

impl<'de> DeserializeSeed<'de> for EventSeed<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for EventSeed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    scalars_as_cells!();

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(list))?;
        self.reader.unreadable(value, ProblemKind::NotAnEvent);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<(), A::Error> {
        self.row.gather(object)?;
        if self.row.is_empty() {
            let nothing = self.row.nothing();
            self.row.clear();
            self.reader.unreadable(nothing, ProblemKind::EmptyEntry);
        } else {
            self.reader.entry(self.row, Cell::Absent);
        }
        Ok(())
    }
}
