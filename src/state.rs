//! What the page knows and what a visitor can want of it: a few structs of signals, memos and intents, by subject.
//!
//! The address is the state: everything a visitor chooses is in [`Address::query`]. The rest is derived from it, from
//! the calendar and from the moment. Memos hold indices into the calendar, never copies of events.

mod address;
mod intents;
mod links;
mod listing;
mod positions;
mod pruned;
mod query_intents;
mod selection;
mod shared;
mod sheet;
mod source;
#[cfg(test)]
mod testing;
mod time;

use std::sync::Arc;

use ::listing::now::Now;
use event_file::zone::Zones;
use leptos::prelude::*;
use query::Query;

pub use address::{Address, Entry, Step};
pub use listing::{Elsewhere, Listing};
pub use positions::{Origin, Positions, Spherical};
pub use pruned::Pruned;
pub use selection::Selection;
pub use shared::Shared;
pub use sheet::Sheet;
pub use source::{Cause, Download, Failure, Loaded, Phase, Source, Stale};
pub use time::Time;

/// The page's state; `Copy`, found by every component through its context.
#[derive(Clone, Copy)]
pub struct State {
    /// The query and the history.
    pub address: Address,
    /// The event file.
    pub source: Source,
    /// The moment shown and the clock it is shown by.
    pub time: Time,
    /// Where events are and where distances are measured from.
    pub positions: Positions,
    /// The matching events.
    pub listing: Listing,
    /// What is opened and pointed at.
    pub selection: Selection,
}

impl State {
    /// The state of a page opened with `query` at the moment `now`; `zones` are the time zones' rules.
    pub fn new(query: Query, now: Now, zones: Arc<dyn Zones + Send + Sync>) -> Self {
        let address = Address::new(query);
        let source = Source::new();
        let time = Time::new(now, address);
        let index = Pruned::signal(None);
        let positions = Positions::new(address, source, index);
        Self {
            address,
            source,
            time,
            positions,
            listing: Listing::new(address, source, index, time, positions, zones),
            selection: Selection::new(address, source),
        }
    }

    /// Whether the page can be used: the file is read, and indexed in the page's language.
    pub fn ready(self) -> bool {
        self.source.loaded.with(Option::is_some) && self.listing.is_indexed()
    }

    /// The title of what the visitor looks at, as the event file has it.
    pub fn title(self) -> String {
        let title = self.source.loaded.with_untracked(|loaded| {
            let loaded = loaded.as_ref()?;
            let opened = self.selection.opened.get_untracked();
            match opened.and_then(|at| loaded.event(at)) {
                Some(event) => Some(String::from(event.title.clone())),
                None => loaded.calendar.about.title.clone().map(String::from),
            }
        });
        title.unwrap_or_default()
    }
}
