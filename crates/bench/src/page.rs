//! The core as the page has it, a step a call, so that each step can be measured in the browser.

use chrono::{DateTime, Weekday};
use event_file::Calendar;
use event_file::read::read_plain;
use geo::viewport::Viewport;
use js_sys::Function;
use listing::filter::Filter;
use listing::index::{Index, Preparation};
use listing::now::Now;
use listing::results::Results;
use map::cluster::clusters;
use map::points::Points;
use query::{Facet, Query};
use wasm_bindgen::prelude::*;

use crate::synthetic;
use crate::zones::Clocks;

/// How many values of a facet the page lists at once.
const SHOWN: usize = 100;

/// A calendar as an open page holds it.
#[wasm_bindgen]
pub struct Core {
    calendar: Calendar,
    zones: Clocks,
    index: Index,
    preparation: Preparation,
    points: Points,
    query: Query,
    now: Now,
    filter: Option<Filter>,
    results: Results,
}

#[wasm_bindgen]
impl Core {
    /// Reads a file that has nothing to mend.
    pub fn read(bytes: Vec<u8>) -> Option<Core> {
        let calendar = read_plain(bytes).ok()?;
        Some(Core {
            calendar,
            zones: Clocks::default(),
            index: Index::default(),
            preparation: Preparation::default(),
            points: Points::default(),
            query: Query::default(),
            now: DateTime::parse_from_rfc3339(synthetic::NOW).ok()?.into(),
            filter: None,
            results: Results::default(),
        })
    }

    /// How many events there are.
    pub fn total(&self) -> usize {
        self.calendar.events.len()
    }

    /// Indexes it; `country` gives a country's name.
    pub fn index(&mut self, country: &Function) {
        self.index = Index::new(&self.calendar, &|code| {
            country
                .call1(&JsValue::UNDEFINED, &code.into())
                .ok()?
                .as_string()
        });
    }

    /// Makes ready a little of what nobody has asked for; whether there is more.
    pub fn prepare(&mut self) -> bool {
        self.preparation
            .step(&self.calendar, &self.index, &self.query)
    }

    /// The list for a query string; how many match.
    pub fn list(&mut self, query: &str) -> usize {
        self.query = Query::parse(query);
        let (calendar, index) = (&self.calendar, &self.index);
        let filter = Filter::new(calendar, index, &self.query, &self.now, &self.zones);
        self.results = filter.results(index);
        self.filter = Some(filter);
        self.results.matched.len()
    }

    /// Counts the values of the facet of this number, as a query has them; how many of them are listed.
    pub fn counts(&self, facet: usize) -> usize {
        let (Some(filter), Some(facet)) = (&self.filter, Facet::ALL.get(facet)) else {
            return 0;
        };
        filter
            .counts(
                &self.calendar,
                &self.index,
                &self.query,
                *facet,
                SHOWN,
                None,
            )
            .values
            .len()
    }

    /// The bars of the timeline; how many.
    pub fn timeline(&self) -> usize {
        let filter = self.filter.as_ref();
        filter.map_or(0, |filter| {
            filter
                .timeline(&self.index, &self.now, Weekday::Mon)
                .bars
                .len()
        })
    }

    /// Lays out where the events are; how many are somewhere.
    pub fn place(&mut self) -> usize {
        self.points = Points::new(&self.calendar);
        self.points.len()
    }

    /// The clusters of the list's events in view; how many events they stand for.
    pub fn clusters(&self, west: f64, south: f64, east: f64, north: f64, zoom: f64) -> u32 {
        let view = Viewport {
            west,
            south,
            east,
            north,
            zoom,
        };
        let found = clusters(view, &self.points, &self.results.matched);
        found.iter().map(|cluster| cluster.count()).sum()
    }
}
