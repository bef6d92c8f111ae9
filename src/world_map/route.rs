//! The opened event's route.

use leptos::prelude::*;

use super::session::Session;

/// Draws the route of the opened event, as long as the owner lives.
pub fn follow(session: Session) {
    let route = Memo::new(move |_| {
        session.wanted.with(|wanted| {
            let event = || wanted.loaded.as_ref()?.event(wanted.opened?);
            event().map(|event| event.route.clone()).unwrap_or_default()
        })
    });
    Effect::new(move || {
        if session.is_shown() {
            route.with(|route| session.with_map(|map| map.draw_route(route)));
        }
    });
}
