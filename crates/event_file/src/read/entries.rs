//! A list of entries, read one after the other into the same row.

use serde::de::{MapAccess, SeqAccess};

use super::feature::Feature;
use super::json::{At, Json, Place};
use super::reader::Reader;
use super::row::Row;
use crate::problem::ProblemKind;

/// A list of events or of GeoJSON features. Returns any value that is not a list.
pub(super) struct Entries<'r, 'z> {
    pub(super) reader: &'r mut Reader<'z>,
    /// Whether they are features.
    pub(super) features: bool,
}

impl<'de> Place<'de> for Entries<'_, '_> {
    type Found = Option<Json<'de>>;

    fn other(self, json: Json<'de>) -> Self::Found {
        Some(json)
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Found, A::Error> {
        let Self { reader, features } = self;
        let mut row = Row::new();
        let row = &mut row;
        loop {
            let next = if features {
                list.next_element_seed(At(Feature { reader, row }))?
            } else {
                list.next_element_seed(At(Entry { reader, row }))?
            };
            if next.is_none() {
                return Ok(None);
            }
        }
    }
}

/// One event.
struct Entry<'r, 'z, 'de> {
    reader: &'r mut Reader<'z>,
    row: &'r mut Row<'de>,
}

impl<'de> Place<'de> for Entry<'_, '_, 'de> {
    type Found = ();

    fn other(self, json: Json<'de>) {
        self.reader.unreadable(json, ProblemKind::NotAnEvent);
    }

    fn object<A: MapAccess<'de>>(self, object: A) -> Result<(), A::Error> {
        self.row.gather(object)?;
        self.reader.entry(self.row, Json::Null);
        Ok(())
    }
}
