//! The rules of time zones, read off the clocks `Intl` shows.

use std::cell::RefCell;
use std::collections::BTreeMap;

use calendar::zone::{Zones, shown_offset, wall_offset};
use chrono::{DateTime, NaiveDateTime};

use super::formatter::{Formatter, milliseconds};
use super::styles;

/// The browser's time zones.
#[derive(Debug, Clone, Copy, Default)]
pub struct IntlZones;

impl Zones for IntlZones {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        with_zone(zone, |zone| wall_offset(local, |utc| zone.offset(utc)))
    }
}

/// One zone's clock, and what it was seen to show.
struct Zone {
    clock: Option<Formatter>,
    seen: BTreeMap<i64, Option<i32>>,
}

thread_local! {
    static ZONES: RefCell<BTreeMap<String, Zone>> = const { RefCell::new(BTreeMap::new()) };
}

fn with_zone<T>(id: &str, ask: impl FnOnce(&mut Zone) -> T) -> T {
    ZONES.with_borrow_mut(|zones| {
        if let Some(zone) = zones.get_mut(id) {
            return ask(zone);
        }
        let mut zone = Zone {
            // Newer browsers take `+05:30` too, which is no IANA id.
            clock: id
                .starts_with(|first: char| first.is_ascii_alphabetic())
                .then(|| Formatter::new(&styles::CLOCK, "en-US", Some(("timeZone", id))))
                .flatten(),
            seen: BTreeMap::new(),
        };
        let answer = ask(&mut zone);
        zones.insert(id.to_owned(), zone);
        answer
    })
}

impl Zone {
    /// Minutes east of UTC at a moment, given as UTC. Clocks change on a quarter of an hour (tz
    /// database, every change since 1972), so one look tells a whole quarter.
    fn offset(&mut self, utc: NaiveDateTime) -> Option<i32> {
        let clock = self.clock.as_ref()?;
        let quarter = utc.and_utc().timestamp().div_euclid(900);
        *self.seen.entry(quarter).or_insert_with(|| {
            let start = DateTime::from_timestamp(quarter * 900, 0)?;
            shown_offset(&clock.write(&[milliseconds(start)])?, start.naive_utc())
        })
    }
}
