//! Writing an event file, so that reading it again gives the same calendar.

mod about;
mod event;

use serde_json::{Map, Value};

use crate::{Calendar, read};

pub use about::about;
pub use event::event;

/// The calendar as an event file (`marchmap/1`), indented by two spaces, with a line break at its end.
///
/// Fields come in the order of the documentation, defaults are left out, unknown fields and those
/// that could not be read are written as they were. Entries that are no event come last.
pub fn write(calendar: &Calendar) -> String {
    let mut file = Map::new();
    file.insert("format".to_owned(), read::FORMAT.into());
    let about = about::about(&calendar.about);
    if !about.is_empty() {
        file.insert("calendar".to_owned(), about.into());
    }
    for (name, value) in &calendar.rest {
        file.insert(name.clone(), value.clone());
    }
    let events = calendar
        .events
        .iter()
        .map(|event| Value::Object(self::event(event)));
    let events: Vec<Value> = events.chain(calendar.unreadable.iter().cloned()).collect();
    if !events.is_empty() || !file.contains_key("events") {
        // Last, wherever an unknown field of that name stood.
        file.shift_remove("events");
        file.insert("events".to_owned(), events.into());
    }
    let mut text = format!("{:#}", Value::Object(file));
    text.push('\n');
    text
}

/// Puts what could not be read of an object's fields beside what could.
fn merge(members: &mut Map<String, Value>, rest: &Map<String, Value>) {
    for (name, value) in rest {
        let read = members.get_mut(name).map(Value::take);
        members.insert(name.clone(), join(read, value));
    }
}

/// A field of which a part could be read. The reader leaves parts only of lists and objects.
fn join(read: Option<Value>, rest: &Value) -> Value {
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
