//! A strip of map around one event, which shows where it is and leads to the map.

use geo::MapPosition;
use leptos::{html, prelude::*};
use listing::results::Results;
use map::around::around;

use super::{
    aim, draw, markers, mount, route,
    session::{SHEET, Session},
    wanted::{Spot, Wanted},
};
use crate::{
    browser::map::{MapIntents, WorldMap},
    state::{Shared, State},
    wording::ActiveLanguage,
};

/// The zoom at which streets are shown: some of them around the place.
const STREETS: f64 = 14.0;

/// A strip around an event; `None` where its position is not known. It does not follow the state, and changes nothing.
pub fn session(state: State, language: ActiveLanguage, at: u32) -> Option<Session> {
    let alone = Results {
        matched: vec![at],
        ..Results::default()
    };
    let wanted = Wanted {
        loaded: state.source.loaded.get_untracked(),
        points: state.positions.points.get_untracked(),
        results: Shared::new(alone),
        map: None,
        ring: None,
        area: None,
        opened: Some(at),
    };
    wanted.spot(at)?;
    Some(Session::showing(state, language, RwSignal::new(wanted)))
}

/// Shows the strip in `canvas` once that has room, with streets where `has_streets`; ends with its owner.
pub fn show(session: Session, canvas: NodeRef<html::Div>, at: u32, has_streets: bool) {
    markers::follow(session);
    route::follow(session);
    draw(session);
    mount::when_ready(session, canvas, move |session| {
        let spot = session.wanted.with_untracked(|wanted| wanted.spot(at));
        let start = spot.as_ref().map(|spot| start(spot, has_streets));
        let rested = move |rest: crate::browser::map::Rest| session.viewport.set(Some(rest.viewport));
        let intents = MapIntents {
            rested: Box::new(rested),
            chosen: Box::new(|_, _| ()),
            pointed: Box::new(|_| ()),
        };
        (start, intents)
    });
    Effect::new(move || {
        if !session.is_shown() {
            return;
        }
        let spot = session.wanted.with_untracked(|wanted| wanted.spot(at));
        if let Some(around) = spot.and_then(|spot| around(&spot.route)) {
            session.with_map(|map| map.fit_closely(around, SHEET));
        }
    });
}

fn start(spot: &Spot, has_streets: bool) -> MapPosition {
    let zoom = aim::zoom(spot.precision, false, has_streets);
    MapPosition {
        zoom: zoom.min(STREETS),
        lat: spot.position.lat,
        lon: spot.position.lon,
    }
}
