//! What a visitor should know before reading the list: nothing is upcoming, entries have problems.

use leptos::prelude::*;

use crate::{state::State, wording::use_language};

/// The notices that apply.
#[component]
pub fn Notices() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let nothing_upcoming = move || {
        state.results.with(|results| results.nothing_upcoming)
            && state.loaded.with(|loaded| {
                loaded
                    .as_ref()
                    .is_some_and(|loaded| !loaded.calendar.events.is_empty())
            })
    };
    let problems = move || {
        state
            .loaded
            .with(|loaded| loaded.as_ref().map_or(0, |loaded| loaded.problems.len()))
    };
    let missing = move || {
        let id = state.query.with(|query| query.event.clone())?;
        (state.opened.get().is_none() && state.loaded.with(Option::is_some)).then_some(id)
    };
    view! {
        <Show when=nothing_upcoming>
            <p class="notice">{language.says("notice.nothing_upcoming")}</p>
        </Show>
        <Show when=move || missing().is_some()>
            <p class="notice">{language.says("notice.no_such_event")}</p>
        </Show>
        <Show when=move || { problems() > 0 }>
            <p class="notice problems">
                <span>{move || language.count("notice.problems", problems())}</span>
                <button type="button" data-action="problems" on:click=move |_| state.show_problems(true)>
                    {language.says("notice.show_problems")}
                </button>
            </p>
        </Show>
    }
}
