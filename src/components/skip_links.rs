//! Ways past the controls, for the keyboard: to the events, and to the map beside them.

use leptos::prelude::*;

use crate::{browser::focus, wording::use_language};

/// Seen while one has the focus. They are buttons: the address stays as it is.
#[component]
pub fn SkipLinks() -> impl IntoView {
    let language = use_language();
    let skip = move |id: &'static str, class: &'static str, key: &'static str| {
        view! {
            <button type="button" class=class data-action=format!("skip-{id}") on:click=move |_| focus::skip_to(id)>
                {language.label(key)}
            </button>
        }
    };
    view! {
        {skip("events", "skip", "skip.events")}
        {skip("map", "skip desk-only", "skip.map")}
    }
}
