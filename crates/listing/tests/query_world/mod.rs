//! The zones of the world and a way to write events down quickly, for the tests of queries.

#![allow(dead_code, clippy::unwrap_used)] // Each test file uses a part.

use chrono::{DateTime, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use event_file::Calendar;
use event_file::event::{Event, Text};
use event_file::zone::{Zones, wall_offset};
use listing::now::Now;

/// The zones of the tz database.
pub struct World;

impl Zones for World {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        let zone: Tz = zone.parse().ok()?;
        wall_offset(local, |utc| {
            Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc() / 60)
        })
    }
}

/// An event by its id, start, end and zone; `-` is unknown.
pub fn event(line: &str) -> Event {
    let mut fields = line
        .split_whitespace()
        .map(|field| (field != "-").then_some(field));
    let mut next = || fields.next().flatten();
    let id = Text::from(next().unwrap_or_default());
    Event {
        title: id.clone(),
        id,
        start: next().map(|text| text.parse().unwrap()),
        end: next().map(|text| text.parse().unwrap()),
        timezone: next().map(Text::from),
        ..Event::default()
    }
}

/// A calendar of such events.
pub fn calendar(lines: &[&str]) -> Calendar {
    Calendar {
        events: lines.iter().map(|line| event(line)).collect(),
        ..Calendar::default()
    }
}

/// That moment, for a visitor in that zone.
pub fn now(moment: &str, visitor: &str) -> Now {
    let instant: DateTime<Utc> = DateTime::parse_from_rfc3339(moment).unwrap().to_utc();
    let zone: Tz = visitor.parse().unwrap();
    Now {
        instant,
        today: instant.with_timezone(&zone).date_naive(),
    }
}
