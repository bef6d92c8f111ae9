//! “Search this area”: on a phone, after the map was moved by hand.

use leptos::prelude::*;

use crate::{
    wording::use_language,
    world_map::{area, phone, session::Session},
};

/// Lists only what the map shows now.
#[component]
pub fn MapSearch(session: Session) -> impl IntoView {
    let language = use_language();
    view! {
        <Show when=move || session.moved.get() && phone::is_filled(session.state)>
            <button type="button" class="map-search" data-action="search-area" on:click=move |_| area::search(session)>
                {language.label("map.search_area")}
            </button>
        </Show>
    }
}
