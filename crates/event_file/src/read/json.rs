//! A JSON value of the file whose texts are borrowed from it, read without ever refusing one.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Any JSON value. Texts without escapes are borrowed from the file.
#[derive(Debug, Clone, Default)]
pub(super) enum Json<'de> {
    #[default]
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'de, str>),
    List(Vec<Json<'de>>),
    Object(Members<'de>),
}

/// The members of an object, each name once.
pub(super) type Members<'de> = Vec<(Cow<'de, str>, Json<'de>)>;

/// The name of a member, borrowed where it has no escapes.
#[derive(Deserialize)]
pub(super) struct Name<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

impl Json<'_> {
    /// Whether it says nothing: `null` or a blank text, the same as a field that is not there.
    pub(super) fn is_absent(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => is_blank(text),
            _ => false,
        }
    }

    /// The value as written, as JSON, shortened past 80 characters.
    pub(super) fn shown(&self) -> String {
        const MOST: usize = 80;
        // A text of a megabyte is cut before it is quoted.
        if let Self::Text(text) = self
            && let Some((end, _)) = text.char_indices().nth(MOST)
        {
            return format!("{}…", Value::from(&text[..end]));
        }
        let mut json = Value::from(self.clone()).to_string();
        if !matches!(self, Self::Text(_))
            && let Some((end, _)) = json.char_indices().nth(MOST)
        {
            json.truncate(end);
            json.push('…');
        }
        json
    }
}

/// Whether there is nothing in a text but white space.
fn is_blank(text: &str) -> bool {
    // Nearly every text begins with a letter of ASCII, which is quickly seen.
    !text.as_bytes().first().is_some_and(u8::is_ascii_graphic)
        && text.chars().all(char::is_whitespace)
}

/// The member of that name.
pub(super) fn member<'j, 'de>(members: &'j Members<'de>, name: &str) -> Option<&'j Json<'de>> {
    let found = members.iter().find(|(found, _)| found == name)?;
    Some(&found.1)
}

impl From<Json<'_>> for Value {
    fn from(json: Json<'_>) -> Self {
        match json {
            Json::Null => Value::Null,
            Json::Bool(truth) => Value::Bool(truth),
            Json::Number(number) => Value::Number(number),
            Json::Text(text) => Value::String(text.into_owned()),
            Json::List(items) => items.into_iter().map(Value::from).collect(),
            Json::Object(members) => Value::Object(object(members)),
        }
    }
}

/// Members as an owned map.
pub(super) fn object(members: Members<'_>) -> Map<String, Value> {
    let owned = |(name, value): (Cow<'_, str>, Json<'_>)| (name.into_owned(), Value::from(value));
    members.into_iter().map(owned).collect()
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

/// Makes a [`Json`] of whatever comes.
pub(super) struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(Number::from_f64(number).map_or(Json::Null, Json::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json<'de>, A::Error> {
        let mut members = Members::new();
        while let Some((Name(name), value)) = object.next_entry()? {
            members.push((name, value));
        }
        leave_last(&mut members);
        Ok(Json::Object(members))
    }
}

/// Of members with one name only the last stays.
fn leave_last(members: &mut Members<'_>) {
    /// So few are compared with each other.
    const FEW: usize = 8;
    let few_and_different = members.len() <= FEW
        && members
            .iter()
            .enumerate()
            .all(|(at, (name, _))| members[..at].iter().all(|(before, _)| before != name));
    if few_and_different {
        return;
    }
    let mut seen = HashSet::with_capacity(members.len());
    let names = members.iter().rev().map(|(name, _)| name.clone());
    let last: Vec<bool> = names.map(|name| seen.insert(name)).collect();
    let mut last = last.into_iter().rev();
    members.retain(|_| last.next().unwrap_or(true));
}

/// A place in the file where one shape of value is expected and any value may be found.
pub(super) trait Place<'de>: Sized {
    /// What reading gives.
    type Found;

    /// Any value that is not of the shape expected.
    fn other(self, json: Json<'de>) -> Self::Found;

    /// A list.
    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Found, A::Error> {
        Ok(self.other(JsonVisitor.visit_seq(list)?))
    }

    /// An object.
    fn object<A: MapAccess<'de>>(self, object: A) -> Result<Self::Found, A::Error> {
        Ok(self.other(JsonVisitor.visit_map(object)?))
    }
}

/// Reads the value at a place.
pub(super) struct At<P>(pub(super) P);

impl<'de, P: Place<'de>> serde::de::DeserializeSeed<'de> for At<P> {
    type Value = P::Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<P::Found, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Visits a scalar: it becomes a [`Json`], and that is what is found.
macro_rules! scalars {
    ($($method:ident: $type:ty),+) => {
        $(fn $method<E: Error>(self, value: $type) -> Result<P::Found, E> {
            JsonVisitor.$method(value).map(|json| self.0.other(json))
        })+
    };
}

impl<'de, P: Place<'de>> Visitor<'de> for At<P> {
    type Value = P::Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        JsonVisitor.expecting(f)
    }

    scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64,
        visit_borrowed_str: &'de str, visit_str: &str, visit_string: String);

    fn visit_unit<E: Error>(self) -> Result<P::Found, E> {
        Ok(self.0.other(Json::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<P::Found, A::Error> {
        self.0.list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<P::Found, A::Error> {
        self.0.object(object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let json: Json<'_> = serde_json::from_str(text).unwrap();
        assert_eq!(Value::from(json).to_string(), expected);
    }

    #[test]
    fn of_members_with_one_name_the_last_stays() {
        check(r#"{"a":1,"b":2}"#, r#"{"a":1,"b":2}"#);
        check(r#"{"a":1,"b":2,"a":3}"#, r#"{"b":2,"a":3}"#);
        let many: Vec<String> = (0..20).map(|at| format!("\"{}\":{at}", at % 10)).collect();
        let last: Vec<String> = (10..20).map(|at| format!("\"{}\":{at}", at % 10)).collect();
        check(
            &format!("{{{}}}", many.join(",")),
            &format!("{{{}}}", last.join(",")),
        );
    }

    #[test]
    fn texts_without_escapes_are_borrowed() {
        let text = r#"["Lyon","Orl\u00e9ans",null,1.5]"#;
        let Ok(Json::List(items)) = serde_json::from_str(text) else {
            panic!("a list");
        };
        assert!(matches!(
            items[..],
            [
                Json::Text(Cow::Borrowed("Lyon")),
                Json::Text(Cow::Owned(_)),
                Json::Null,
                Json::Number(_)
            ]
        ));
    }
}
