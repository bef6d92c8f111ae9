//! A GeoJSON feature (RFC 7946, section 3.2) read as an event: its properties are the event's fields,
//! its Point the event's position.

use serde::de::MapAccess;
use serde_json::{Map, Value};

use super::field::Field;
use super::json::{At, Json, Name, Place};
use super::reader::Reader;
use super::row::Row;
use crate::problem::ProblemKind;

/// One feature of a collection.
pub(super) struct Feature<'r, 'z, 'de> {
    pub(super) reader: &'r mut Reader<'z>,
    pub(super) row: &'r mut Row<'de>,
}

impl<'de> Place<'de> for Feature<'_, '_, 'de> {
    type Found = ();

    fn other(self, json: Json<'de>) {
        self.reader.unreadable(json, ProblemKind::NotAnEvent);
    }

    fn object<A: MapAccess<'de>>(self, mut feature: A) -> Result<(), A::Error> {
        let Self { reader, row } = self;
        let (mut id, mut geometry) = (Json::Null, Json::Null);
        let mut foreign = Map::new();
        while let Some(Name(name)) = feature.next_key::<Name<'de>>()? {
            match name.as_ref() {
                "properties" => {
                    let other = feature.next_value_seed(At(Properties(row)))?;
                    if !other.is_absent() {
                        foreign.insert(name.into_owned(), other.into());
                    }
                }
                "id" => id = feature.next_value()?,
                "geometry" => geometry = feature.next_value()?,
                _ => {
                    let value: Json<'de> = feature.next_value()?;
                    let expected = name == "type"
                        && (value.is_absent()
                            || matches!(&value, Json::Text(kind) if kind == "Feature"));
                    if !expected {
                        foreign.insert(name.into_owned(), value.into());
                    }
                }
            }
        }
        match (id.is_absent(), row.get(Field::Id).is_absent()) {
            (true, _) => {}
            (false, true) => row.set(Field::Id, id),
            (false, false) => {
                foreign.insert("id".to_owned(), id.into());
            }
        }
        if !foreign.is_empty() {
            let mut name = "feature".to_owned();
            while row.rest.contains_key(&name) {
                name.push('_');
            }
            row.rest.insert(name, Value::Object(foreign));
        }
        reader.entry(row, geometry);
        Ok(())
    }
}

/// The properties of a feature. Returns any value that is not an object.
struct Properties<'r, 'de>(&'r mut Row<'de>);

impl<'de> Place<'de> for Properties<'_, 'de> {
    type Found = Json<'de>;

    fn other(self, json: Json<'de>) -> Json<'de> {
        json
    }

    fn object<A: MapAccess<'de>>(self, object: A) -> Result<Json<'de>, A::Error> {
        self.0.gather(object)?;
        Ok(Json::Null)
    }
}
