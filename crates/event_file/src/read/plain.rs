//! An event file with nothing in it to mend, to warn of or to guess: read without a judge.
//!
//! Most files are like that, and a visitor waits neither for the code that judges nor for its work. For any other
//! file the answer are its bytes again, and [`super::read`] reads them.

mod about;
mod event;

use std::string::FromUtf8Error;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::{FORMAT, id};
use crate::Calendar;
use crate::event::Event;
use json::Json;

/// Reads an event file as [`super::read`] does, if that would find no problem in it, in UTF-8 and not as GeoJSON. The
/// calendar keeps the bytes, which its texts are parts of.
///
/// # Errors
/// The bytes, for all other files.
pub fn read_plain(bytes: Vec<u8>) -> Result<Calendar, Vec<u8>> {
    let whole = Arc::new(String::from_utf8(bytes).map_err(FromUtf8Error::into_bytes)?);
    make_room(whole.len() * 5 / 2);
    match calendar(&whole) {
        Some(calendar) => Ok(calendar),
        // What was read of it is gone, and with it whoever else kept the text.
        None => Err(Arc::unwrap_or_clone(whole).into_bytes()),
    }
}

/// Has the allocator ask for memory at once and keep it: in a browser each time is slow, and it asks for 64 KB at a
/// time.
fn make_room(bytes: usize) {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(bytes)));
}

fn calendar(whole: &Arc<String>) -> Option<Calendar> {
    let mut json = Json::of(whole);
    let mut calendar = Calendar::default();
    if json.peek() == b'[' {
        events(&mut json, &mut calendar)?;
    } else {
        document(&mut json, &mut calendar)?;
    }
    json.end()?;
    Some(calendar)
}

/// How many entries tell how long the others are likely to be.
const SAMPLE: usize = 64;

fn document(json: &mut Json<'_>, calendar: &mut Calendar) -> Option<()> {
    let (mut has_about, mut has_events) = (false, false);
    json.object()?;
    while let Some(name) = json.member()? {
        match name {
            "format" if json.text()? == FORMAT => {}
            "calendar" if !has_about => {
                has_about = true;
                calendar.about = about::about(json)?;
            }
            "events" if !has_events => {
                has_events = true;
                events(json, calendar)?;
            }
            "format" | "calendar" | "events" | "type" | "features" => return None,
            _ => {
                let before = calendar.rest.insert(name.to_owned(), json.value()?);
                before.is_none().then_some(())?;
            }
        }
    }
    has_events.then_some(())
}

fn events(json: &mut Json<'_>, calendar: &mut Calendar) -> Option<()> {
    json.array()?;
    let begin = json.left();
    let (mut ids, mut usual) = (id::Ids::default(), event::Usual::default());
    while json.item()? {
        let count = calendar.events.len();
        if count == SAMPLE {
            // Moving them all to a larger place, again and again, takes longer than reading them.
            let each = (begin - json.left()) / SAMPLE;
            let others = json.left() / each.max(1) * 9 / 8;
            calendar.events.reserve(others);
        }
        calendar.events.push(Event::default());
        // Filled where it stays: it is large.
        let event = calendar.events.last_mut()?;
        event::event(json, event, &mut usual)?;
        ids.assign(event);
    }
    ids.differ().then_some(())
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
