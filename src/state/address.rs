//! The query, and how a change of it enters the browser's history.

use leptos::prelude::*;
use query::{EventLinks, Query, Sort, View};

use super::Pruned;

/// The query as signals.
#[derive(Clone, Copy)]
pub struct Address {
    /// What the address bar should say.
    pub entry: Pruned<RwSignal<Entry>>,
    /// What the visitor chose.
    pub query: Pruned<Memo<Query>>,
    /// Links to single events under this query.
    pub(super) event_links: Pruned<Memo<EventLinks>>,
}

/// What the address bar should say.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The query.
    pub query: Query,
    /// How the last change enters the history.
    pub step: Step,
}

/// How a change enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Not at all: it came from the address bar, or is there already.
    None,
    /// As an entry of its own: Back undoes it.
    Push,
    /// In the present entry, like one more letter typed.
    Replace,
}

impl Address {
    /// The address of a page opened with `query`.
    pub fn new(query: Query) -> Self {
        let step = Step::None;
        let entry = Pruned::signal(Entry { query, step });
        let query = Pruned::memo(move |_| entry.with(|entry| entry.query.clone()));
        Self {
            entry,
            query,
            event_links: Pruned::memo(move |_| query.with(Query::event_links)),
        }
    }

    /// How many filters are active, the search among them.
    pub fn active_filters(self) -> usize {
        self.query.with(|query| query.active().len())
    }

    /// Which of list, map and month is shown.
    pub fn view(self) -> View {
        self.query.with(|query| query.view)
    }

    /// Whether the nearest events come first.
    pub fn wants_nearest(self) -> bool {
        self.query.with(|query| query.sort == Sort::Near)
    }

    /// Changes the query, as this step of the history.
    pub(super) fn change(self, step: Step, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if self.query.with_untracked(|old| *old != query) {
            // An entry the history has not got yet stays one, whatever else changes with it.
            let pending = self.entry.with_untracked(|entry| entry.step == Step::Push);
            let step = if pending { Step::Push } else { step };
            self.entry.set(Entry { query, step });
        }
    }

    /// Notes that the history has the last change.
    pub fn recorded(self) {
        self.entry.update_untracked(|entry| entry.step = Step::None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::with_owner;

    fn address(query: &str) -> Address {
        Address::new(Query::parse(query))
    }

    fn check(address: Address, query: &str, step: Step) {
        let entry = address.entry.get_untracked();
        assert_eq!((entry.query.print().as_str(), entry.step), (query, step));
    }

    #[test]
    fn a_letter_replaces_and_a_choice_pushes() {
        with_owner(|| {
            let address = address("country=DE");
            check(address, "country=DE", Step::None);
            address.search("march".to_owned());
            check(address, "q=march&country=DE", Step::Replace);
            address.show(View::Map);
            check(address, "q=march&country=DE&view=map", Step::Push);
        });
    }

    #[test]
    fn a_push_the_history_has_not_got_yet_stays_one() {
        with_owner(|| {
            let address = address("");
            address.show(View::List);
            address.search("a".to_owned());
            check(address, "q=a&view=list", Step::Push);
            address.recorded();
            address.search("ab".to_owned());
            check(address, "q=ab&view=list", Step::Replace);
        });
    }

    #[test]
    fn what_changes_nothing_is_no_step() {
        with_owner(|| {
            let address = address("view=map");
            address.show(View::Map);
            check(address, "view=map", Step::None);
        });
    }
}
