//! What the map is to show: what the list shows, a moment later.
//!
//! The list comes first, and the map, which takes as long, in a task of its own: the page answers to the next letter
//! in between.

use std::time::Duration;

use geo::{Area, MapPosition};
use leptos::prelude::*;
use listing::results::Results;
use map::points::Points;

use crate::reactive::{Derived, Held, effect};
use crate::state::{Loaded, Shared, State};

/// What decides what the map shows, all of one moment.
#[derive(Clone, PartialEq)]
pub struct Wanted {
    /// The calendar, once read.
    pub loaded: Option<Shared<Loaded>>,
    /// Where its events are.
    pub points: Shared<Points>,
    /// The matching events.
    pub results: Shared<Results>,
    /// Where the link looks.
    pub map: Option<MapPosition>,
    /// The area that is a filter.
    pub area: Option<Area>,
    /// The opened event.
    pub opened: Option<u32>,
}

/// Follows the state, a task behind it.
pub fn wanted(state: State) -> Held<Wanted> {
    let now = Derived::new(move || {
        let (map, area) = state.query.with(|query| (query.map, query.area));
        Wanted {
            loaded: state.loaded.get(),
            points: state.points.get(),
            results: state.results.get(),
            map,
            area,
            opened: state.opened.get(),
        }
    });
    let wanted = Held::new(now.get_untracked());
    let waits = StoredValue::new(false);
    effect(move || {
        now.track();
        if waits.get_value() {
            return;
        }
        waits.set_value(true);
        let follow = move || {
            // Neither is there any more when the map has gone meanwhile.
            if waits.try_set_value(false).is_none() {
                let now = now.get_untracked();
                if wanted
                    .try_get_untracked()
                    .is_some_and(|before| before != now)
                {
                    wanted.set(now);
                }
            }
        };
        set_timeout(follow, Duration::ZERO);
    });
    wanted
}
