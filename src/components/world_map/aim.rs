//! Where the map looks when the visitor does not move it: at the results, at the opened event, or
//! where the link says.

use std::time::Duration;

use event_file::event::Precision;
use geo::{Area, MapPosition, Position};
use leptos::prelude::*;
use map::around::around;

use crate::browser::map::WorldMap;

use super::{session::Session, wanted::Wanted};

/// The opened event's panel: what it brings into view is not to be beneath it.
const PANEL: &str = "[data-open-event]";

/// Keeps looking at what the visitor asks to see.
///
/// A place in the link comes first. Other results are fitted into view, but those that only the
/// map itself has chosen; an event opened elsewhere is brought into view, beside its panel. Nothing
/// else moves the map, so that it never moves under a visitor's hand.
pub fn follow(session: Session) {
    let state = session.state;
    Effect::new(move |before: Option<Option<Wanted>>| {
        let before = before.flatten();
        if !session.is_shown() || !state.ready() {
            return before;
        }
        let now = session.wanted.get();
        let Some(before) = before else {
            // The map was mounted looking at what the link says, if it says so.
            if now.map.is_none()
                && !look_at_area(session, now.area)
                && !look_at_event(session, now.opened)
            {
                fit(session, &now.results.matched);
            }
            return Some(now);
        };
        if now.map != before.map && now.map.is_some() {
            if let Some(there) = now.map.filter(|there| !session.rests_at(*there)) {
                session.with_map(|map| map.look_at(there));
            }
        } else if now.area != before.area {
            if now.area != session.own_area.get_value() {
                look_at_area(session, now.area);
            }
        } else if now.results != before.results && now.results.matched != before.results.matched {
            if now.area.is_none() {
                leave_link(session);
                fit(session, &now.results.matched);
            }
        } else if now.opened != before.opened {
            bring_into_view(session, now.opened);
        }
        Some(now)
    });
}

/// Brings an event just opened into view, if it is not there already: once its panel stands where
/// it will.
fn bring_into_view(session: Session, event: Option<u32>) {
    let Some(event) = event else { return };
    request_animation_frame(move || {
        let Some((position, ..)) = spot(session, event) else {
            return;
        };
        let look = |map: &WorldMap| (map.is_beneath(position, PANEL), map.shows(position));
        let Some((beneath, shown)) = session.with_map(look) else {
            return;
        };
        // A map that is a filter comes no closer.
        let clear = session.stands_alone(event) || (is_limited(session) && shown);
        if beneath || !clear {
            leave_link(session);
            look_at_event(session, Some(event));
        }
    });
}

/// The link no longer says where the map looks. A moment later, or it would be one change of the
/// address with what the visitor just did, and no step of its own to go back over.
fn leave_link(session: Session) {
    set_timeout(move || session.state.move_map(None), Duration::ZERO);
}

fn fit(session: Session, matched: &[u32]) {
    let points = session
        .wanted
        .with_untracked(|wanted| wanted.points.clone());
    session.with_map(|map| match points.around(matched) {
        Some(around) => map.fit(around),
        None => map.look_at(WorldMap::WORLD),
    });
}

/// Whether what the map shows is what is listed.
fn is_limited(session: Session) -> bool {
    let query = session.state.query;
    query.with_untracked(|query| query.area.is_some())
}

/// Looks at the area that is asked for; whether one is.
fn look_at_area(session: Session, area: Option<Area>) -> bool {
    if let Some(area) = area {
        session.with_map(|map| map.fit_closely(area.into(), PANEL));
    }
    area.is_some()
}

/// Where an event is, how exactly that is known, and its path.
fn spot(session: Session, event: u32) -> Option<(Position, Precision, Vec<Position>)> {
    session.state.loaded.with_untracked(|loaded| {
        let event = loaded.as_ref()?.event(event)?;
        Some((event.position?, event.precision, event.route.clone()))
    })
}

/// Looks at an event as closely as its position is known; whether it has one.
fn look_at_event(session: Session, event: Option<u32>) -> bool {
    let Some((position, precision, route)) = event.and_then(|event| spot(session, event)) else {
        return false;
    };
    let limited = is_limited(session);
    if let Some(around) = around(&route).filter(|_| !limited) {
        session.with_map(|map| map.fit_closely(around, PANEL));
        return true;
    }
    let zoom = match precision {
        // What the map shows is what is listed: it does not come closer by itself.
        _ if limited => 0.0,
        Precision::Place | Precision::Street if session.has_streets() => 16.0,
        // Closer there is but plain land.
        Precision::Place | Precision::Street => 9.0,
        Precision::City => 9.0,
        Precision::Region => 6.0,
        Precision::Country => 4.0,
    };
    session.with_map(|map| {
        let current = map.viewport().map_or(0.0, |view| view.zoom);
        if current < zoom || !map.shows(position) || map.is_beneath(position, PANEL) {
            let there = MapPosition {
                zoom: zoom.max(current),
                lat: position.lat,
                lon: position.lon,
            };
            map.look_at_beside(there, PANEL);
        }
    });
    true
}
