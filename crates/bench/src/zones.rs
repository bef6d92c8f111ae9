//! The rules of time zones, asked of the browser as the page does.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDateTime};
use event_file::zone::{Zones, shown_offset, wall_offset};
use js_sys::{Array, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

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
pub struct Clocks {
    clocks: RefCell<HashMap<String, Clock>>,
    /// Every id the browser lists.
    listed: RefCell<HashSet<String>>,
}

/// The zones that the browser lists.
fn listed_zones() -> HashSet<String> {
    let list = || {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let values: Function = Reflect::get(&intl, &"supportedValuesOf".into())
            .ok()?
            .dyn_into()
            .ok()?;
        values.call1(&intl, &"timeZone".into()).ok()
    };
    let listed = list().map(|list| Array::from(&list)).unwrap_or_default();
    listed.iter().filter_map(|zone| zone.as_string()).collect()
}

struct Clock {
    /// `None` for a zone that the browser does not know.
    write: Option<Function>,
    /// By quarters of an hour since 1970.
    seen: HashMap<i64, Option<i32>>,
}

impl Zones for Clocks {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        let mut clocks = self.clocks.borrow_mut();
        if !clocks.contains_key(zone) {
            clocks.insert(zone.to_owned(), Clock::new(zone));
        }
        let clock = clocks.get_mut(zone)?;
        wall_offset(local, |utc| clock.shown(utc))
    }

    fn spelled(&self, id: &str) -> Option<String> {
        let mut listed = self.listed.borrow_mut();
        if listed.is_empty() {
            *listed = listed_zones();
        }
        let is_known =
            listed.contains(id) || self.offset(id, DateTime::UNIX_EPOCH.naive_utc()).is_some();
        is_known.then(|| id.to_owned())
    }
}

impl Clock {
    fn new(zone: &str) -> Self {
        let options = Object::new();
        for (name, value) in CLOCK.into_iter().chain([("timeZone", zone)]) {
            // A new object takes every property.
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        let write = || {
            let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
            let formats: Function = Reflect::get(&intl, &"DateTimeFormat".into())
                .ok()?
                .dyn_into()
                .ok()?;
            // `DateTimeFormat::new` throws for an unknown zone; this returns the error.
            let format = Reflect::construct(&formats, &Array::of2(&"en-US".into(), &options));
            let format: DateTimeFormat = format.ok()?.unchecked_into();
            Some(format.format())
        };
        Self {
            write: write(),
            seen: HashMap::new(),
        }
    }

    fn shown(&mut self, utc: NaiveDateTime) -> Option<i32> {
        let quarter = utc.and_utc().timestamp().div_euclid(900);
        let write = self.write.as_ref()?;
        *self.seen.entry(quarter).or_insert_with(|| {
            let start = DateTime::from_timestamp(quarter * 900, 0)?;
            let milliseconds = JsValue::from(start.timestamp_millis() as f64);
            let shown = write.call1(&JsValue::UNDEFINED, &milliseconds).ok()?;
            shown_offset(&shown.as_string()?, start.naive_utc())
        })
    }
}
