//! Taking a calendar, or a part of it, along: for calendar apps, spreadsheets and maps.
//!
//! The event file itself is written by [`write`](event_file::write()), a part of it after [`chosen`].

pub mod csv;
mod file_name;
mod geojson;
mod ics;
mod jsonld;
pub mod page;
pub mod text;

use event_file::zone::Zones;
use event_file::{Calendar, Event};
use texts::Words;

pub use csv::csv;
pub use file_name::file_name;
pub use geojson::geojson;
pub use ics::{ENTRY_SCHEMA, Feed, FeedEvent, feed, feed_event, ics, ics_of_one, moment};
pub use jsonld::{jsonld, of_one as jsonld_of_one};
pub use page::event_path;
pub use text::text;

/// For whom an export is written.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The language of the sentences in it, and of texts that have a translation.
    pub words: &'a Words,
    /// A country's name in that language by its ISO 3166-1 alpha-2 code.
    pub country: &'a dyn Fn(&str) -> Option<String>,
    /// The rules of the venues' time zones.
    pub zones: &'a dyn Zones,
}

/// The calendar with only the events at these indices, in this order.
///
/// Entries that could not be read match no choice and stay behind.
pub fn chosen(calendar: &Calendar, events: &[u32]) -> Calendar {
    Calendar {
        about: calendar.about.clone(),
        events: at(calendar, events).cloned().collect(),
        unreadable: Vec::new(),
        rest: calendar.rest.clone(),
        ..Calendar::default()
    }
}

/// How many of the events at these indices have no date and so can't stand in a calendar app.
pub fn without_date(calendar: &Calendar, events: &[u32]) -> usize {
    at(calendar, events)
        .filter(|event| event.start.is_none())
        .count()
}

/// The events at these indices.
fn at<'a>(calendar: &'a Calendar, events: &'a [u32]) -> impl Iterator<Item = &'a Event> {
    let event = |at: &u32| calendar.events.get(*at as usize);
    events.iter().filter_map(event)
}
