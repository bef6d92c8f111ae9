//! Events that Marchmap itself wrote: the whole entry stands in them, for as long as nobody changes what they show.

use chrono::DateTime;
use event_file::{Calendar, write};
use export::{self, Reader};
use gazetteer::countries;
use serde_json::{Map, Value, json};
use texts::Words;
use tz_database::TzDatabase;

use super::component::{Component, components};
use crate::draft::Draft;

/// What another program shows of an event, and could have changed.
const SHOWN: [&str; 10] = [
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "LOCATION",
    "GEO",
    "STATUS",
    "URL",
    "DESCRIPTION",
];

/// Puts the entry that an event carries (STRUCTURED-DATA, RFC 9073, section 6.6) in the place of what was
/// read from its lines. One whose lines have been changed since is left as it is: what is shown counts.
pub fn restore(component: &Component, draft: &mut Draft) {
    if let Some(fields) = carried(component) {
        *draft = Draft {
            fields,
            ours: true,
            start: None,
            end: None,
            location: None,
            key: None,
            notes: Vec::new(),
            ..draft.clone()
        };
    }
}

/// The entry, if an event written from it shows the same.
fn carried(component: &Component) -> Option<Map<String, Value>> {
    let property = component
        .all("STRUCTURED-DATA")
        .find(|property| property.parameter("SCHEMA") == Some(export::ENTRY_SCHEMA))?;
    let entry: Value = serde_json::from_str(&property.text()).ok()?;
    let file = json!({ "events": [entry] }).to_string();
    let (calendar, _) = event_file::read(file.as_bytes(), &TzDatabase).ok()?;
    let [event] = calendar.events.as_slice() else {
        return None;
    };
    let same = shown(component) == shown(&written(&calendar)?);
    same.then(|| write::event(event))
}

/// The event as it is written now.
fn written(calendar: &Calendar) -> Option<Component> {
    let words = Words::english();
    let reader = Reader {
        words: &words,
        country: &|code| countries::name_or_english(code, words.language()),
        zones: &TzDatabase,
    };
    let text = export::ics(calendar, &[0], DateTime::UNIX_EPOCH, reader);
    components(&text).named("VEVENT").next().cloned()
}

fn shown(component: &Component) -> Vec<(&str, Option<String>)> {
    SHOWN
        .iter()
        .map(|name| (*name, component.text(name)))
        .collect()
}
