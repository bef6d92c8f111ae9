//! The members of an object being written: texts, and what of it could not be read.

use serde_json::{Map, Value};

/// Adds a text there is.
pub(super) fn text(members: &mut Map<String, Value>, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        members.insert(name.to_owned(), text.into());
    }
}

/// Puts what could not be read of an object's fields beside what could.
pub(super) fn merge(members: &mut Map<String, Value>, rest: &Map<String, Value>) {
    for (name, value) in rest {
        let read = members.get_mut(name).map(Value::take);
        members.insert(name.clone(), join(read, value));
    }
}

/// A field of which a part could be read. The reader leaves parts only of lists and objects.
pub(super) fn join(read: Option<Value>, rest: &Value) -> Value {
    match (read, rest) {
        (Some(Value::Array(mut read)), Value::Array(more)) => {
            read.extend(more.iter().cloned());
            read.into()
        }
        (Some(Value::Object(mut read)), Value::Object(more)) => {
            read.extend(
                more.iter()
                    .map(|(name, value)| (name.clone(), value.clone())),
            );
            read.into()
        }
        _ => rest.clone(),
    }
}
