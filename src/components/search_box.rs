//! The search box.

use leptos::{ev, html, prelude::*};

use super::icon::{Drawing, Icon};
use crate::{
    browser::focus,
    lazy::{Lazy, Part},
    state::State,
    wording::use_language,
};

/// Searches on each keystroke; works before the event file has arrived. The key `/` leads to it.
#[component]
pub fn SearchBox() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let name = language.label("search.name");
    let input = NodeRef::<html::Input>::new();
    let slash = window_event_listener(ev::keydown, move |key| {
        let plain = !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.default_prevented());
        if key.key() == "/"
            && plain
            && !focus::is_in_field()
            && let Some(input) = input.get_untracked()
            && focus::enter(&input)
        {
            // The stroke that leads here is not typed here.
            key.prevent_default();
        }
    });
    on_cleanup(move || slash.remove());
    let words = Signal::derive(move || state.address.query.with(|query| query.q.clone()));
    view! {
        <div class="search">
            <Icon drawing=Drawing::SEARCH />
            <input
                type="search"
                name="q"
                node_ref=input
                autocomplete="off"
                maxlength="500"
                enterkeyhint="search"
                aria-keyshortcuts="/"
                aria-label=name
                placeholder=name
                prop:value=words
                on:input=move |event| state.address.search(event_target_value(&event))
            />
            <Lazy part=Part::PlaceOptions { input } />
        </div>
    }
}
