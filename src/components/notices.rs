//! What a visitor should know before reading the list: parts of the page or the event opened are not there.

use leptos::prelude::*;

use crate::{lazy::SecondFile, second_file, state::State, wording::use_language};

/// The notices that apply.
#[component]
pub fn Notices() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let file = expect_context::<SecondFile>();
    let missing = move || {
        state.address.query.with(|query| query.event.is_some())
            && state.selection.opened.get().is_none()
            && state.source.loaded.with(Option::is_some)
    };
    view! {
        <Show when=move || file.missing.get()>
            <p class="notice problems">
                <span>{language.label("notice.parts_missing")}</span>
                <button type="button" data-action="fetch-parts" on:click=move |_| second_file::fetch(file)>
                    {language.label("notice.fetch_parts")}
                </button>
            </p>
        </Show>
        <Show when=missing>
            <p class="notice">{language.label("notice.no_such_event")}</p>
        </Show>
    }
}
