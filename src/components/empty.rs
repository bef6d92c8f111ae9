//! Nothing matches, or the calendar is empty: why, and a way out.

use leptos::prelude::*;

use crate::{
    reactive::shown,
    state::{State, active_filters},
    wording::use_language,
};

/// The screen of an empty list.
#[component]
pub fn Empty() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let no_events = move || {
        state.loaded.with(|loaded| {
            loaded
                .as_ref()
                .is_none_or(|loaded| loaded.calendar.events.is_empty())
        })
    };
    let filtered = move || !no_events() && state.query.with(active_filters) > 0;
    let title = Signal::derive(move || {
        language.text(if no_events() {
            "empty.no_events"
        } else {
            "empty.no_match"
        })
    });
    let why = Signal::derive(move || {
        language.text(if no_events() {
            "empty.no_events_why"
        } else if filtered() {
            "empty.no_match_why"
        } else {
            "empty.nothing_in_time"
        })
    });
    let reset = shown(filtered, move || {
        view! {
            <p class="actions">
                <button type="button" class="main" data-action="reset" on:click=move |_| state.reset()>
                    {language.says("empty.reset")}
                </button>
            </p>
        }
        .into_any()
    });
    view! {
        <div class="screen">
            <h2>{title}</h2>
            <p>{why}</p>
            {reset}
        </div>
    }
}
