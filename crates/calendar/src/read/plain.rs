//! An event file with nothing in it to mend, to warn of or to guess: read without a judge.
//!
//! Most files are like that, and a visitor waits neither for the code that judges nor for its work. For any other
//! file the answer is `None`, and [`super::read`] reads it.

mod about;
mod event;

use serde_json::{Map, Value};

use super::{FORMAT, id};
use crate::Calendar;
use crate::json::Json;

/// Reads an event file as [`super::read`] does, if that would find no problem in it, in UTF-8 and not as GeoJSON.
pub fn read_plain(bytes: &[u8]) -> Option<Calendar> {
    let mut json = Json::new(str::from_utf8(bytes).ok()?);
    let mut calendar = Calendar::default();
    if json.peek() == b'[' {
        events(&mut json, &mut calendar)?;
    } else {
        document(&mut json, &mut calendar)?;
    }
    json.end()?;
    id::assign_plain(&mut calendar.events).then_some(calendar)
}

fn document(json: &mut Json<'_>, calendar: &mut Calendar) -> Option<()> {
    let (mut has_about, mut has_events) = (false, false);
    json.members(&mut |json, name| match name {
        "format" => (json.text()? == FORMAT).then_some(()),
        "calendar" if !has_about => {
            has_about = true;
            calendar.about = about::about(json)?;
            Some(())
        }
        "events" if !has_events => {
            has_events = true;
            events(json, calendar)
        }
        "calendar" | "events" | "type" | "features" => None,
        _ => match calendar.rest.insert(name.to_owned(), json.value()?) {
            None => Some(()),
            Some(_) => None,
        },
    })?;
    has_events.then_some(())
}

fn events(json: &mut Json<'_>, calendar: &mut Calendar) -> Option<()> {
    json.items(&mut |json| {
        calendar.events.push(event::event(json)?);
        Some(())
    })
}

/// A text; none for `null` or a blank one. A text that does not fit is for a judge.
fn text(json: &mut Json<'_>, fits: fn(&str) -> bool) -> Option<Option<String>> {
    if json.null() {
        return Some(None);
    }
    let text = json.text()?;
    if text.trim().is_empty() {
        return Some(None);
    }
    fits(&text).then(|| Some(text.into_owned()))
}

fn any(_: &str) -> bool {
    true
}

/// Keeps an unknown member of an object.
fn keep(rest: &mut Map<String, Value>, json: &mut Json<'_>, name: &str) -> Option<()> {
    rest.insert(name.to_owned(), json.value()?);
    Some(())
}

#[cfg(test)]
mod tests;
