//! The file's outermost value: which of the three shapes it has, and the members beside the events.

use std::borrow::Cow;
use std::sync::Arc;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};
use serde_json::Value;

use super::about;
use super::entries::Entries;
use super::error::OtherShape;
use super::fault::Fault;
use super::feature::Feature;
use super::json::{At, Json, Name, Place};
use super::reader::Reader;
use super::row::Row;
use crate::file::{Calendar, FORMAT};
use crate::problem::{Outcome, Problem, ProblemKind, Severity};
use crate::zone::Zones;

/// Why a text is no event file.
pub(super) enum Unreadable<'a> {
    /// It is not JSON.
    Syntax(serde_json::Error),
    /// It is JSON in none of the three shapes.
    Shape(OtherShape<'a>),
}

/// Reads a text from the byte `start` on as an event file.
pub(super) fn read<'t>(
    text: &'t Arc<String>,
    start: usize,
    zones: &dyn Zones,
) -> Result<(Calendar, Vec<Problem>), Unreadable<'t>> {
    let mut reader = Reader::new(text, zones);
    let mut json = serde_json::Deserializer::from_str(&text[start..]);
    let shape = At(Document(&mut reader))
        .deserialize(&mut json)
        .map_err(Unreadable::Syntax)?;
    json.end().map_err(Unreadable::Syntax)?;
    match shape {
        Ok(()) => Ok(reader.finish()),
        Err(shape) => Err(Unreadable::Shape(shape)),
    }
}

/// The file's outermost value.
struct Document<'r, 'z>(&'r mut Reader<'z>);

impl<'de> Place<'de> for Document<'_, '_> {
    type Found = Result<(), OtherShape<'de>>;

    fn other(self, _: Json<'de>) -> Self::Found {
        other_shape(Fault::OneValue)
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Found, A::Error> {
        let reader = self.0;
        let features = false;
        Entries { reader, features }.list(list)?;
        let calendar = &reader.calendar;
        let is_empty = calendar.events.is_empty() && calendar.unreadable.is_empty();
        let has_objects =
            !calendar.events.is_empty() || calendar.unreadable.iter().any(Value::is_object);
        Ok(match is_empty || has_objects {
            true => Ok(()),
            false => other_shape(Fault::OtherItems),
        })
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Found, A::Error> {
        let mut around = Around::new(self.0);
        while let Some(Name(name)) = object.next_key::<Name<'de>>()? {
            match name.as_ref() {
                "format" => format(around.reader, object.next_value()?),
                "calendar" => about::calendar(around.reader, object.next_value()?),
                "type" => match object.next_value()? {
                    Json::Text(kind) if kind == "FeatureCollection" => around.is_collection = true,
                    absent if absent.is_absent() => {}
                    other => unknown(around.reader, &name, other.into()),
                },
                "features" if !around.is_collection => {
                    match object.next_value_seed(At(PerhapsFeatures(around.reader)))? {
                        None => around.read(&name),
                        Some(value) => around.decide_later(value),
                    }
                }
                "events" | "features" => {
                    let features = name == "features";
                    let reader = &mut *around.reader;
                    match object.next_value_seed(At(Entries { reader, features }))? {
                        None => around.read(&name),
                        Some(absent) if absent.is_absent() => {}
                        Some(_) => around.not_a_list = Some(name),
                    }
                }
                _ => unknown(around.reader, &name, object.next_value()?),
            }
        }
        Ok(around.finish())
    }
}

fn other_shape<'de>(fault: Fault) -> Result<(), OtherShape<'de>> {
    let at = None;
    Err(OtherShape { fault, at })
}

/// What is known of the outermost object while its members are read.
struct Around<'r, 'z, 'de> {
    reader: &'r mut Reader<'z>,
    is_collection: bool,
    has_events: bool,
    has_features: bool,
    /// `features` of which nothing has said yet whether they are those of GeoJSON.
    undecided: Option<Value>,
    /// The name of what should be a list.
    not_a_list: Option<Cow<'de, str>>,
}

impl<'r, 'z, 'de> Around<'r, 'z, 'de> {
    fn new(reader: &'r mut Reader<'z>) -> Self {
        Self {
            reader,
            is_collection: false,
            has_events: false,
            has_features: false,
            undecided: None,
            not_a_list: None,
        }
    }

    /// Notes that the list of that name was read.
    fn read(&mut self, name: &str) {
        let before = match name {
            "events" => &mut self.has_events,
            _ => &mut self.has_features,
        };
        if std::mem::replace(before, true) {
            repeated(self.reader, name, Outcome::AllRead);
        }
    }

    fn decide_later(&mut self, features: Value) {
        if self.undecided.replace(features).is_some() {
            repeated(self.reader, "features", Outcome::LastUsed);
        }
    }

    fn finish(mut self) -> Result<(), OtherShape<'de>> {
        match self.undecided.take() {
            Some(Value::Array(list))
                if self.is_collection || !self.has_events && list.iter().any(is_feature) =>
            {
                features_in_memory(self.reader, &list);
                self.has_features = true;
            }
            Some(Value::Null) | None => {}
            Some(_) if self.is_collection && !self.has_events => {
                self.not_a_list = Some("features".into());
            }
            Some(value) => unknown(self.reader, "features", value),
        }
        if let Some(at) = self.not_a_list {
            let fault = Fault::NotAList;
            return Err(OtherShape {
                fault,
                at: Some(at),
            });
        }
        if self.has_features && !self.is_collection {
            let (kind, done) = (ProblemKind::NoCollectionType, Outcome::ReadAnyway);
            let mut file = self.reader.file();
            file.note(Severity::Warning, kind, "type", &Json::Null, done);
        }
        let rest = &self.reader.calendar.rest;
        match self.has_events || self.has_features {
            true => Ok(()),
            false if rest.contains_key("title") && rest.contains_key("start") => {
                other_shape(Fault::OneEvent)
            }
            false => other_shape(Fault::NoEvents),
        }
    }
}

/// `features` before `type` has said that the file is GeoJSON: the first item decides. Returns the value if it has
/// to be decided later.
struct PerhapsFeatures<'r, 'z>(&'r mut Reader<'z>);

impl<'de> Place<'de> for PerhapsFeatures<'_, '_> {
    type Found = Option<Value>;

    fn other(self, json: Json<'de>) -> Option<Value> {
        Some(json.into())
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<Value>, A::Error> {
        let mut items: Vec<Value> = Vec::new();
        while let Some(item) = list.next_element()? {
            let decided = items.is_empty() && is_feature(&item);
            items.push(item);
            if decided {
                let (reader, features) = (self.0, true);
                features_in_memory(reader, &items);
                Entries { reader, features }.list(list)?;
                return Ok(None);
            }
        }
        Ok(Some(items.into()))
    }
}

/// Whether a value looks like a GeoJSON feature.
fn is_feature(value: &Value) -> bool {
    let member = |name: &str| value.get(name).unwrap_or(&Value::Null);
    member("type") == "Feature" || member("properties").is_object()
}

/// Reads features that were set aside.
fn features_in_memory(reader: &mut Reader<'_>, list: &[Value]) {
    let mut row = Row::new();
    for feature in list {
        let row = &mut row;
        // Reading a value can't fail: nothing in it is refused.
        let _: Result<(), serde_json::Error> = At(Feature { reader, row }).deserialize(feature);
    }
}

fn repeated(reader: &mut Reader<'_>, name: &str, done: Outcome) {
    let kind = match done {
        Outcome::AllRead => ProblemKind::RepeatedList,
        _ => ProblemKind::RepeatedField,
    };
    let mut file = reader.file();
    file.note(Severity::Warning, kind, name, &Json::Null, done);
}

fn unknown(reader: &mut Reader<'_>, name: &str, value: Value) {
    let before = reader.calendar.rest.insert(name.to_owned(), value);
    if before.is_some() {
        repeated(reader, name, Outcome::LastUsed);
    }
}

fn format(reader: &mut Reader<'_>, json: Json<'_>) {
    if json.is_absent() || matches!(&json, Json::Text(text) if text == FORMAT) {
        reader.calendar.rest.shift_remove("format");
        return;
    }
    let (kind, done) = (ProblemKind::UnknownFormat, Outcome::ReadAnyway);
    let mut file = reader.file();
    file.note(Severity::Warning, kind, "format", &json, done)
        .suggestion = Some(FORMAT.to_owned());
    let value = json.into();
    reader.calendar.rest.insert("format".to_owned(), value);
}
