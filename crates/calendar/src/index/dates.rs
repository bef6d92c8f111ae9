//! What of an event's dates the filter asks for each time, close together in memory.

use chrono::{Datelike, NaiveTime, Timelike};

use crate::day::Span;
use crate::event::Event;
use crate::now::Now;
use crate::over::{is_over, over_between};
use crate::zone::Zones;

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

    /// Its first day and the time it starts, as numbers in the order of the list: what is not known
    /// comes last.
    pub fn key(&self) -> (i32, u64) {
        let day = |span: Span| span.first.num_days_from_ce();
        let time = |time: NaiveTime| {
            u64::from(time.num_seconds_from_midnight()) << 32 | u64::from(time.nanosecond())
        };
        (
            self.span.map_or(i32::MAX, day),
            self.time.map_or(u64::MAX, time),
        )
    }

    /// Whether `event`, whose dates these are, is over.
    pub fn are_over(&self, event: &Event, now: &Now, zones: &dyn Zones) -> bool {
        let instant = now.instant.timestamp();
        self.over.1 <= instant || (self.over.0 <= instant && is_over(event, now, zones))
    }
}
