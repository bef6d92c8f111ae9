//! The days an event is on, by the venue's calendar.

use chrono::{NaiveDate, NaiveTime};

use crate::event::Event;
use crate::wall_time::WallTime;

/// An event that lasts longer is listed under its first matching day only.
pub const LONGEST_LISTED: i64 = 366;

/// The days of an event, from first to last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The day it starts.
    pub first: NaiveDate,
    /// The last day it is on; never before the first.
    pub last: NaiveDate,
}

impl Event {
    /// The days this event is on; `None` when its start is not known.
    ///
    /// An end at 00:00 belongs to the day before.
    pub fn span(&self) -> Option<Span> {
        let first = self.start?.date;
        let last = self.sound_end().map_or(first, |end| match end.time {
            Some(NaiveTime::MIN) => end.date.pred_opt().unwrap_or(first),
            _ => end.date,
        });
        Some(Span {
            first,
            last: last.max(first),
        })
    }

    /// The end, unless it lies before the start, which says nothing.
    pub fn sound_end(&self) -> Option<WallTime> {
        let end = self.end?;
        let Some(start) = self.start else {
            return Some(end);
        };
        let sound = match (start.clock(), end.clock()) {
            (Some(from), Some(to)) => match (start.offset, end.offset) {
                (Some(east), Some(other)) => {
                    from.and_utc().timestamp() - i64::from(east) * 60
                        <= to.and_utc().timestamp() - i64::from(other) * 60
                }
                _ => from <= to,
            },
            _ => start.date <= end.date,
        };
        sound.then_some(end)
    }
}

impl Span {
    /// How many days.
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Whether it is too long to be listed day by day.
    pub fn is_too_long(self) -> bool {
        // Most are of one day, and lengths are slow to tell.
        self.first < self.last && self.days() > LONGEST_LISTED
    }

    /// Each day, in order.
    pub fn dates(self) -> impl Iterator<Item = NaiveDate> {
        self.first
            .iter_days()
            .take_while(move |date| *date <= self.last)
    }

    /// The part of this span from `first` to `last`; `None` when they have no day in common.
    pub fn within(self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> Option<Span> {
        let span = Span {
            first: first.map_or(self.first, |first| first.max(self.first)),
            last: last.map_or(self.last, |last| last.min(self.last)),
        };
        (span.first <= span.last).then_some(span)
    }
}
