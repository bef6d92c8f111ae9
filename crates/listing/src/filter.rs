//! Which events match a query, and which filters keep the others out.

use std::sync::Arc;

use crate::sets::Bits;

use crate::index::{Asked, Index};
use crate::near;
use crate::now::Now;
use crate::search::Search;
use crate::when::{self, Window};
use event_file::Calendar;
use event_file::zone::Zones;
use query::{Facet, Query, When};

/// The events that pass each filter, worked out once for a query: the results and the counts of every facet follow
/// from it.
#[derive(Debug, Clone)]
pub struct Filter {
    /// How many events there are.
    len: usize,
    /// Those that pass each filter at work, but for the days.
    passing: Vec<(Criterion, Bits)>,
    /// The days asked for.
    pub(crate) asked: Arc<Asked>,
    /// The time in force: `All` when nothing is upcoming and nothing else was asked for.
    pub when: When,
    /// Nothing in the whole calendar is upcoming, and nothing else was asked for.
    pub nothing_upcoming: bool,
}

/// What is asked of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Criterion {
    Words,
    Days,
    Area,
    Near,
    Facet(Facet),
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
        let mut asked = index.asked(calendar, &Window::of(query, now), now, zones);
        let len = index.len();
        let nothing_upcoming = when::asks_upcoming(query) && !asked.any_dated && len > 0;
        if nothing_upcoming {
            asked = index.asked(calendar, &[Window::All], now, zones);
        }
        let mut filter = Self {
            len,
            passing: Vec::new(),
            asked,
            when: match nothing_upcoming {
                true => When::All,
                false => query.when,
            },
            nothing_upcoming,
        };
        filter.words(calendar, index, query);
        filter.area(calendar, query);
        filter.near(calendar, index, query);
        for facet in Facet::ALL {
            filter.facet(calendar, index, query, facet);
        }
        filter
    }

    /// The events that pass every filter.
    pub(crate) fn matched(&self) -> Bits {
        self.matched_but(None)
    }

    /// The events that pass every filter but one.
    pub(crate) fn matched_but(&self, left_out: impl Into<Option<Criterion>>) -> Bits {
        self.matched_but_any(left_out.into().as_slice())
    }

    /// The events that pass every filter but some.
    pub(crate) fn matched_but_any(&self, left_out: &[Criterion]) -> Bits {
        let mut matched = match left_out.contains(&Criterion::Days) {
            true => Bits::all(self.len),
            false => self.asked.events.clone(),
        };
        for (criterion, passing) in &self.passing {
            if !left_out.contains(criterion) {
                matched.keep(passing);
            }
        }
        matched
    }

    /// Puts other events in place of those that passed a filter.
    pub(crate) fn replace(&mut self, criterion: Criterion, passing: Bits) {
        self.passing.retain(|(other, _)| *other != criterion);
        self.passing.push((criterion, passing));
    }

    fn words(&mut self, calendar: &Calendar, index: &Index, query: &Query) {
        let asked = std::iter::once(&query.q).chain(&query.or.q);
        let asked: Vec<Search> = asked.map(|words| Search::new(words)).collect();
        if asked.iter().any(Search::is_empty) {
            return;
        }
        let mut found = Bits::none(self.len);
        for search in &asked {
            found.add(&index.search(calendar, search));
        }
        self.passing.push((Criterion::Words, found));
    }

    /// An event without a position lies in no area.
    fn area(&mut self, calendar: &Calendar, query: &Query) {
        if query.area.is_none() && query.or.area.is_empty() {
            return;
        }
        let mut inside = Bits::none(self.len);
        for (at, event) in (0..).zip(&calendar.events) {
            let mut areas = query.area.iter().chain(&query.or.area);
            let is_in = event
                .position
                .is_some_and(|position| areas.any(|area| area.contains(position)));
            if is_in {
                inside.insert(at);
            }
        }
        self.passing.push((Criterion::Area, inside));
    }

    /// Around a city in which nothing takes place, nothing is known to.
    fn near(&mut self, calendar: &Calendar, index: &Index, query: &Query) {
        let Some(near) = &query.near else { return };
        let kilometres = query.kilometres();
        let inside = match index.position_of(calendar, near) {
            Some(position) => near::around(calendar, position, kilometres),
            None => Bits::none(self.len),
        };
        self.passing.push((Criterion::Near, inside));
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
        let passing = column.events.with(&numbers);
        self.passing.push((Criterion::Facet(facet), passing));
    }
}
