//! The area in view as a filter that follows the map.

use geo::{Area, viewport::Viewport};
use leptos::prelude::*;

use super::session::Session;

/// Whether only what the map shows is listed; what asks follows it.
pub fn is_filter(session: Session) -> bool {
    let query = session.state.address.query;
    query.with(|query| query.area.is_some())
}

/// Lists only what the map shows, or everything again.
pub fn toggle(session: Session) {
    let wanted = !untrack(|| is_filter(session));
    let view = session.viewport.get_untracked().filter(|_| wanted);
    let area = view.map(Area::seen);
    session.own_area.set_value(area);
    session.state.address.choose_area(area);
}

/// Takes the area of the map that a visitor has moved, while the area is a filter.
pub fn moved(session: Session, view: Viewport) {
    if untrack(|| is_filter(session)) {
        let area = Area::seen(view);
        session.own_area.set_value(Some(area));
        session.state.address.move_area(area);
    }
}
