//! What a visitor should know before reading the list: the event opened is not there, entries have problems.

use leptos::prelude::*;

use crate::{lazy::SecondFile, state::State, wording::use_language};

/// The notices that apply.
#[component]
pub fn Notices() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let second_file = expect_context::<SecondFile>();
    let problems = move || state.source.problems();
    let missing = move || {
        state.address.query.with(|query| query.event.is_some())
            && state.selection.opened.get().is_none()
            && state.source.loaded.with(Option::is_some)
    };
    let count = Signal::derive(move || language.count("notice.problems", problems()));
    view! {
        <Show when=move || second_file.missing.get()>
            <p class="notice problems">
                <span>{language.label("notice.parts_missing")}</span>
                <button type="button" data-action="fetch-parts" on:click=move |_| second_file.fetch()>
                    {language.label("notice.fetch_parts")}
                </button>
            </p>
        </Show>
        <Show when=missing>
            <p class="notice">{language.label("notice.no_such_event")}</p>
        </Show>
        <Show when=move || { problems() > 0 }>
            <p class="notice problems">
                <span>{count}</span>
                <button type="button" data-action="problems" on:click=move |_| state.selection.show_problems(true)>
                    {language.label("notice.show_problems")}
                </button>
            </p>
        </Show>
    }
}
