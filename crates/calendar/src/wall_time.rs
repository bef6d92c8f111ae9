//! A date, perhaps with a time, as written on a venue's wall calendar and clock.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// When something starts or ends, by the venue's own calendar and clock.
///
/// Days are the venue's: an event at 23:30 in Tokyo is on that day for a reader in Lima too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WallTime {
    /// The venue's date.
    pub date: NaiveDate,
    /// The venue's clock; `None` when no time was announced.
    pub time: Option<NaiveTime>,
    /// Minutes east of UTC, when the file wrote an RFC 3339 offset.
    pub offset: Option<i32>,
}

impl WallTime {
    /// A date without a time.
    pub const fn day(date: NaiveDate) -> Self {
        Self {
            date,
            time: None,
            offset: None,
        }
    }

    /// The wall clock as one value; `None` when no time was announced.
    pub fn clock(self) -> Option<NaiveDateTime> {
        self.time.map(|time| self.date.and_time(time))
    }
}
