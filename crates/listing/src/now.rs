//! The moment a page is looked at, which is an argument of the core because it has no clock.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// The moment, and the visitor's date at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub instant: DateTime<Utc>,
    /// What `today` means: the visitor's own date.
    pub today: NaiveDate,
}

/// A moment given in a link: its date is the one written, so that the link means the same everywhere.
impl From<DateTime<FixedOffset>> for Now {
    fn from(moment: DateTime<FixedOffset>) -> Self {
        Self {
            instant: moment.to_utc(),
            today: moment.date_naive(),
        }
    }
}
