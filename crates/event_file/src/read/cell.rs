//! One value of an event file before anybody has judged it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

/// A value, told apart only as far as fields need it. Texts without escapes are borrowed.
#[derive(Debug, Clone, Default)]
pub(super) enum Cell<'de> {
    /// `null`, a blank text, or not there: the same to a reader.
    #[default]
    Absent,
    Number(Number),
    Text(Cow<'de, str>),
    /// `true`, `false`, a list or an object.
    Other(Box<Value>),
}

impl Cell<'_> {
    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value as written, as JSON, shortened past 80 characters.
    pub(super) fn shown(&self) -> String {
        const MOST: usize = 80;
        match self {
            // A text of a megabyte is cut before it is quoted.
            Self::Text(text) => match text.char_indices().nth(MOST) {
                Some((end, _)) => format!("{}…", Value::from(&text[..end])),
                None => Value::from(text.as_ref()).to_string(),
            },
            Self::Absent => "null".to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Other(value) => {
                let mut json = value.to_string();
                if let Some((end, _)) = json.char_indices().nth(MOST) {
                    json.truncate(end);
                    json.push('…');
                }
                json
            }
        }
    }
}

impl From<Cell<'_>> for Value {
    fn from(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Absent => Value::Null,
            Cell::Number(number) => Value::Number(number),
            Cell::Text(text) => Value::String(text.into_owned()),
            Cell::Other(value) => *value,
        }
    }
}

impl From<Value> for Cell<'_> {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Cell::Absent,
            Value::Number(number) => Cell::Number(number),
            Value::String(text) => CellVisitor::text(Cow::Owned(text)),
            other => Cell::Other(Box::new(other)),
        }
    }
}

impl<'de> Deserialize<'de> for Cell<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

/// Implements a visitor's methods for everything but lists and objects: a [`Cell`] is made and given
/// to `self.cell`.
macro_rules! scalars_as_cells {
    () => {
        scalars_as_cells!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64,
            visit_borrowed_str: &'de str, visit_str: &str, visit_string: String);

        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Ok(self.cell(Cell::Absent))
        }
    };
    ($($method:ident: $type:ty),+) => {
        $(fn $method<E: serde::de::Error>(self, value: $type) -> Result<Self::Value, E> {
            CellVisitor.$method(value).map(|cell| self.cell(cell))
        })+
    };
}
pub(super) use scalars_as_cells;

/// Makes a [`Cell`] of whatever comes; never refuses.
pub(super) struct CellVisitor;

impl CellVisitor {
    fn text(text: Cow<'_, str>) -> Cell<'_> {
        if text.trim().is_empty() {
            Cell::Absent
        } else {
            Cell::Text(text)
        }
    }
}

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Cell<'de>, E> {
        Ok(Cell::Absent)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Cell<'de>, E> {
        Ok(Cell::Other(Box::new(Value::Bool(value))))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Cell<'de>, E> {
        Ok(Cell::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Cell<'de>, E> {
        Ok(Cell::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Cell<'de>, E> {
        Ok(Number::from_f64(value).map_or(Cell::Absent, Cell::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Cell<'de>, E> {
        Ok(Self::text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell<'de>, E> {
        Ok(Self::text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Cell<'de>, E> {
        Ok(Self::text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Cell<'de>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(list))
            .map(|value| Cell::Other(Box::new(value)))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Cell<'de>, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(object))
            .map(|value| Cell::Other(Box::new(value)))
    }
}
