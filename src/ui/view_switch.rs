//! On a phone, the one switch between list and map.

use calendar::query::View;
use leptos::prelude::*;

use super::icon::{Drawing, Icon};
use crate::{state::State, wording::use_language};

/// The switch; named by where it leads.
#[component]
pub fn ViewSwitch() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let map_shown = move || state.view() == View::Map;
    let name = move || language.text(if map_shown() { "view.list" } else { "view.map" });
    let action = move || if map_shown() { "show-list" } else { "show-map" };
    let drawing = Signal::derive(move || {
        if map_shown() {
            Drawing::List
        } else {
            Drawing::Map
        }
    });
    let switch = move |_| state.show(if map_shown() { View::Both } else { View::Map });
    view! {
        <button
            type="button"
            class="view-switch phone-only main"
            data-action=action
            hidden=move || !state.ready()
            on:click=switch
        >
            <Icon drawing />
            {name}
        </button>
    }
}
