//! What the page knows and what a visitor can want of it: signals, memos and named intents.
//!
//! The address is the state: everything a visitor chooses is in [`State::query`]. The rest is
//! derived from it, from the calendar and from the moment. Memos hold indices into the calendar.

mod address;
mod days;
mod intents;
mod links;
mod near;
mod phase;
mod shared;

use std::sync::Arc;

use calendar::{
    facet::FacetValue,
    filter::Filter,
    index::Index,
    now::Now,
    points::Points,
    query::{Clock, Facet, Query, Sort, View},
    results::Results,
    search::Search,
    zone::Zones,
};
use leptos::prelude::*;

pub use address::{Address, Step};
pub use intents::active_filters;
pub use near::Origin;
pub use phase::{Failure, Loaded, Phase};
pub use shared::Shared;

/// The page's state; `Copy`, found by every component through its context.
#[derive(Clone, Copy)]
pub struct State {
    /// How far the event file is.
    pub phase: RwSignal<Phase>,
    /// What the address bar says, and how its last change enters the history.
    pub address: RwSignal<Address>,
    /// What the visitor chose.
    pub query: Memo<Query>,
    /// The moment the page shows, and the visitor's date.
    pub now: RwSignal<Now>,
    /// Whose clock shows the times.
    pub clock: Memo<Clock>,
    /// The words looked for, to be marked where they are found.
    pub search: Memo<Search>,
    /// The calendar, once read.
    pub loaded: Memo<Option<Shared<Loaded>>>,
    /// What is found where in the calendar, in the page's language.
    pub index: RwSignal<Option<Shared<Index>>>,
    /// Every event's position, projected once.
    pub points: Memo<Shared<Points>>,
    /// The matching events, in the order shown.
    pub results: Memo<Shared<Results>>,
    /// Where distances are measured from, once the visitor has said so.
    pub origin: RwSignal<Option<Origin>>,
    /// The results in the order of the list: the nearest first, where that is wanted.
    pub listed: Memo<Shared<Results>>,
    /// The opened event, if it is in the calendar.
    pub opened: Memo<Option<u32>>,
    /// The event under the visitor's pointer or focus, in the list or on the map.
    pub pointed: RwSignal<Option<u32>>,
    /// Whether the list of problems is open.
    pub problems_open: RwSignal<bool>,
    /// Events at one spot a visitor chose on the map, to be listed.
    pub at_one_spot: RwSignal<Vec<u32>>,
    /// Whether the whole list is wanted in the document, for printing.
    pub whole_list: RwSignal<bool>,
    /// Asks the loader to fetch the event file; counts the attempts.
    pub attempt: RwSignal<u32>,
    filter: Memo<Option<Shared<Filter>>>,
}

impl State {
    /// The state of a page opened with `query` at the moment `now`.
    pub fn new(query: Query, now: Now, zones: Arc<dyn Zones + Send + Sync>) -> Self {
        let phase = RwSignal::new(Phase::default());
        let address = RwSignal::new(Address {
            query,
            step: Step::Stay,
        });
        let query = Memo::new(move |_| address.with(|address| address.query.clone()));
        let clock = Memo::new(move |_| query.with(|query| query.clock));
        let search = Memo::new(move |_| {
            query.with(|query| {
                Search::new(
                    &[std::slice::from_ref(&query.q), query.or.q.as_slice()]
                        .concat()
                        .join(" "),
                )
            })
        });
        let now = RwSignal::new(now);
        let loaded = Memo::new(move |_| phase.with(Phase::loaded));
        let index = RwSignal::new(None::<Shared<Index>>);
        let points = Memo::new(move |_| {
            Shared::new(loaded.with(|loaded| match loaded {
                Some(loaded) => Points::new(&loaded.calendar),
                None => Points::default(),
            }))
        });
        // Only what decides the results: opening an event or moving the map leaves them alone.
        let asked = Memo::new(move |_| query.with(results_query));
        let zones = StoredValue::new(zones);
        // Made once for a query: the list and every facet's counts ask it.
        let filter = Memo::new(move |_| {
            let (loaded, index, now) = (loaded.get()?, index.get()?, now.get());
            asked.with(|asked| {
                zones.with_value(|zones| {
                    Some(Shared::new(Filter::new(
                        &loaded.calendar,
                        &index,
                        asked,
                        &now,
                        &**zones,
                    )))
                })
            })
        });
        let results = Memo::new(move |before: Option<&Shared<Results>>| {
            let found =
                || {
                    let (loaded, index, now) = (loaded.get()?, index.get()?, now.get());
                    let filter = filter.get()?;
                    Some(zones.with_value(|zones| {
                        filter.results(&loaded.calendar, &index, &now, &**zones)
                    }))
                };
            let found = found().unwrap_or_default();
            // The same results again, a minute later perhaps, leave the list as it is.
            match before {
                Some(before) if **before == found => before.clone(),
                _ => Shared::new(found),
            }
        });
        let origin = RwSignal::new(None::<Origin>);
        let near = Memo::new(move |_| query.with(|query| query.sort == Sort::Near));
        let listed = near::listed(results, move || {
            let origin = near.get().then(|| origin.get()).flatten()?;
            Some((origin, loaded.get()?))
        });
        let opened = Memo::new(move |_| {
            let id = query.with(|query| query.event.clone())?;
            loaded.with(|loaded| loaded.as_ref()?.find(&id))
        });
        Self {
            phase,
            address,
            query,
            now,
            clock,
            search,
            loaded,
            index,
            points,
            results,
            origin,
            listed,
            opened,
            pointed: RwSignal::new(None),
            problems_open: RwSignal::new(false),
            at_one_spot: RwSignal::new(Vec::new()),
            whole_list: RwSignal::new(false),
            attempt: RwSignal::new(0),
            filter,
        }
    }

    /// Whether the page can be used: the file is read, and indexed in the page's language.
    pub fn ready(self) -> bool {
        self.index.with(Option::is_some) && self.loaded.with(Option::is_some)
    }

    /// How many events have each value of a facet, under the other filters.
    pub fn counts(self, facet: Facet) -> Vec<FacetValue> {
        let (Some(filter), Some(index)) = (self.filter.get(), self.index.get()) else {
            return Vec::new();
        };
        self.query.with(|query| filter.counts(&index, query, facet))
    }

    /// Which of list and map to show.
    pub fn view(self) -> View {
        self.query.with(|query| query.view)
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
        clock: Default::default(),
        embed: false,
        hide: Vec::new(),
        data: None,
        rest: Vec::new(),
        ..query.clone()
    }
}
