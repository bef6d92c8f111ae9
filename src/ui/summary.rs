//! The sentence that says how much is shown, announced politely, and the way back to everything.

use leptos::prelude::*;

use crate::{
    state::{State, active_filters},
    wording::use_language,
};

/// How many events are shown of how many.
#[component]
pub fn Summary() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let total = move || {
        state.loaded.with(|loaded| {
            loaded
                .as_ref()
                .map_or(0, |loaded| loaded.calendar.events.len())
        })
    };
    let matched = move || state.results.with(|results| results.matched.len());
    let sentence = move || {
        let (matched, total) = (matched(), total());
        if matched == total {
            language.count("summary.all", total)
        } else {
            language.count_with(
                "summary.some",
                matched,
                &[("total", &language.number(total))],
            )
        }
    };
    let filtered = move || state.query.with(active_filters) > 0;
    view! {
        <div class="summary">
            <p role="status">{sentence}</p>
            <Show when=filtered>
                <button type="button" class="plain" data-action="reset" on:click=move |_| state.reset()>
                    {move || language.text("summary.reset")}
                </button>
            </Show>
        </div>
    }
}
