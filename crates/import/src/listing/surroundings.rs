//! Where an entry of a listing stands: the day, city and country above it, and what is known of the listing as a whole.

use chrono::Weekday;
use event_file::event::Status;

use super::days::months::Months;
use super::places::Places;
use crate::when::days::Days;
pub use crate::when::hours::Hours;
use crate::when::reckoning::Reckoning;
use crate::when::time::Clock;

/// The day of a heading.
#[derive(Debug, Clone, PartialEq)]
pub enum Heading {
    /// Which, and in which line.
    Day {
        /// One or several.
        days: Days,
        /// The hour beside it, which those of its entries that have none take.
        clock: Option<Clock>,
        /// A time without an hour beside it: “after Friday prayers”.
        loosely: Option<String>,
        /// On which days of the week its entries take place: “every Friday from 8 to 29 January”.
        every: Option<Option<Weekday>>,
        /// What it says behind or before the day of whether its entries take place: “Saturday 5 December – CANCELLED”.
        status: Option<Status>,
        /// The line.
        line: String,
    },
    /// A heading that names a day which is not read, and why.
    Unread(String),
}

impl Surroundings<'_> {
    /// What the heading of the day says of whether its entries take place.
    pub fn day_status(&self) -> Option<Status> {
        match self.day {
            Some(Heading::Day { status, .. }) => *status,
            _ => None,
        }
    }
}

/// What is known of a listing as a whole, and where an entry stands in it.
pub struct Surroundings<'a> {
    /// Cities and countries.
    pub places: &'a Places,
    /// The order of numbers in dates, and the year.
    pub reckoning: Reckoning,
    /// The months that names of more than one meaning stand for.
    pub months: &'a Months,
    /// Whether hours say of which half of the day they are, and whether some are counted to 24.
    pub hours: Hours,
    /// The hour that a sentence says of all entries, where one has none.
    pub hour_for_all: Option<Clock>,
    /// Whether each value is to be explained by the words it came from.
    pub explain: bool,
    /// The year and month of the heading above.
    pub month: Option<(i32, u32)>,
    /// The day above.
    pub day: Option<&'a Heading>,
    /// The city above.
    pub city: Option<&'a str>,
    /// The country above (ISO 3166-1 alpha-2).
    pub country: Option<&'a str>,
    /// The state or province above.
    pub region: Option<&'a str>,
    /// The country and the state or province that the title of the listing names, where most of its cities lie in it.
    pub region_of_all: Option<&'a (String, String)>,
}
