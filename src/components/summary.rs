//! The sentence that says what is shown, announced politely, and the way back to everything.

use leptos::prelude::*;
use query::View;

use crate::{
    browser::focus,
    reactive::{Derived, shown},
    state::{State, active_filters},
    wording::{sentence, use_language},
};

/// Where the sentence is, for the focus that has nowhere else to go.
pub const SENTENCE: &str = ".summary [role=status]";

/// How many events are shown of how many, of which kind, where and when.
#[component]
pub fn Summary() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let sentence = Derived::from_before(move |before: Option<&String>| {
        // What is shown is still what was asked for before.
        if let Some(before) = before.filter(|_| state.waiting.get()) {
            return before.clone();
        }
        let spoken = language.current();
        let total = state.loaded.with(|loaded| {
            loaded
                .as_ref()
                .map_or(0, |loaded| loaded.calendar.events.len())
        });
        state.results.with(|results| {
            state
                .query
                .with(|query| sentence::shown(query, results, total, &spoken))
        })
    });
    // An empty list offers the same way out, in its own place.
    let offered = move || {
        state.query.with(active_filters) > 0
            && (state.view() == View::Map
                || state.results.with(|results| !results.matched.is_empty()))
    };
    let reset = move |_| {
        focus::go_to(SENTENCE);
        state.reset();
    };
    let way_back = shown(offered, move || {
        view! {
            <button type="button" class="plain" data-action="reset" on:click=reset>
                {language.says("summary.reset")}
            </button>
        }
        .into_any()
    });
    view! {
        <div class="summary">
            <p role="status" tabindex="-1">{sentence.signal()}</p>
            {way_back}
        </div>
    }
}
