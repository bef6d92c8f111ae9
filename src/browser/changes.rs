//! What lately changed in the calendar, as the site records it: `changes.json`.

use js_sys::{Array, Date, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::fetch::fetch;

/// A time or place that an event had before.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// The event's id.
    pub event: String,
    /// `time` or `place`.
    pub what: String,
    /// As the event file had it: `2023-11-04T14:00/2023-11-04T17:00`, or the parts of a place.
    pub written: String,
    /// When the site first had the change, in milliseconds since 1970.
    pub at: f64,
}

/// The changes of all events, the oldest first; none where they cannot be fetched or read.
pub async fn fetched() -> Vec<Before> {
    let bytes = fetch("changes.json", |_| {}).await.unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    let record = JSON::parse(&text).unwrap_or(JsValue::NULL);
    let changes = Reflect::get(&record, &"changes".into());
    let changes = changes
        .ok()
        .and_then(|changes| changes.dyn_into::<Array>().ok());
    let changes = changes.into_iter().flat_map(|changes| changes.to_vec());
    changes.filter_map(|change| read(&change)).collect()
}

fn read(change: &JsValue) -> Option<Before> {
    let text = |name: &str| Reflect::get(change, &name.into()).ok()?.as_string();
    Some(Before {
        event: text("event")?,
        what: text("what").filter(|what| what == "time" || what == "place")?,
        written: text("before")?,
        at: Date::parse(&text("at")?),
    })
}
