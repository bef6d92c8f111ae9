//! The rules of time zones, asked of the browser as the page does.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime};
use event_file::zone::{Zones, shown_offset, wall_offset};
use js_sys::{Array, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;

/// How a clock is written; see `event_file::zone::shown_offset`.
const CLOCK: [(&str, &str); 9] = [
    ("calendar", "gregory"),
    ("numberingSystem", "latn"),
    ("hourCycle", "h23"),
    ("year", "numeric"),
    ("month", "numeric"),
    ("day", "numeric"),
    ("hour", "2-digit"),
    ("minute", "2-digit"),
    ("second", "2-digit"),
];

/// The browser's time zones, each with what its clock was seen to show.
#[derive(Default)]
pub struct Clocks(RefCell<HashMap<String, Clock>>);

struct Clock {
    write: Function,
    /// By quarters of an hour since 1970.
    seen: HashMap<i64, Option<i32>>,
}

impl Zones for Clocks {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        let mut clocks = self.0.borrow_mut();
        if !clocks.contains_key(zone) {
            clocks.insert(zone.to_owned(), Clock::new(zone));
        }
        let clock = clocks.get_mut(zone)?;
        wall_offset(local, |utc| clock.shown(utc))
    }
}

impl Clock {
    fn new(zone: &str) -> Self {
        let options = Object::new();
        for (name, value) in CLOCK.into_iter().chain([("timeZone", zone)]) {
            // A new object takes every property.
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        Self {
            write: DateTimeFormat::new(&Array::of1(&"en-US".into()), &options).format(),
            seen: HashMap::new(),
        }
    }

    fn shown(&mut self, utc: NaiveDateTime) -> Option<i32> {
        let quarter = utc.and_utc().timestamp().div_euclid(900);
        let write = &self.write;
        *self.seen.entry(quarter).or_insert_with(|| {
            let start = DateTime::from_timestamp(quarter * 900, 0)?;
            let milliseconds = JsValue::from(start.timestamp_millis() as f64);
            let shown = write.call1(&JsValue::UNDEFINED, &milliseconds).ok()?;
            shown_offset(&shown.as_string()?, start.naive_utc())
        })
    }
}
