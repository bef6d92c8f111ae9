//! The file's outermost value: which of the three shapes it has, and what stands around the events.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::cell::{Cell, CellVisitor, scalars_as_cells};
use super::entries::EntriesSeed;
use super::feature::FeatureSeed;
use super::reader::Reader;
use super::row::{Name, Row};
use super::{FORMAT, about};
use crate::Calendar;
use crate::problem::{Outcome, Problem, ProblemKind, Severity};

/// Reads a text as an event file.
pub(super) fn read(text: &str) -> Result<(Calendar, Vec<Problem>), serde_json::Error> {
    let mut reader = Reader::default();
    let mut json = serde_json::Deserializer::from_str(text);
    Document(&mut reader).deserialize(&mut json)?;
    json.end()?;
    Ok(reader.finish())
}

/// The outermost value.
struct Document<'r>(&'r mut Reader);

impl Document<'_> {
    /// A file that is one text, one number: the entry of a list nobody wrote.
    fn cell(self, cell: Cell<'_>) {
        no_events(self.0);
        self.0.unreadable(cell.into(), ProblemKind::NotAnEvent);
    }
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event file")
    }

    scalars_as_cells!();

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        EntriesSeed::events(self.0).visit_seq(list).map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let reader = self.0;
        let mut is_collection = false;
        let (mut events, mut features) = (0, 0);
        // `features` that came before anything said what they are.
        let mut pending = None;
        let mut not_a_list = None;
        while let Some(Name(name)) = object.next_key::<Name<'de>>()? {
            match name.as_ref() {
                "format" => {
                    let cell = object.next_value()?;
                    format(reader, cell);
                }
                "calendar" => {
                    let cell = object.next_value()?;
                    about::calendar(reader, cell);
                }
                "type" => match object.next_value()? {
                    Cell::Text(kind) if kind == "FeatureCollection" => is_collection = true,
                    Cell::Absent => {}
                    cell => unknown(reader, &name, cell.into()),
                },
                "events" => match object.next_value_seed(EntriesSeed::events(reader))? {
                    None => {
                        events += 1;
                        if events > 1 {
                            repeated(reader, &name, Outcome::AllRead);
                        }
                    }
                    Some(Cell::Absent) => {}
                    Some(cell) => not_a_list = Some(cell),
                },
                "features" if is_collection => {
                    match object.next_value_seed(EntriesSeed::features(reader))? {
                        None => {
                            features += 1;
                            if features > 1 {
                                repeated(reader, &name, Outcome::AllRead);
                            }
                        }
                        Some(Cell::Absent) => {}
                        Some(cell) => refuse_list(reader, &name, cell),
                    }
                }
                "features" => {
                    if pending.replace(object.next_value::<Value>()?).is_some() {
                        repeated(reader, &name, Outcome::LastUsed);
                    }
                }
                _ => {
                    let value = object.next_value()?;
                    unknown(reader, &name, value);
                }
            }
        }
        let refused = not_a_list.is_some() || reader.calendar.rest.contains_key("features");
        if let Some(cell) = not_a_list {
            refuse_list(reader, "events", cell);
        }
        match pending {
            Some(Value::Array(list)) if is_collection || events == 0 => {
                features += 1;
                if !is_collection {
                    let (kind, done) = (ProblemKind::NoCollectionType, Outcome::ReadAnyway);
                    let mut file = reader.file();
                    file.note(Severity::Warning, kind, "type", &Cell::Absent, done);
                }
                read_pending(reader, list);
            }
            Some(value) => unknown(reader, "features", value),
            None => {}
        }
        if events == 0 && features == 0 && !refused {
            no_events(reader);
        }
        // Written out, the events take the place of what was no list of events.
        if reader.count > 0 {
            reader.calendar.rest.shift_remove("events");
        }
        Ok(())
    }
}

/// Reads features that had to be set aside; a value in memory is read like a text.
fn read_pending(reader: &mut Reader, list: Vec<Value>) {
    let mut row = Row::new();
    for feature in &list {
        // Reading a value can't fail: nothing in it is refused.
        let _: Result<(), serde_json::Error> = FeatureSeed {
            reader,
            row: &mut row,
        }
        .deserialize(feature);
    }
}

fn no_events(reader: &mut Reader) {
    let (kind, done) = (ProblemKind::NoEvents, Outcome::NothingRead);
    reader
        .file()
        .note(Severity::Error, kind, "events", &Cell::Absent, done);
}

fn refuse_list(reader: &mut Reader, name: &str, cell: Cell<'_>) {
    let (kind, done) = (ProblemKind::EventsNotAList, Outcome::NothingRead);
    reader.file().note(Severity::Error, kind, name, &cell, done);
    reader.calendar.rest.insert(name.to_owned(), cell.into());
}

fn repeated(reader: &mut Reader, name: &str, done: Outcome) {
    let kind = match done {
        Outcome::AllRead => ProblemKind::RepeatedList,
        _ => ProblemKind::RepeatedField,
    };
    reader
        .file()
        .note(Severity::Warning, kind, name, &Cell::Absent, done);
}

fn unknown(reader: &mut Reader, name: &str, value: Value) {
    if reader
        .calendar
        .rest
        .insert(name.to_owned(), value)
        .is_some()
    {
        repeated(reader, name, Outcome::LastUsed);
    }
}

fn format(reader: &mut Reader, cell: Cell<'_>) {
    let known = match &cell {
        Cell::Absent => true,
        Cell::Text(text) => text == FORMAT,
        _ => false,
    };
    if known {
        reader.calendar.rest.shift_remove("format");
    } else {
        let (kind, done) = (ProblemKind::UnknownFormat, Outcome::ReadAnyway);
        let mut file = reader.file();
        file.note(Severity::Warning, kind, "format", &cell, done)
            .suggestion = Some(FORMAT.to_owned());
        reader
            .calendar
            .rest
            .insert("format".to_owned(), cell.into());
    }
}
