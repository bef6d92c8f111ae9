//! What a visitor can want that concerns more than one subject of the state.

use listing::index::Index;
use query::{Query, Sort};

use leptos::prelude::*;

use super::{Entry, Loaded, Phase, Shared, State, Step};

impl State {
    /// Opens an event.
    pub fn open(self, at: u32) {
        let id = self
            .source
            .loaded
            .with_untracked(|loaded| Some(loaded.as_ref()?.event(at)?.id.to_string()));
        if id.is_some() {
            self.address.change(Step::Push, |query| query.event = id);
        }
    }

    /// Lists events day by day again, and forgets where distances were measured from.
    pub fn by_date(self) {
        self.positions.origin.set(None);
        self.address
            .change(Step::Push, |query| query.sort = Sort::Date);
    }

    /// Follows the address bar: Back, Forward, a link.
    pub fn follow(self, query: Query) {
        self.selection.leave_spot();
        let step = Step::None;
        self.address.entry.set(Entry { query, step });
    }

    /// Shows what the page around an embed asks for.
    pub fn show_asked(self, query: &str) {
        self.selection.leave_spot();
        self.address
            .change(Step::Replace, |now| *now = now.asked(query));
    }

    /// Shows a newer calendar, with the index of it, instead of the present one.
    pub fn renew(self, loaded: Shared<Loaded>, index: Shared<Index>) {
        // They are indices into the old file.
        self.selection.point(Vec::new());
        self.selection.leave_spot();
        // Nobody sees one without the other.
        self.listing
            .index
            .update_untracked(|now| *now = Some(index));
        self.source.phase.set(Phase::Ready(loaded));
    }
}
