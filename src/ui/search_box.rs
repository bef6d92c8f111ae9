//! The search box.

use leptos::prelude::*;

use super::icon::{Drawing, Icon};
use crate::{state::State, wording::use_language};

/// Searches on each keystroke; works before the event file has arrived.
#[component]
pub fn SearchBox() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let name = move || language.text("search.name");
    view! {
        <div class="search">
            <Icon drawing=Drawing::Search />
            <input
                type="search"
                name="q"
                autocomplete="off"
                enterkeyhint="search"
                aria-label=name
                placeholder=name
                prop:value=move || state.query.with(|query| query.q.clone())
                on:input=move |event| state.search(event_target_value(&event))
            />
        </div>
    }
}
