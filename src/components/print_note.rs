//! The foot of what is printed: where it comes from, and of which day it is.

use leptos::prelude::*;

use crate::{browser::share, state::State, wording::use_language};

/// The page's address and the day of printing; seen on paper only.
#[component]
pub fn PrintNote() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let address = move || {
        let event = state.opened.get().zip(state.loaded.get());
        let event = event.and_then(|(at, loaded)| loaded.event(at).map(|event| event.id.clone()));
        share::address(&match event {
            Some(id) => state.link_to_event(&id),
            None => state.link_to_list(),
        })
    };
    let day = move || {
        let date = language
            .current()
            .locale
            .day(state.now.with(|now| now.today));
        language.text_with("take.printed", &[("date", &date)])
    };
    view! {
        <p class="print-note">
            <bdi dir="ltr">{address}</bdi> <span>{day}</span>
        </p>
    }
}
