//! Where the map looks when the visitor does not move it: at the results, at the opened event, or
//! where the link says.

use std::time::Duration;

use calendar::{
    event::{Position, Precision},
    query::MapPosition,
    viewport::Bounds,
};
use leptos::prelude::*;

use crate::reactive::Derived;

use super::session::Session;

/// What decides where to look, as it was when the map was last moved for it.
#[derive(Clone, PartialEq)]
struct Seen {
    matched: Vec<u32>,
    map: Option<MapPosition>,
    opened: Option<u32>,
}

/// Keeps looking at what the visitor asks to see.
///
/// A place in the link comes first. Other results are fitted into view; an event opened elsewhere
/// is brought into view. Nothing else moves the map, so that it never moves under a visitor's hand.
pub fn follow(session: Session) {
    let state = session.state();
    let map = Derived::new(move || state.query.with(|query| query.map));
    Effect::new(move |before: Option<Option<Seen>>| {
        let before = before.flatten();
        if !session.is_shown() || !state.ready() {
            return before;
        }
        let now = Seen {
            matched: state.results.with(|results| results.matched.clone()),
            map: map.get(),
            opened: state.opened.get(),
        };
        let Some(before) = before else {
            // The map was mounted looking at what the link says, if it says so.
            if now.map.is_none() && !look_at_event(session, now.opened) {
                fit(session, &now.matched);
            }
            return Some(now);
        };
        if now.map != before.map && now.map.is_some() {
            if let Some(there) = now.map.filter(|there| !session.rests_at(*there)) {
                session.with_map(|map| map.look_at(there));
            }
        } else if now.matched != before.matched {
            leave_link(session);
            fit(session, &now.matched);
        } else if now.opened != before.opened
            && now.opened.is_some_and(|event| !session.stands_alone(event))
        {
            leave_link(session);
            look_at_event(session, now.opened);
        }
        Some(now)
    });
}

/// The link no longer says where the map looks. A moment later, or it would be one change of the
/// address with what the visitor just did, and no step of its own to go back over.
fn leave_link(session: Session) {
    set_timeout(move || session.state().move_map(None), Duration::ZERO);
}

fn fit(session: Session, matched: &[u32]) {
    let positions = session.state().loaded.with_untracked(|loaded| {
        let event = |at: &u32| loaded.as_ref()?.event(*at)?.position;
        matched.iter().filter_map(event).collect::<Vec<Position>>()
    });
    session.with_map(|map| match Bounds::around(positions) {
        Some(around) => map.fit(around),
        None => map.show_world(),
    });
}

/// Looks at an event as closely as its position is known; whether it has one.
fn look_at_event(session: Session, event: Option<u32>) -> bool {
    let Some((position, precision, route)) = event.and_then(|at| {
        session.state().loaded.with_untracked(|loaded| {
            let event = loaded.as_ref()?.event(at)?;
            Some((event.position?, event.precision, event.route.clone()))
        })
    }) else {
        return false;
    };
    if let Some(around) = Bounds::around(route) {
        session.with_map(|map| map.fit_closely(around));
        return true;
    }
    let zoom = match precision {
        Precision::Place | Precision::Street if session.has_streets() => 16.0,
        // Closer there is but plain land.
        Precision::Place | Precision::Street => 9.0,
        Precision::City => 9.0,
        Precision::Region => 6.0,
        Precision::Country => 4.0,
    };
    session.with_map(|map| {
        let current = map.viewport().map_or(0.0, |view| view.zoom);
        if current < zoom || !map.shows(position) {
            map.look_at(MapPosition {
                zoom: zoom.max(current),
                lat: position.lat,
                lon: position.lon,
            });
        }
    });
    true
}
