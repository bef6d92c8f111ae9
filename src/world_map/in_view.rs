//! The events in the part of the map that is in view, and what is nearest where there are none.

use geo::{Position, distance_km};
use leptos::prelude::*;

use super::session::Session;

/// The matching events in view, each once, in the order of the list.
pub fn events(session: Session) -> Vec<u32> {
    let Some(is_in_view) = in_view(session) else {
        return Vec::new();
    };
    session.state.listing.listed.with(|results| {
        let listed = results.days.iter().flat_map(|day| day.events.iter());
        let mut seen = std::collections::HashSet::new();
        let shown = listed.copied().filter(is_in_view);
        shown.filter(|at| seen.insert(*at)).collect()
    })
}

/// Whether any event matches, in view or not.
pub fn has_matches(session: Session) -> bool {
    let results = session.state.listing.results;
    results.with(|results| !results.matched.is_empty())
}

/// Whether a matching event is in view: each move of the map asks for it.
pub fn is_any(session: Session) -> bool {
    let results = session.state.listing.results;
    in_view(session)
        .is_some_and(|is_in_view| results.with(|results| results.matched.iter().any(is_in_view)))
}

/// Whether an event is in view; `None` before the map has looked anywhere.
fn in_view(session: Session) -> Option<impl Fn(&u32) -> bool> {
    let (view, loaded) = (session.free.get()?, session.state.source.loaded.get()?);
    Some(move |at: &u32| {
        let position = loaded.event(*at).and_then(|event| event.position);
        position.is_some_and(|position| view.shows(position))
    })
}

/// The matching event nearest to the middle of the view, with how far it is, in kilometres.
pub fn nearest(session: Session) -> Option<(u32, Position, f64)> {
    let (view, loaded) = (session.free.get()?, session.state.source.loaded.get()?);
    let middle = Position {
        lat: (view.south + view.north) / 2.0,
        lon: view.middle(),
    };
    session.state.listing.results.with(|results| {
        let placed = results.matched.iter().filter_map(|at| {
            let position = loaded.event(*at)?.position?;
            Some((*at, position, distance_km(middle, position)))
        });
        placed.min_by(|one, other| one.2.total_cmp(&other.2))
    })
}
