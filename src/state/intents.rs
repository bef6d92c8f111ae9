//! What a visitor can want that concerns more than one subject of the state.

use listing::index::Index;
use query::{Query, Sort, near::WITHIN};

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

    /// Lists events wherever they are, day by day again, and forgets where distances were measured from.
    pub fn look_anywhere(self) {
        self.positions.origin.set(None);
        self.address.change(Step::Push, |query| {
            query.look_near(None, WITHIN);
            query.sort = Sort::Date;
        });
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
        self.selection.peeked.set(None);
        self.selection.leave_spot();
        // Nobody sees one without the other.
        self.listing
            .index
            .update_untracked(|now| *now = Some(index));
        self.source.phase.set(Phase::Ready(loaded));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::NaiveDateTime;
    use event_file::{
        read,
        zone::{NoRules, Zones},
    };
    use listing::now::Now;

    use super::*;
    use crate::state::{Download, Origin, testing::with_owner};

    struct NoZones;

    impl Zones for NoZones {
        fn offset(&self, _: &str, _: NaiveDateTime) -> Option<i32> {
            None
        }
    }

    /// A page opened with `query` that has read the events `a` in Germany and `b` in France.
    fn state(query: &str) -> State {
        let query = Query::parse(query);
        let now = Now {
            instant: Default::default(),
            today: Default::default(),
        };
        let state = State::new(query, now, Arc::new(NoZones));
        let events = [("a", "DE"), ("b", "FR")];
        let (loaded, index) = file(&events);
        state.listing.index.set(Some(index));
        state.source.phase.set(Phase::Ready(loaded));
        state
    }

    fn file(events: &[(&str, &str)]) -> (Shared<Loaded>, Shared<Index>) {
        let event = |(id, country): &(&str, &str)| {
            format!(
                r#"{{"id": "{id}", "title": "{id}", "start": "2023-11-04", "country": "{country}"}}"#
            )
        };
        let events: Vec<String> = events.iter().map(event).collect();
        let text = format!("[{}]", events.join(", "));
        let (calendar, problems) = read(text.into_bytes(), &NoRules).unwrap();
        let index = Index::new(&calendar, &|_| None);
        let download = Download {
            number: 0,
            at: Default::default(),
            copy: None,
        };
        let loaded = Loaded {
            calendar,
            problems,
            download,
        };
        (Shared::new(loaded), Shared::new(index))
    }

    fn matched(state: State) -> Vec<u32> {
        let results = state.listing.results;
        results.with_untracked(|results| results.matched.clone())
    }

    #[test]
    fn filters_decide_what_matches() {
        with_owner(|| {
            let state = state("when=all");
            assert_eq!(matched(state), [0, 1]);
            state.address.search("b".to_owned());
            assert_eq!(matched(state), [1]);
            state.address.reset();
            assert!(untrack(|| state.ready()));
        });
    }

    #[test]
    fn opening_an_event_keeps_the_results() {
        with_owner(|| {
            let state = state("when=all");
            let before = state.listing.results.get_untracked();
            state.open(1);
            assert_eq!(state.selection.opened.get_untracked(), Some(1));
            assert_eq!(state.title(), "b");
            assert!(before == state.listing.results.get_untracked());
            // No event has this index.
            state.open(7);
            assert_eq!(state.selection.opened.get_untracked(), Some(1));
            state.address.close();
            assert_eq!(state.selection.opened.get_untracked(), None);
        });
    }

    #[test]
    fn a_newer_file_forgets_indices_and_keeps_the_opened_event() {
        with_owner(|| {
            let state = state("when=all&event=b");
            state.selection.point(vec![1]);
            state.selection.list_spot(vec![0, 1]);
            let (loaded, index) = file(&[("b", "FR")]);
            state.renew(loaded, index);
            assert_eq!(state.selection.opened.get_untracked(), Some(0));
            assert!(state.selection.pointed.with_untracked(Vec::is_empty));
            assert!(state.selection.spot.with_untracked(Vec::is_empty));
            assert_eq!(matched(state), [0]);
        });
    }

    #[test]
    fn listing_by_date_forgets_the_visitors_position() {
        with_owner(|| {
            let state = state("sort=near");
            let (lat, lon) = (48.0, 2.0);
            state.positions.measure_from(Origin {
                position: geo::Position { lat, lon },
                city: None,
            });
            assert!(untrack(|| state.positions.measured_from()).is_some());
            assert!(
                !state
                    .address
                    .query
                    .with_untracked(Query::print)
                    .contains("48")
            );
            state.look_anywhere();
            assert_eq!(state.positions.origin.get_untracked(), None);
        });
    }
}
