//! Where the map looks when the visitor does not move it: at the results, at the opened event, or where the link says.

use std::time::Duration;

use event_file::event::Precision;
use geo::{Area, MapPosition};
use leptos::prelude::*;
use map::around::around;

use super::{
    area,
    session::{SHEET, Session},
    spread,
    wanted::{Spot, Wanted},
};
use crate::browser::map::WorldMap;

/// The opened event's panel: what is brought into view is not to be beneath it.
const PANEL: &str = "[data-open-event]";

/// What the map is to look at.
#[derive(Debug, Clone, PartialEq)]
enum Aim {
    /// A place the link names.
    Position(MapPosition),
    /// The same, unless the visitor is moving the map away from there.
    Back(MapPosition),
    /// An area that is a filter.
    Area(Area),
    /// All matching events.
    Results,
    /// An event.
    Event(u32),
}

/// Keeps looking at what the visitor asks to see, as long as the owner lives.
pub fn follow(session: Session) {
    let state = session.state;
    Effect::new(move |before: Option<Option<Wanted>>| {
        let before = before.flatten();
        if !session.is_shown() || !state.ready() {
            return before;
        }
        let now = session.wanted.get();
        match &before {
            None => match first(&now) {
                Some(Aim::Event(event)) => look_at_event(session, &now, event),
                Some(Aim::Area(area)) => look_at_area(session, area),
                Some(Aim::Results) => fit(session, &now),
                // The map was mounted looking there.
                Some(Aim::Position(_) | Aim::Back(_)) | None => {}
            },
            Some(before) => match next(before, &now, session.own_area.get_value()) {
                Some(Aim::Position(there)) if !session.rests_at(there) => {
                    session.with_map(|map| map.look_at(there));
                }
                Some(Aim::Back(there)) if !session.rests_at(there) => {
                    session.with_map(|map| {
                        if !map.is_by_visitor() {
                            map.look_at(there);
                        }
                    });
                }
                Some(Aim::Area(area)) => look_at_area(session, area),
                Some(Aim::Results) => {
                    leave_link(session);
                    fit(session, &now);
                }
                Some(Aim::Event(event)) => bring_into_view(session, event),
                Some(Aim::Position(_) | Aim::Back(_)) | None => {}
            },
        }
        Some(now)
    });
}

/// What a map just mounted looks at: a place in the link comes first.
fn first(now: &Wanted) -> Option<Aim> {
    let event = || now.opened.filter(|event| now.spot(*event).is_some());
    Some(match (now.map, now.area) {
        (Some(there), _) => Aim::Position(there),
        (None, Some(area)) => Aim::Area(area),
        (None, None) => event().map_or(Aim::Results, Aim::Event),
    })
}

/// What a map looks at after a change, if at anything else. Other results are fitted into view, but those that only the
/// map itself has chosen (`own_area`). Nothing else moves the map: it never moves under a visitor's hand.
fn next(before: &Wanted, now: &Wanted, own_area: Option<Area>) -> Option<Aim> {
    if let Some(there) = now.map.filter(|_| now.map != before.map) {
        return Some(Aim::Position(there));
    }
    if now.area != before.area {
        return now.area.filter(|_| now.area != own_area).map(Aim::Area);
    }
    if now.ring != before.ring && now.area.is_none() {
        return Some(Aim::Results);
    }
    if now.results != before.results && now.results.matched != before.results.matched {
        return now.area.is_none().then_some(Aim::Results);
    }
    if now.opened == before.opened {
        return None;
    }
    // Who closes an event before the map has turned to it, or before the link says so, is back where the link says.
    now.opened
        .map(Aim::Event)
        .or_else(|| now.map.map(Aim::Back))
}

/// The zoom an event is looked at from; where the map is a filter (`limited`) it does not come closer by itself.
pub(super) fn zoom(precision: Precision, limited: bool, streets: bool) -> f64 {
    match precision {
        _ if limited => 0.0,
        Precision::Place | Precision::Street if streets => 16.0,
        // Without streets there is nothing to see closer.
        Precision::Place | Precision::Street | Precision::City => 9.0,
        Precision::Region => 6.0,
        Precision::Country => 4.0,
    }
}

/// Brings an event just opened into view, if it is not there already, once its panel is where it will be.
fn bring_into_view(session: Session, event: u32) {
    request_animation_frame(move || {
        let Some(wanted) = session.wanted.try_get_untracked() else {
            return;
        };
        let Some(Spot { position, .. }) =
            wanted.spot(event).filter(|_| wanted.opened == Some(event))
        else {
            return;
        };
        let look = |map: &WorldMap| (map.is_beneath(position, PANEL), map.shows(position));
        let Some((beneath, shown)) = session.with_map(look) else {
            return;
        };
        // Where the visitor has put the map it stays, as long as the event is to be seen there.
        let stays = wanted.map.is_some() || untrack(|| area::is_filter(session));
        let alone = || {
            let view = session.viewport.get_untracked();
            view.is_some_and(|view| {
                let all = spread::around(view, &wanted.points, &wanted.results.matched, None);
                spread::stands_alone(&all, event)
            })
        };
        if beneath || !(shown && stays || alone()) {
            look_at_event(session, &wanted, event);
        }
    });
}

/// The link no longer says where the map looks. This comes a task later: it is no part of the entry that what the
/// visitor just did has in the history.
fn leave_link(session: Session) {
    set_timeout(move || session.state.address.move_map(None), Duration::ZERO);
}

fn fit(session: Session, wanted: &Wanted) {
    session.moved.set(false);
    let around = match wanted.ring {
        Some(ring) => Some(ring.bounds()),
        None => wanted.points.around(&wanted.results.matched),
    };
    session.with_map(|map| match around {
        Some(around) => map.fit(around, SHEET),
        None => map.look_at(WorldMap::WORLD),
    });
}

fn look_at_area(session: Session, area: Area) {
    session.with_map(|map| map.fit_closely(area.into(), PANEL));
}

/// Looks at an event as closely as its position is known.
fn look_at_event(session: Session, wanted: &Wanted, event: u32) {
    let Some(Spot {
        position,
        precision,
        route,
    }) = wanted.spot(event)
    else {
        return;
    };
    let limited = untrack(|| area::is_filter(session));
    if let Some(around) = around(&route).filter(|_| !limited) {
        session.with_map(|map| map.fit_closely(around, PANEL));
        return;
    }
    let zoom = zoom(precision, limited, session.streets.get_untracked());
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
}

#[cfg(test)]
mod tests {
    use geo::Position;
    use listing::results::Results;
    use map::{around::Ring, points::Points};

    use super::*;
    use crate::state::Shared;

    const HERE: MapPosition = MapPosition {
        zoom: 5.0,
        lat: 48.0,
        lon: 2.0,
    };

    const AREA: Area = Area {
        west: 1.0,
        south: 2.0,
        east: 3.0,
        north: 4.0,
    };

    fn wanted(matched: &[u32]) -> Wanted {
        let results = Results {
            matched: matched.to_vec(),
            ..Results::default()
        };
        Wanted {
            loaded: None,
            points: Shared::new(Points::default()),
            results: Shared::new(results),
            map: None,
            ring: None,
            area: None,
            opened: None,
        }
    }

    #[test]
    fn a_map_just_mounted_looks_where_the_link_says() {
        let mut now = wanted(&[1]);
        assert_eq!(first(&now), Some(Aim::Results));
        // An event without a position cannot be looked at.
        now.opened = Some(1);
        assert_eq!(first(&now), Some(Aim::Results));
        now.area = Some(AREA);
        assert_eq!(first(&now), Some(Aim::Area(AREA)));
        now.map = Some(HERE);
        assert_eq!(first(&now), Some(Aim::Position(HERE)));
    }

    #[test]
    fn a_change_moves_the_map_unless_it_came_from_the_map() {
        let before = wanted(&[1]);
        let check = |change: fn(&mut Wanted), own_area, expected| {
            let mut now = before.clone();
            change(&mut now);
            assert_eq!(next(&before, &now, own_area), expected);
        };
        check(|_| {}, None, None);
        check(|now| now.map = Some(HERE), None, Some(Aim::Position(HERE)));
        check(|now| now.area = Some(AREA), None, Some(Aim::Area(AREA)));
        let ring = |now: &mut Wanted| {
            now.ring = Some(Ring {
                centre: Position { lat: 1.0, lon: 2.0 },
                kilometres: 25.0,
            });
        };
        check(ring, None, Some(Aim::Results));
        check(|now| now.area = Some(AREA), Some(AREA), None);
        check(|now| now.opened = Some(1), None, Some(Aim::Event(1)));
        let closed = |link: Option<MapPosition>, expected| {
            let mut now = before.clone();
            now.map = link;
            let mut opened = now.clone();
            opened.opened = Some(1);
            assert_eq!(next(&opened, &now, None), expected);
        };
        closed(Some(HERE), Some(Aim::Back(HERE)));
        closed(None, None);
        check(
            |now| now.results = wanted(&[1, 2]).results,
            None,
            Some(Aim::Results),
        );
        // The same events in other results are no reason to move.
        check(|now| now.results = wanted(&[1]).results, None, None);
    }

    #[test]
    fn other_results_within_an_area_leave_the_map() {
        let mut before = wanted(&[1]);
        before.area = Some(AREA);
        let mut now = before.clone();
        now.results = wanted(&[1, 2]).results;
        assert_eq!(next(&before, &now, None), None);
    }
}
