//! A start or an end as a source has it.

use std::fmt;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use event_file::WallTime;

/// A start or an end as a source has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// What the venue's calendar and clock show.
    Wall(WallTime),
    /// A moment; what the venue's clock shows follows from its zone.
    Moment(DateTime<Utc>),
}

impl Stamp {
    /// The day on the venue's calendar, where that does not follow from a zone.
    pub fn wall_date(&self) -> Option<NaiveDate> {
        match self {
            Stamp::Wall(at) => Some(at.date),
            Stamp::Moment(_) => None,
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stamp::Wall(at) => at.fmt(f),
            Stamp::Moment(at) => f.write_str(&at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        }
    }
}
