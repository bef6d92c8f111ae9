//! What is known on the way through a listing, line by line.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use event_file::event::Status;

use super::days::months::Months;
use super::entry::Entry;
use super::line::Line;
use super::places::Places;
use super::said_of_all::SaidOfAll;
use super::surroundings::{Heading, Hours};
use crate::draft::Reading;
use crate::when::days::Days;
use crate::when::reckoning::Reckoning;
use crate::when::time::Clock;

/// What is known on the way through a listing.
pub(super) struct Document<'a> {
    pub(super) reading: Reading,
    pub(super) source: &'a Arc<str>,
    pub(super) places: &'a Places,
    pub(super) reckoning: Reckoning,
    pub(super) months: Months,
    pub(super) hours: Hours,
    pub(super) explain: bool,
    pub(super) loose: bool,
    pub(super) capitals: bool,
    /// The country whose states or provinces are headings (ISO 3166-1 alpha-2).
    pub(super) regions_of: Option<String>,
    /// The country and state or province that the title names, where most cities lie in it.
    pub(super) region_of_all: Option<(String, String)>,
    /// The only date of the listing, which is in a sentence and heads nothing.
    pub(super) only_day: Option<Heading>,
    /// The numbers of hours alone on a line that head several entries.
    pub(super) hour_headings: BTreeSet<u64>,
    /// The numbers of lines of calendars, which are entries without an hour.
    pub(super) calendar: BTreeSet<u64>,
    /// The day of the heading above.
    pub(super) outer: Option<Heading>,
    /// The day of a heading below the one of the city.
    pub(super) inner: Option<Heading>,
    /// The days that the title names.
    pub(super) several: Option<Days>,
    /// The line of the heading above that has a date and other words, while no entry below took its day.
    pub(super) unused: Option<Line>,
    /// What the headings of days so far are about, word by word, folded.
    pub(super) headed: HashSet<String>,
    /// Whether the entries below take place, as a heading of their own says.
    pub(super) status_below: Option<Status>,
    /// How many entries have the name of the heading of their day as a title, by that name.
    pub(super) named_by_day: BTreeMap<String, usize>,
    /// The hour of all entries that have none, which a line of its own says.
    pub(super) hour_for_all: Option<Clock>,
    /// The year and month of the heading above.
    pub(super) month: Option<(i32, u32)>,
    /// The city of the heading above.
    pub(super) city: Option<String>,
    /// Entries of the city took the day above it.
    pub(super) city_took_outer: bool,
    /// The city's heading stands directly over its first entry.
    pub(super) city_is_block: bool,
    /// Entries stand line by line: a line of words among them belongs to none.
    pub(super) list: bool,
    pub(super) country: Option<String>,
    /// The country's heading stands directly over its first entry.
    pub(super) country_is_block: bool,
    /// There was a blank line since: what follows may be of another country.
    pub(super) country_past_block: bool,
    /// The state or province of the heading above.
    pub(super) region: Option<String>,
    /// Whether the country heading is below the day heading.
    pub(super) country_is_inner: bool,
    /// The lines that are titles of the labelled lines directly below, whatever place they are called like.
    pub(super) titles: BTreeSet<u64>,
    /// The lines that label the day of the list below.
    pub(super) list_days: BTreeSet<u64>,
    /// The lines that head a day and name no month.
    pub(super) days_without_month: BTreeSet<u64>,
    /// The lines with a series of which days are left out, and the words that do so.
    pub(super) excepted: BTreeMap<u64, String>,
    /// The lines that say of several events that they do not take place.
    pub(super) said_of_all: Vec<SaidOfAll>,
    /// Lines that may be the title and the place of the entry that follows.
    pub(super) lead: Vec<Line>,
    pub(super) pending: Option<Entry>,
    /// The lines that are headings, or of an entry.
    pub(super) taken: BTreeSet<u64>,
    /// A letter has ended: lines without a day and an hour up to the next blank one are who signs it.
    pub(super) is_signed: bool,
    /// The lines that are no events.
    pub(super) skipped: BTreeSet<u64>,
}
