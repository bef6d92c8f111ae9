//! What the calendar is about, and when it last changed.

use leptos::prelude::*;

use crate::{
    state::State,
    wording::{about, use_language},
};

/// The calendar's description and date.
#[component]
pub fn About() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let description = move || {
        state.source.loaded.with(|loaded| {
            let about = &loaded.as_ref()?.calendar.about;
            let text = String::from(about.description.clone()?);
            let language = about.language.clone().map(String::from);
            Some(view! { <p dir="auto" lang=language>{text}</p> })
        })
    };
    let updated = move || {
        let current = language.get();
        let now = state.time.now.get();
        let updated = state
            .source
            .loaded
            .with(|loaded| about::updated(&loaded.as_ref()?.calendar.about, &now, &current))?;
        Some(view! { <p>{updated}</p> })
    };
    view! { <div class="about">{description} {updated}</div> }
}
