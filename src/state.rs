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

use chrono::{DateTime, Utc};
use event_file::zone::Zones;
use leptos::prelude::*;
use listing::{
    facet::Counts, filter::Filter, index::Index, now::Now, results::Results, search::Search,
};
use map::points::Points;
use query::{Clock, EventLinks, Facet, Query, Sort, View};

use crate::reactive::{Derived, Held};

pub use address::{Address, Step};
pub use intents::active_filters;
pub use near::{Origin, Sphere};
pub use phase::{Download, Failure, Loaded, Phase};
pub use shared::Shared;

/// A filter, and the index it is of.
struct Made {
    filter: Filter,
    index: Shared<Index>,
}

/// The page's state; `Copy`, found by every component through its context.
#[derive(Clone, Copy)]
pub struct State {
    /// How far the event file is.
    pub phase: Held<Phase>,
    /// What the address bar says, and how its last change enters the history.
    pub address: Held<Address>,
    /// What the visitor chose.
    pub query: Derived<Query>,
    /// The moment the page shows, and the visitor's date.
    pub now: Held<Now>,
    /// Whose clock shows the times.
    pub clock: Derived<Clock>,
    /// The words looked for, to be marked where they are found.
    pub search: Derived<Search>,
    /// The calendar, once read.
    pub loaded: Derived<Option<Shared<Loaded>>>,
    /// What is found where in the calendar, in the page's language.
    pub index: Held<Option<Shared<Index>>>,
    /// The Earth's arithmetic, once it has arrived.
    pub sphere: Held<Option<Sphere>>,
    /// Every event's position, projected once.
    pub points: Derived<Shared<Points>>,
    /// The matching events, in the order shown.
    pub results: Derived<Shared<Results>>,
    /// Where distances are measured from, once the visitor has said so.
    pub origin: Held<Option<Origin>>,
    /// The results in the order of the list: the nearest first, where that is wanted.
    pub listed: Derived<Shared<Results>>,
    /// The opened event, if it is in the calendar.
    pub opened: Derived<Option<u32>>,
    /// The events under the visitor's pointer or focus: one in the list, those of a marker on the map.
    pub pointed: Held<Vec<u32>>,
    /// Whether the list of problems is open.
    pub problems_open: Held<bool>,
    /// Events at one spot a visitor chose on the map, to be listed.
    pub at_one_spot: Held<Vec<u32>>,
    /// Whether the whole list is wanted in the document, for printing.
    pub whole_list: Held<bool>,
    /// The moment the calendar shown is of, and whether the host answers with something else, while the host gives no
    /// event file.
    pub stale: Held<Option<(DateTime<Utc>, bool)>>,
    /// A newer event file, read, until the visitor wants to see it.
    pub newer: Held<Option<Shared<Loaded>>>,
    /// Asks the loader to fetch the event file; counts the attempts.
    pub attempt: Held<u32>,
    /// Whether the index is ready for every query.
    pub prepared: Held<bool>,
    /// Whether what is shown is what was asked for before, until the index is ready.
    pub waiting: Derived<bool>,
    filter: Derived<Option<Shared<Made>>>,
    event_links: Derived<EventLinks>,
}

impl State {
    /// The state of a page opened with `query` at the moment `now`.
    pub fn new(query: Query, now: Now, zones: Arc<dyn Zones + Send + Sync>) -> Self {
        let phase = Held::new(Phase::default());
        let address = Held::new(Address {
            query,
            step: Step::Stay,
        });
        let query = Derived::new(move || address.with(|address| address.query.clone()));
        let clock = Derived::new(move || query.with(|query| query.clock));
        let search = Derived::new(move || {
            query.with(|query| {
                Search::new(
                    &[std::slice::from_ref(&query.q), query.or.q.as_slice()]
                        .concat()
                        .join(" "),
                )
            })
        });
        let now = Held::new(now);
        let loaded = Derived::new(move || phase.with(Phase::loaded));
        let index = Held::new(None::<Shared<Index>>);
        let sphere = Held::new(None::<Sphere>);
        let points = Derived::new(move || {
            Shared::new(match (loaded.get(), sphere.get()) {
                (Some(loaded), Some(sphere)) => (sphere.points)(&loaded.calendar),
                _ => Points::default(),
            })
        });
        // Only what decides the results: opening an event or moving the map leaves them alone.
        let asked = Derived::new(move || query.with(results_query));
        let zones = StoredValue::new(zones);
        let prepared = Held::new(false);
        // Made once for a query: the list and every facet's counts ask it. What the index is not ready for is waited
        // for, with what was there before.
        let filter = Derived::from_before(move |before: Option<&Option<Shared<Made>>>| {
            let (loaded, index, now) = (loaded.get()?, index.get()?, now.get());
            prepared.track();
            asked.with(|asked| {
                let before = before.and_then(Option::as_ref);
                if !index.serves(asked) {
                    match before {
                        Some(made) if made.index == index => return Some(made.clone()),
                        None => return None,
                        // What stood there is of another file, and nobody is to see neither.
                        Some(_) => {}
                    }
                }
                let filter = zones.with_value(|zones| {
                    Filter::new(&loaded.calendar, &index, asked, &now, &**zones)
                });
                Some(Shared::new(Made { filter, index }))
            })
        });
        let waiting = Derived::new(move || {
            prepared.track();
            let index = index.get();
            asked.with(|asked| index.is_some_and(|index| !index.serves(asked)))
        });
        let results = Derived::from_before(move |before: Option<&Shared<Results>>| {
            let found = match filter.get() {
                Some(made) => made.filter.results(&made.index),
                None => Results::default(),
            };
            // The same results again, a minute later perhaps, leave the list as it is.
            match before {
                Some(before) if **before == found => before.clone(),
                _ => Shared::new(found),
            }
        });
        let origin = Held::new(None::<Origin>);
        let near = Derived::new(move || query.with(|query| query.sort == Sort::Near));
        let listed = near::listed(results, move || {
            let origin = near.get().then(|| origin.get()).flatten()?;
            Some((origin, sphere.get()?, loaded.get()?))
        });
        let opened = Derived::new(move || {
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
            sphere,
            points,
            results,
            origin,
            listed,
            opened,
            pointed: Held::new(Vec::new()),
            problems_open: Held::new(false),
            at_one_spot: Held::new(Vec::new()),
            whole_list: Held::new(false),
            stale: Held::new(None),
            newer: Held::new(None),
            attempt: Held::new(0),
            prepared,
            waiting,
            filter,
            event_links: Derived::new(move || query.with(Query::event_links)),
        }
    }

    /// Whether the page can be used: the file is read, and indexed in the page's language.
    pub fn ready(self) -> bool {
        self.loaded.with(Option::is_some) && self.filter.with(Option::is_some)
    }

    /// How many events have each value of a facet, under the other filters: of those that are `wanted`, or of all, the
    /// `most` most frequent ones.
    pub fn counts(
        self,
        facet: Facet,
        most: usize,
        wanted: Option<&dyn Fn(&str) -> bool>,
    ) -> Counts {
        let (Some(made), Some(loaded)) = (self.filter.get(), self.loaded.get()) else {
            return Counts::default();
        };
        let Made { filter, index } = &*made;
        self.query
            .with(|query| filter.counts(&loaded.calendar, index, query, facet, most, wanted))
    }

    /// The values of a facet the whole calendar has.
    pub fn values(self, facet: Facet) -> Vec<Arc<str>> {
        match (self.index.get(), self.loaded.get()) {
            (Some(index), Some(loaded)) => index.values(&loaded.calendar, facet).to_vec(),
            _ => Vec::new(),
        }
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
