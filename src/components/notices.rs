//! What a visitor should know before reading the list: nothing is upcoming, entries have problems.

use leptos::prelude::*;

use super::later::Later;
use crate::{reactive::shown, state::State, wording::use_language};

/// The notices that apply.
#[component]
pub fn Notices() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let later = expect_context::<Later>();
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
    let nothing_upcoming = shown(nothing_upcoming, move || {
        view! { <p class="notice">{language.says("notice.nothing_upcoming")}</p> }.into_any()
    });
    let missing = shown(
        move || missing().is_some(),
        move || view! { <p class="notice">{language.says("notice.no_such_event")}</p> }.into_any(),
    );
    let count = Signal::derive(move || language.count("notice.problems", problems()));
    let problems = shown(
        move || problems() > 0,
        move || {
            view! {
                <p class="notice problems">
                    <span>{count}</span>
                    <button type="button" data-action="problems" on:click=move |_| state.show_problems(true)>
                        {language.says("notice.show_problems")}
                    </button>
                </p>
            }
            .into_any()
        },
    );
    let parts = shown(
        move || later.missing.get(),
        move || {
            view! {
                <p class="notice problems">
                    <span>{language.says("notice.parts_missing")}</span>
                    <button type="button" data-action="fetch-parts" on:click=move |_| later.fetch()>
                        {language.says("notice.fetch_parts")}
                    </button>
                </p>
            }
            .into_any()
        },
    );
    view! {
        {parts}
        {nothing_upcoming}
        {missing}
        {problems}
    }
}
