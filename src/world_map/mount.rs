//! Puts the map on the screen: after the list, and once there is room for it.

use geo::{MapPosition, viewport::rounded};
use leptos::{html, prelude::*, task::spawn_local};
use web_sys::HtmlElement;

use super::{
    area, markers,
    session::{SHEET, Session, Status},
};
use crate::browser::{
    map::{self, MapIntents, Rest, WorldMap},
    preferences,
    resize::Resizing,
};

/// Mounts the map in `canvas` when the page is ready and the canvas has room; `plan` gives where it looks at first, and
/// what it calls.
pub fn when_ready(
    session: Session,
    canvas: NodeRef<html::Div>,
    plan: fn(Session) -> (Option<MapPosition>, MapIntents),
) {
    let has_room = RwSignal::new(false);
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let resizing = Resizing::new(&canvas, move |width, height| {
            if width > 0 && height > 0 && !has_room.get_untracked() {
                has_room.set(true);
            }
        });
        let resizing = StoredValue::new_local(resizing);
        on_cleanup(move || resizing.set_value(None));
    });
    let wanted = Memo::new(move |_| session.state.ready() && has_room.get());
    Effect::new(move || {
        if !wanted.get() || session.status.get_untracked() != Status::Waiting {
            return;
        }
        // A frame later the list is on the screen.
        request_animation_frame(move || {
            spawn_local(async move {
                let loaded = map::load().await;
                match canvas.try_get_untracked().flatten() {
                    Some(canvas) if loaded.is_ok() => mount(session, &canvas, plan(session)),
                    _ => session.failed(),
                }
            });
        });
    });
}

fn mount(
    session: Session,
    canvas: &HtmlElement,
    (start, intents): (Option<MapPosition>, MapIntents),
) {
    match WorldMap::mount(canvas, start, preferences::still(), intents) {
        Ok(map) => session.mounted(map),
        Err(_) => session.failed(),
    }
}

/// The page's map looks where the link says, and is followed by the state.
pub fn of_page(session: Session) -> (Option<MapPosition>, MapIntents) {
    let state = session.state;
    let intents = MapIntents {
        rested: Box::new(move |rest| rested(session, rest)),
        chosen: Box::new(move |key, by_pointer| markers::choose(session, key, by_pointer)),
        pointed: Box::new(move |key| state.selection.point(markers::events(session, key))),
    };
    let start = state.address.query.with_untracked(|query| query.map);
    (start, intents)
}

fn rested(session: Session, rest: Rest) {
    session.viewport.set(Some(rest.viewport));
    let free = session.with_map(|map| map.viewport_beside(SHEET));
    session.free.set(free.flatten().or(Some(rest.viewport)));
    if rest.by_visitor {
        session.moved.set(true);
        let position = rounded(rest.position);
        session.state.address.move_map(Some(position));
        area::moved(session, rest.viewport);
        return;
    }
    // A link to an opened event that says where the map looks says where it looks at that event.
    let address = session.state.address;
    let named = address
        .query
        .with_untracked(|query| query.map.is_some() && query.event.is_some());
    if named {
        address.move_map(Some(rounded(rest.position)));
    }
}
