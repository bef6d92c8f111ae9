//! What of an event's dates the filter asks for each time, close together in memory.

use chrono::{Datelike, NaiveTime, Timelike};

use crate::now::Now;
use crate::over::{is_over, over_between};
use event_file::day::Span;
use event_file::event::Event;
use event_file::zone::Zones;

/// The dates of one event.
#[derive(Debug, Clone, Copy)]
pub struct Dates {
    /// Its days; `None` when its start is not known.
    pub span: Option<Span>,
    /// The time it starts.
    pub time: Option<NaiveTime>,
    /// Before the one moment it is not over, from the other on it is; seconds since 1970.
    over: (i64, i64),
}

impl Dates {
    pub fn new(event: &Event) -> Self {
        Self {
            span: event.span(),
            time: event.start.and_then(|start| start.time),
            over: over_between(event),
        }
    }

    /// Its first day and the time it starts, as numbers in the order of the list: what is not known comes last.
    pub fn key(&self) -> (u64, u32) {
        // The year 0 has days before the first of the common era.
        let day = |span: Span| u64::from((span.first.num_days_from_ce() + 366).unsigned_abs());
        let second = |time: NaiveTime| u64::from(time.num_seconds_from_midnight());
        let nano = |time: NaiveTime| time.nanosecond();
        // A day has fewer seconds than 17 bits can tell, and all days of four digits' years need 22.
        let day = self.span.map_or(1 << 22, day) << 17;
        (
            day | self.time.map_or((1 << 17) - 1, second),
            self.time.map_or(0, nano),
        )
    }

    /// Whether `event`, whose dates these are, is over.
    pub fn are_over(&self, event: &Event, now: &Now, zones: &dyn Zones) -> bool {
        let instant = now.instant.timestamp();
        self.over.1 <= instant || (self.over.0 <= instant && is_over(event, now, zones))
    }
}
