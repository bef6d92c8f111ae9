//! The area in view as a filter: on a desktop it follows the map, on a phone it is taken when asked for.

use geo::{Area, viewport::Viewport};
use leptos::prelude::*;

use super::{phone, session::Session};

/// Whether only what the map shows is listed; what asks follows it.
pub fn is_filter(session: Session) -> bool {
    let query = session.state.address.query;
    query.with(|query| query.area.is_some())
}

/// Lists only what the map shows, or everything again.
pub fn toggle(session: Session) {
    let wanted = !untrack(|| is_filter(session));
    let view = session.viewport.get_untracked().filter(|_| wanted);
    choose(session, view);
}

/// Lists only what the map shows beside its sheet.
pub fn search(session: Session) {
    session.moved.set(false);
    choose(session, session.free.get_untracked());
}

fn choose(session: Session, view: Option<Viewport>) {
    let area = view.map(Area::seen);
    session.own_area.set_value(area);
    session.state.address.choose_area(area);
}

/// Takes the area of the map that a visitor has moved, while the area is a filter that follows the map.
pub fn moved(session: Session, view: Viewport) {
    if untrack(|| is_filter(session) && !phone::is_filled(session.state)) {
        let area = Area::seen(view);
        session.own_area.set_value(Some(area));
        session.state.address.move_area(area);
    }
}
