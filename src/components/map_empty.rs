//! An empty part of the map: what is nearest instead, or that nothing matches at all.

use leptos::prelude::*;

use super::empty::Empty;
use crate::{
    wording::{distance, place, use_language},
    world_map::{
        in_view,
        session::{SHEET, Session},
    },
};

/// Says that nothing is in view, and leads to what is nearest; where nothing matches, to all events.
#[component]
pub fn MapEmpty(session: Session) -> impl IntoView {
    let language = use_language();
    let nearest = Memo::new(move |_| in_view::nearest(session));
    let name = move || {
        let (at, _, kilometres) = nearest.get()?;
        let loaded = session.state.source.loaded.get()?;
        let (event, current) = (loaded.event(at)?, language.get());
        let city = place::city(event, &current).map(str::to_owned);
        let city = city.or_else(|| place::line(event, &current))?;
        let distance = distance::away(event, kilometres, &current);
        Some(current.text("map.nearest", &[("city", &city), ("distance", &distance)]))
    };
    let go = move |_| {
        if let Some((_, position, _)) = nearest.get_untracked() {
            session.with_map(|map| map.go_to(position, SHEET));
        }
    };
    let matches = move || in_view::has_matches(session);
    view! {
        <div class="map-empty">
            <Show when=matches fallback=|| view! { <Empty /> }>
                <p role="status">{language.label("map.nothing")}</p>
                <Show when=move || nearest.get().is_some()>
                    <button type="button" data-action="go-to-nearest" on:click=go>{name}</button>
                </Show>
            </Show>
        </div>
    }
}
