//! “Only what the map shows”: the area in view as a filter.

use leptos::prelude::*;

use crate::{
    wording::use_language,
    world_map::{area, session::Session},
};

/// The switch; removing the filter elsewhere switches it off.
#[component]
pub fn AreaFilter(session: Session) -> impl IntoView {
    let language = use_language();
    view! {
        <label class="map-area">
            <input
                type="checkbox"
                name="area"
                prop:checked=move || area::is_filter(session)
                on:change=move |_| area::toggle(session)
            />
            {language.label("map.area")}
        </label>
    }
}
