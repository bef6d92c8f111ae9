//! A strip of map around one event, which shows where it is and leads to the map.

use event_file::file::Tiles;
use geo::MapPosition;
use leptos::{html, prelude::*};
use listing::results::Results;
use map::around::around;

use super::{
    aim, draw, markers, mount, route,
    session::{SHEET, Session},
    streets,
    wanted::{Spot, Wanted},
};
use crate::{
    browser::map::MapIntents,
    state::{Shared, State},
    wording::ActiveLanguage,
};

/// The closest zooms: with streets, some of them around the place; without, the cities around it.
const CLOSEST: [f64; 2] = [14.0, 7.5];

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
    Some(Session::showing(state, language, RwSignal::new(wanted)).still())
}

/// Shows the strip in `canvas` once that has room; ends with its owner.
pub fn show(session: Session, canvas: NodeRef<html::Div>) {
    markers::follow(session);
    route::follow(session);
    draw(session);
    mount::when_ready(session, canvas, plan);
    Effect::new(move || {
        if session.is_shown()
            && let Some(around) = spot(session).and_then(|spot| around(&spot.route))
        {
            session.with_map(|map| map.fit_closely(around, SHEET));
        }
    });
}

/// The tiles of streets on it: those that the visitor has agreed to.
pub fn tiles(session: Session) -> Option<Tiles> {
    session.wanted.with_untracked(|wanted| {
        let tiles = wanted.loaded.as_ref()?.calendar.about.tiles.clone();
        tiles.filter(streets::are_agreed)
    })
}

fn spot(session: Session) -> Option<Spot> {
    session
        .wanted
        .with_untracked(|wanted| wanted.spot(wanted.opened?))
}

/// It looks at the event, and calls nobody.
fn plan(session: Session) -> (Option<MapPosition>, MapIntents) {
    let start = spot(session).map(|spot| {
        let has_streets = tiles(session).is_some();
        let [streets, ground] = CLOSEST;
        let closest = if has_streets { streets } else { ground };
        MapPosition {
            zoom: aim::zoom(spot.precision, false, has_streets).min(closest),
            lat: spot.position.lat,
            lon: spot.position.lon,
        }
    });
    let intents = MapIntents {
        rested: Box::new(move |rest| session.viewport.set(Some(rest.viewport))),
        chosen: Box::new(|_, _| ()),
        pointed: Box::new(|_| ()),
    };
    (start, intents)
}
