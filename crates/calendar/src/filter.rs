//! Which events match a query, and which filters keep the others out.

mod window;

use crate::Calendar;
use crate::index::Index;
use crate::now::Now;
use crate::query::{Facet, Query, When};
use crate::search::Search;
use crate::zone::Zones;

pub(crate) use window::Window;

/// For each event the filters it does not pass, worked out once for a query: the results and the
/// counts of every facet follow from it.
#[derive(Debug, Clone)]
pub struct Filter {
    /// A bit for each filter not passed, by place in the calendar.
    misses: Vec<u16>,
    /// The days asked for; alternatives.
    pub(crate) windows: Vec<Window>,
    /// The time in force: `All` when nothing is upcoming and nothing else was asked for.
    pub when: When,
    /// Nothing in the whole calendar is upcoming, and nothing else was asked for.
    pub nothing_upcoming: bool,
}

/// The bits of the filters that are no facet; those of facets follow.
const WORDS: u16 = 1;
const DAYS: u16 = 2;
const AREA: u16 = 4;

fn facet_bit(facet: Facet) -> u16 {
    8 << facet as u16
}

impl Filter {
    /// Asks every event of `calendar`, of which `index` is the index.
    pub fn new(
        calendar: &Calendar,
        index: &Index,
        query: &Query,
        now: &Now,
        zones: &dyn Zones,
    ) -> Self {
        let nothing_upcoming = window::asks_upcoming(query)
            && !calendar.events.is_empty()
            && !window::anything_upcoming(calendar, index, now, zones);
        let when = if nothing_upcoming {
            When::All
        } else {
            query.when
        };
        let mut filter = Self {
            misses: vec![0; index.len()],
            windows: match nothing_upcoming {
                true => vec![Window::All],
                false => Window::of(query, now),
            },
            when,
            nothing_upcoming,
        };
        filter.words(calendar, index, query);
        filter.days(calendar, index, now, zones);
        filter.area(calendar, query);
        for facet in Facet::ALL {
            filter.facet(calendar, index, query, facet);
        }
        filter
    }

    /// Whether the event passes every filter.
    pub fn matches(&self, event: u32) -> bool {
        self.misses.get(event as usize) == Some(&0)
    }

    /// Whether the event passes every filter but that of `facet`.
    #[inline]
    pub(crate) fn matches_but(&self, facet: Facet, event: usize) -> bool {
        let misses = self.misses.get(event);
        misses.is_some_and(|misses| misses & !facet_bit(facet) == 0)
    }

    /// Whether the event passes every filter but that of the days.
    pub(crate) fn match_but_days(&self, event: usize) -> bool {
        let misses = self.misses.get(event);
        misses.is_some_and(|misses| misses & !DAYS == 0)
    }

    fn words(&mut self, calendar: &Calendar, index: &Index, query: &Query) {
        let asked = std::iter::once(&query.q).chain(&query.or.q);
        let asked: Vec<Search> = asked.map(|words| Search::new(words)).collect();
        if asked.iter().any(Search::is_empty) {
            return;
        }
        let mut found = vec![0; self.misses.len().div_ceil(64)];
        for search in &asked {
            let also = index.search(calendar, search);
            found
                .iter_mut()
                .zip(also)
                .for_each(|(found, also)| *found |= also);
        }
        for (misses, found) in self.misses.chunks_mut(64).zip(found) {
            for (misses, at) in misses.iter_mut().zip(0..) {
                if found >> at & 1 == 0 {
                    *misses |= WORDS;
                }
            }
        }
    }

    fn days(&mut self, calendar: &Calendar, index: &Index, now: &Now, zones: &dyn Zones) {
        let events = calendar.events.iter().zip(index.dates());
        for (misses, (event, dates)) in self.misses.iter_mut().zip(events) {
            let passes = |window: &Window| window.days(event, dates, now, zones).is_some();
            if !self.windows.iter().any(passes) {
                *misses |= DAYS;
            }
        }
    }

    /// An event without a position lies in no area.
    fn area(&mut self, calendar: &Calendar, query: &Query) {
        if query.area.is_none() && query.or.area.is_empty() {
            return;
        }
        for (misses, event) in self.misses.iter_mut().zip(&calendar.events) {
            let mut areas = query.area.iter().chain(&query.or.area);
            let inside = event
                .position
                .is_some_and(|position| areas.any(|area| area.contains(position)));
            if !inside {
                *misses |= AREA;
            }
        }
    }

    fn facet(&mut self, calendar: &Calendar, index: &Index, query: &Query, facet: Facet) {
        let chosen = &query.chosen[facet];
        if chosen.is_empty() {
            return;
        }
        let column = index.column(calendar, facet);
        let numbers: Vec<u32> = chosen
            .iter()
            .filter_map(|value| column.number(value))
            .collect();
        for (misses, values) in self.misses.iter_mut().zip(column.events()) {
            if !values.iter().any(|value| numbers.contains(value)) {
                *misses |= facet_bit(facet);
            }
        }
    }
}
