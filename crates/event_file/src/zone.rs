//! The rules of the world's time zones, as the pure crates ask for them.

mod moment;
mod shown;
mod wall;

pub use moment::moment_offset;
pub use shown::shown_offset;
pub use wall::wall_offset;

use chrono::{DateTime, NaiveDateTime};

/// The rules of time zones, from outside: `Intl` in a browser, a tz database in the command line tool.
pub trait Zones {
    /// Minutes east of UTC in force in the IANA zone `zone` when its clocks show `local`;
    /// `None` when the zone is not known.
    ///
    /// Where `local` occurs twice (clocks going back) the first is meant; where it does not exist
    /// (clocks going forward) the offset before the change, as RFC 5545, section 3.3.5.
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32>;

    /// The id of an IANA zone as the tz database spells it, whatever the case of `id`, or the current id of a zone
    /// that was renamed; `None` when the zone is not known.
    fn spelled(&self, id: &str) -> Option<String> {
        let known = self.offset(id, DateTime::UNIX_EPOCH.naive_utc()).is_some();
        known.then(|| id.to_owned())
    }
}

/// No rules at all: every id counts as a zone, and no offset is known. For reading where times do not matter.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoRules;

impl Zones for NoRules {
    fn offset(&self, _: &str, _: NaiveDateTime) -> Option<i32> {
        None
    }

    fn spelled(&self, id: &str) -> Option<String> {
        Some(id.to_owned())
    }
}
