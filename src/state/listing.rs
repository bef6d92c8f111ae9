//! The matching events: filtered, counted and put in order.

mod nearest;
mod next;
mod overview;

use std::sync::Arc;

use event_file::{Calendar, zone::Zones};
use geo::Position;
use leptos::prelude::*;
use listing::{
    aliases::Aliases, facet::Counts, filter::Filter, index::Index, now::Now, results::Results,
    search::Search,
};
use query::{Facet, Query, View};

use super::{Address, Positions, Pruned, Shared, Source, Time};

/// The matching events as signals.
#[derive(Clone, Copy)]
pub struct Listing {
    /// The words searched for, to be marked where they are found.
    pub search: Pruned<Memo<Search>>,
    /// The index of the calendar in the page's language.
    pub index: Pruned<RwSignal<Option<Shared<Index>>>>,
    /// What places are called in other languages, once words are searched for and that is known.
    pub elsewhere: Pruned<RwSignal<Option<Elsewhere>>>,
    /// Whether the index is ready for every query.
    pub prepared: Pruned<RwSignal<bool>>,
    /// Whether the results are those of an earlier query, until the index is ready for this one.
    pub waiting: Pruned<Memo<bool>>,
    /// The matching events, by day.
    pub results: Pruned<Memo<Shared<Results>>>,
    /// The results in the order of the list: the nearest first, where that is wanted.
    pub listed: Pruned<Memo<Shared<Results>>>,
    /// What ended earlier today, in the order it began; under no days.
    pub ended: Pruned<Memo<Shared<Results>>>,
    /// What begins next today.
    pub next: Pruned<Memo<Option<u32>>>,
    /// Whether every row of the list is rendered, for printing.
    pub whole: Pruned<RwSignal<bool>>,
    filtered: Pruned<Memo<Option<Shared<Filtered>>>>,
    address: Address,
    source: Source,
    time: Time,
}

/// What places are called in other languages.
#[derive(Clone)]
pub struct Elsewhere {
    /// The index they are of.
    pub index: Shared<Index>,
    /// Their names.
    pub aliases: Shared<Aliases>,
    /// [`Filter::add_aliases`]. The first list does not need it, so its code is in the second WebAssembly file.
    pub add: fn(&mut Filter, &Calendar, &Index, &Query, &Aliases),
}

/// A filter, and the index it is of.
struct Filtered {
    filter: Filter,
    index: Shared<Index>,
}

impl Listing {
    /// The events of `source`, of whose calendar `index` is the index, that match `address`.
    pub fn new(
        address: Address,
        source: Source,
        index: Pruned<RwSignal<Option<Shared<Index>>>>,
        time: Time,
        positions: Positions,
        zones: Arc<dyn Zones + Send + Sync>,
    ) -> Self {
        let query = address.query;
        let rules = zones.clone();
        let search = Pruned::memo(move |_| {
            query.with(|query| {
                let words = [std::slice::from_ref(&query.q), &query.or.q].concat();
                Search::new(&words.join(" "))
            })
        });
        let prepared = Pruned::signal(false);
        let elsewhere = Pruned::signal(None::<Elsewhere>);
        // Opening an event or moving the map leaves the results alone.
        let asked = Pruned::memo(move |_| query.with(results_query));
        // Made once for a query: the list and every facet's counts ask it. Until the index is ready for it, the filter
        // before stays.
        let filtered = Pruned::memo(move |before: Option<&Option<Shared<Filtered>>>| {
            let (loaded, index, now) = (source.loaded.get()?, index.get()?, time.now.get());
            prepared.track();
            asked.with(|asked| {
                let before = before.and_then(Option::as_ref);
                if !index.serves(asked) {
                    match before {
                        Some(filtered) if filtered.index == index => {
                            return Some(filtered.clone());
                        }
                        None => return None,
                        // It is of another file: a page shows neither a mixture nor nothing.
                        Some(_) => {}
                    }
                }
                if positions.seeks_place() {
                    return before.cloned();
                }
                let calendar = &loaded.calendar;
                let mut filter = Filter::new(calendar, &index, asked, &now, &*zones);
                if let (Some(place), Some(near)) = (positions.named.get(), &asked.near)
                    && index.position_of(calendar, near).is_none()
                {
                    filter.look_around(calendar, place.position, asked.kilometres());
                }
                if let Some(Elsewhere {
                    index: of,
                    aliases,
                    add,
                }) = elsewhere.get()
                    && of == index
                {
                    add(&mut filter, calendar, &index, asked, &aliases);
                }
                Some(Shared::new(Filtered { filter, index }))
            })
        });
        let waiting = Pruned::memo(move |_| {
            prepared.track();
            let index = index.get();
            positions.seeks_place()
                || asked.with(|asked| index.is_some_and(|index| !index.serves(asked)))
        });
        let results = Pruned::memo(move |before: Option<&Shared<Results>>| {
            let found = match filtered.get() {
                Some(filtered) => filtered.filter.results(&filtered.index),
                None => Results::default(),
            };
            // The same results again, a minute later perhaps, leave the list as it is.
            match before {
                Some(before) if **before == found => before.clone(),
                _ => Shared::new(found),
            }
        });
        let ended = Pruned::memo(move |_| {
            let of = |filtered: &Option<Shared<Filtered>>| {
                let filtered = filtered.as_ref()?;
                let ended = |now: &Now| filtered.filter.ended_today(&filtered.index, now);
                Some(time.now.with(ended))
            };
            Shared::new(Results {
                matched: filtered.with(of).unwrap_or_default(),
                ..Results::default()
            })
        });
        Self {
            search,
            index,
            elsewhere,
            prepared,
            waiting,
            results,
            listed: nearest::listed(results, positions, source),
            ended,
            next: next::next(results, source, time, rules),
            whole: Pruned::signal(false),
            filtered,
            address,
            source,
            time,
        }
    }

    /// Whether the calendar is indexed in the page's language.
    pub fn is_indexed(self) -> bool {
        self.filtered.with(Option::is_some)
    }

    /// How many events have each value of a facet, under the other filters: of the values that are `wanted`, or of
    /// all, the `most` most frequent ones.
    pub fn counts(
        self,
        facet: Facet,
        most: usize,
        wanted: Option<&dyn Fn(&str) -> bool>,
    ) -> Counts {
        let (Some(filtered), Some(loaded)) = (self.filtered.get(), self.source.loaded.get()) else {
            return Counts::default();
        };
        let Filtered { filter, index } = &*filtered;
        self.address
            .query
            .with(|query| filter.counts(&loaded.calendar, index, query, facet, most, wanted))
    }

    /// How many events there are within each of these distances of each position, in kilometres, whatever words and place
    /// are asked for.
    pub fn count_around(self, from: &[Position], within: &[u16]) -> Vec<Vec<usize>> {
        let counted = || {
            let (filtered, loaded) = (self.filtered.get()?, self.source.loaded.get()?);
            let filter = &filtered.filter;
            Some(filter.count_around(&loaded.calendar, from, within))
        };
        counted().unwrap_or_default()
    }

    /// Whether a facet tells events apart: it has several values, or one is chosen.
    pub fn is_of_use(self, facet: Facet) -> bool {
        let chosen = self.address.query;
        self.values(facet).len() > 1 || chosen.with(|query| !query.chosen[facet].is_empty())
    }

    /// The values of a facet that the whole calendar has.
    pub fn values(self, facet: Facet) -> Vec<Arc<str>> {
        match (self.index.get(), self.source.loaded.get()) {
            (Some(index), Some(loaded)) => index.values(&loaded.calendar, facet).to_vec(),
            _ => Vec::new(),
        }
    }
}

/// The part of a query that decides which events match and in which order.
fn results_query(query: &Query) -> Query {
    Query {
        map: None,
        view: View::default(),
        event: None,
        lang: None,
        theme: None,
        accent: None,
        clock: Default::default(),
        check: false,
        embed: false,
        hide: Vec::new(),
        data: None,
        rest: Vec::new(),
        ..query.clone()
    }
}
