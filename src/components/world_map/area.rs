//! “Only what the map shows”: the part of the world in view as a filter that follows the map.

use geo::{Area, viewport::Viewport};
use leptos::prelude::*;

use super::session::Session;
use crate::wording::use_language;

/// The switch for it. Whoever takes the filter away elsewhere switches it off.
#[component]
pub fn OnlyInView(session: Session) -> impl IntoView {
    let state = session.state;
    let language = use_language();
    let only = move || state.query.with(|query| query.area.is_some());
    let press = move |_| {
        let wanted = !state.query.with_untracked(|query| query.area.is_some());
        let view = session.viewport.get_untracked().filter(|_| wanted);
        let area = view.map(Area::seen);
        session.own_area.set_value(area);
        state.limit(area);
    };
    view! {
        <label class="map-area">
            <input type="checkbox" name="area" prop:checked=only on:change=press />
            {language.says("map.area")}
        </label>
    }
}

/// Where only what the map shows is wanted, that is what it shows now.
pub fn follow_hand(session: Session, view: Viewport) {
    let query = session.state.query;
    if query.with_untracked(|query| query.area.is_some()) {
        let area = Area::seen(view);
        session.own_area.set_value(Some(area));
        session.state.limit_on(area);
    }
}
