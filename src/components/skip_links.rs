//! Links past the controls, for the keyboard: to the events, and to the map beside them.

use leptos::{ev::MouseEvent, prelude::*};

use crate::{browser::focus, wording::use_language};

/// Seen while one has the focus.
#[component]
pub fn SkipLinks() -> impl IntoView {
    let language = use_language();
    let link = move |id: &'static str, class: &'static str, key: &'static str| {
        let go = move |click: MouseEvent| {
            // The address stays as it is.
            click.prevent_default();
            focus::skip_to(id);
        };
        view! { <a href=format!("#{id}") class=class on:click=go>{language.label(key)}</a> }
    };
    view! {
        {link("events", "skip", "skip.events")}
        {link("map", "skip desk-only", "skip.map")}
    }
}
