//! What the core asks of whoever knows the rules of the world's time zones.

mod shown;
mod wall;

pub use shown::shown_offset;
pub use wall::wall_offset;

use chrono::NaiveDateTime;

/// The rules of time zones, from outside: `Intl` in a browser, a tz database in the command line tool.
pub trait Zones {
    /// Minutes east of UTC in force in the IANA zone `zone` when its clocks show `local`;
    /// `None` when the zone is not known.
    ///
    /// Where `local` occurs twice (clocks going back) the first is meant; where it does not exist
    /// (clocks going forward) the offset before the change, as RFC 5545, section 3.3.5.
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32>;
}
