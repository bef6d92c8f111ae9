//! What is worked out once for a calendar in a language, so that each query is quick.
//!
//! The dates and the order come first: they are all the first list needs. Facets and words follow
//! when they are first asked for, or before, step by step (`prepare`).

mod asked;
mod column;
mod order;
mod prepare;
mod words;

use std::sync::{Arc, OnceLock};

use crate::sets::Bits;

use crate::dates::Dates;
use crate::now::Now;
use crate::search::Search;
use crate::when::Window;
use event_file::Calendar;
use event_file::zone::Zones;
use query::Facet;
use rustc_hash::FxHashMap;

pub(crate) use asked::Asked;
use asked::{Indexed, LastAsked};
pub(crate) use column::Column;
use order::{Order, Titles};
pub use prepare::Preparation;
use words::Words;

/// The index of one calendar in one interface language. It speaks of events by their place in
/// [`Calendar::events`] and is of use with that calendar only.
#[derive(Debug, Default)]
pub struct Index {
    /// By event.
    dates: Vec<Dates>,
    order: Order,
    /// Countries by their codes, with their names in the interface language.
    countries: FxHashMap<String, Option<String>>,
    /// By facet.
    columns: [OnceLock<Column>; Facet::ALL.len()],
    words: OnceLock<Words>,
    last_asked: LastAsked,
}

impl Index {
    /// Indexes `calendar`. `country_name` gives a country's name in the interface language.
    pub fn new(calendar: &Calendar, country_name: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut dates = Vec::with_capacity(calendar.events.len());
        let mut titles = Titles::default();
        let mut countries: FxHashMap<String, Option<String>> = FxHashMap::default();
        for event in &calendar.events {
            dates.push(Dates::new(event));
            titles.push(&event.title);
            if let Some(code) = event.country.as_deref()
                && !countries.contains_key(code)
            {
                countries.insert(code.to_owned(), country_name(code));
            }
        }
        Self {
            order: Order::new(titles, &dates),
            dates,
            countries,
            ..Self::default()
        }
    }

    /// The values of a facet the whole calendar has, each as first written.
    pub fn values(&self, calendar: &Calendar, facet: Facet) -> &[Arc<str>] {
        &self.column(calendar, facet).shown
    }

    /// How many events.
    pub(crate) fn len(&self) -> usize {
        self.dates.len()
    }

    pub(crate) fn dates(&self) -> &[Dates] {
        &self.dates
    }

    pub(crate) fn order(&self) -> &Order {
        &self.order
    }

    /// What is on the days of `windows` at the moment `now`.
    pub(crate) fn asked(
        &self,
        calendar: &Calendar,
        windows: &[Window],
        now: &Now,
        zones: &dyn Zones,
    ) -> Arc<Asked> {
        let events = Indexed {
            events: &calendar.events,
            dates: &self.dates,
            order: &self.order,
        };
        self.last_asked.get(events, windows, now, zones)
    }

    pub(crate) fn column(&self, calendar: &Calendar, facet: Facet) -> &Column {
        self.columns[facet as usize].get_or_init(|| self.made_column(calendar, facet))
    }

    /// The events in which every word asked for occurs.
    pub(crate) fn search(&self, calendar: &Calendar, search: &Search) -> Bits {
        let words = self.words.get_or_init(|| {
            let mut words = words::Making::default();
            words.take(&calendar.events, &self.countries);
            words.sorted().finish()
        });
        words.search(search, self.len())
    }
}
