//! The sentence that says what is shown: announced politely, and printed. On the screen the chips say it.

use leptos::prelude::*;

use crate::{
    state::State,
    wording::{sentence, use_language},
};

/// Where the sentence is, for the focus that has nowhere else to go.
pub const SENTENCE: &str = ".summary [role=status]";

/// How many events are shown of how many, of which kind, where and when.
#[component]
pub fn Summary() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let sentence = Memo::new(move |before: Option<&String>| {
        // What is shown is still what was asked for before.
        if let Some(before) = before.filter(|_| state.listing.waiting.get()) {
            return before.clone();
        }
        let current = language.get();
        let total = state.source.loaded.with(|loaded| {
            loaded
                .as_ref()
                .map_or(0, |loaded| loaded.calendar.events.len())
        });
        state.listing.results.with(|results| {
            state
                .address
                .query
                .with(|query| sentence::shown(query, results, total, &current))
        })
    });
    view! {
        <div class="summary">
            <p role="status" tabindex="-1">{sentence}</p>
        </div>
    }
}
