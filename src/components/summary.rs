//! The sentence that says what is shown, announced politely, and the way back to everything.

use leptos::prelude::*;
use query::View;

use crate::{
    browser::focus,
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
    // An empty list offers the same way out, in its own place.
    let offered = move || {
        state.address.active_filters() > 0
            && (state.address.view() == View::Map
                || state
                    .listing
                    .results
                    .with(|results| !results.matched.is_empty()))
    };
    let reset = move |_| {
        focus::go_to(SENTENCE);
        state.address.reset();
    };
    view! {
        <div class="summary">
            <p role="status" tabindex="-1">{sentence}</p>
            <Show when=offered>
                <button type="button" class="plain" data-action="reset" on:click=reset>
                    {language.label("summary.reset")}
                </button>
            </Show>
        </div>
    }
}
