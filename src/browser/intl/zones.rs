//! The rules of time zones, read off the clocks `Intl` shows.

use std::cell::RefCell;

use chrono::{DateTime, NaiveDateTime};
use event_file::zone::{Zones, shown_offset, wall_offset};

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
    id: String,
    clock: Option<Formatter>,
    /// By quarters of an hour since 1970, ascending.
    seen: Vec<(i64, Option<i32>)>,
}

thread_local! {
    /// In the order of their ids.
    static ZONES: RefCell<Vec<Zone>> = const { RefCell::new(Vec::new()) };
}

fn with_zone<T>(id: &str, ask: impl FnOnce(&mut Zone) -> T) -> T {
    ZONES.with_borrow_mut(|zones| {
        let place = zones.partition_point(|zone| *zone.id < *id);
        if let Some(zone) = zones.get_mut(place).filter(|zone| zone.id == id) {
            return ask(zone);
        }
        let mut zone = Zone {
            id: id.to_owned(),
            // Newer browsers take `+05:30` too, which is no IANA id.
            clock: id
                .starts_with(|first: char| first.is_ascii_alphabetic())
                .then(|| Formatter::new(&styles::CLOCK, "en-US", Some(("timeZone", id))))
                .flatten(),
            seen: Vec::new(),
        };
        let answer = ask(&mut zone);
        zones.insert(place, zone);
        answer
    })
}

impl Zone {
    /// Minutes east of UTC at a moment, given as UTC. Clocks change on a quarter of an hour (tz
    /// database, every change since 1972), so one look tells a whole quarter.
    fn offset(&mut self, utc: NaiveDateTime) -> Option<i32> {
        let clock = self.clock.as_ref()?;
        let quarter = utc.and_utc().timestamp().div_euclid(900);
        let place = self.seen.partition_point(|(seen, _)| *seen < quarter);
        if let Some((_, offset)) = self.seen.get(place).filter(|(seen, _)| *seen == quarter) {
            return *offset;
        }
        let look = || {
            let start = DateTime::from_timestamp(quarter * 900, 0)?;
            shown_offset(&clock.write(&[milliseconds(start)])?, start.naive_utc())
        };
        let offset = look();
        self.seen.insert(place, (quarter, offset));
        offset
    }
}
