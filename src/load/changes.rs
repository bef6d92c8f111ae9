//! The changes that a generated site records, fetched once they are first asked for.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        changes::{self, Before},
        site,
    },
    state::{Address, Pruned},
};

/// The changes; `Copy`, found by components through their context.
#[derive(Clone, Copy)]
pub struct Changes {
    /// Whether the site records any, of the event file that is shown.
    pub are_recorded: bool,
    found: Pruned<RwSignal<Vec<Before>>>,
    are_asked: StoredValue<bool>,
}

impl Changes {
    /// Nothing is fetched yet. Changes are of the site's own file.
    pub fn new(address: Address) -> Self {
        let is_own = address.query.with_untracked(|query| query.data.is_none());
        Self {
            are_recorded: is_own && site::is_generated(),
            found: Pruned::signal(Vec::new()),
            are_asked: StoredValue::new(false),
        }
    }

    /// The changes of the event with this id, the oldest first; what asks follows them.
    pub fn of(self, id: &str) -> Vec<Before> {
        if self.are_recorded && !self.are_asked.get_value() {
            self.are_asked.set_value(true);
            spawn_local(async move { self.found.set(changes::fetched().await) });
        }
        let of_event = |changes: &Vec<Before>| {
            let changes = changes.iter().filter(|change| change.event == id);
            changes.cloned().collect()
        };
        self.found.with(of_event)
    }
}
