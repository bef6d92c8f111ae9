//! A link that is longer than what is read of it.

use leptos::prelude::*;

use crate::{browser::address, state::State, wording::use_language};

/// The notice that the page was opened with too long a link, until something else is asked for.
#[component]
pub fn LinkTooLong() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let is_long = address::query().len() > query::LONGEST;
    let opened = state.address.query.get_untracked();
    let is_shown = move || is_long && state.address.query.with(|query| *query == opened);
    view! {
        <div role="status">
            <Show when=is_shown>
                <p class="notice" data-link-too-long="true">
                    {language.label("notice.link_too_long")}
                </p>
            </Show>
        </div>
    }
}
