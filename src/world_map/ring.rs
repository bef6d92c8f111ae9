//! The circle around the place that events are near.

use leptos::prelude::*;

use super::session::Session;

/// Draws what is looked around, as long as the owner lives.
pub fn follow(session: Session) {
    let ring = Memo::new(move |_| session.wanted.with(|wanted| wanted.ring));
    Effect::new(move || {
        if session.is_shown() {
            session.with_map(|map| map.draw_ring(ring.get()));
        }
    });
}
