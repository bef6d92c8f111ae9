//! What the map is to show: what the list shows, a task later.
//!
//! The map takes as long as the list. In a task of its own it comes after the list, and the page answers to the next
//! letter in between.

use std::time::Duration;

use event_file::event::Precision;
use geo::{Area, MapPosition, Position};
use leptos::prelude::*;
use listing::results::Results;
use map::{around::Ring, points::Points};

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
    /// The place that events are near, and how far around it.
    pub ring: Option<Ring>,
    /// The area that is a filter.
    pub area: Option<Area>,
    /// The opened event.
    pub opened: Option<u32>,
}

/// Where an event is.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its position.
    pub position: Position,
    /// How exactly that is known.
    pub precision: Precision,
    /// Its path.
    pub route: Vec<Position>,
}

impl Wanted {
    /// Where an event is, if that is known.
    pub fn spot(&self, event: u32) -> Option<Spot> {
        let event = self.loaded.as_ref()?.event(event)?;
        Some(Spot {
            position: event.position?,
            precision: event.precision,
            route: event.route.clone(),
        })
    }
}

/// Follows the state, a task behind it, as long as its owner lives.
pub fn follow(state: State) -> RwSignal<Wanted> {
    let now = Memo::new(move |_| {
        let query = state.address.query;
        let (map, area, kilometres) =
            query.with(|query| (query.map, query.area, query.kilometres()));
        let named = state.positions.named.get();
        Wanted {
            loaded: state.source.loaded.get(),
            points: state.positions.points.get(),
            results: state.listing.results.get(),
            map,
            ring: named.map(|place| Ring {
                centre: place.position,
                kilometres,
            }),
            area,
            opened: state.selection.opened.get(),
        }
    });
    let wanted = RwSignal::new(now.get_untracked());
    let pending = StoredValue::new(false);
    Effect::new(move || {
        now.track();
        if pending.get_value() {
            return;
        }
        pending.set_value(true);
        let follow = move || {
            // Nothing is left to follow when the map has gone meanwhile.
            if pending.try_set_value(false).is_none() {
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
