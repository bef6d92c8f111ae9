//! For the calendar's keepers: how much is wrong in the event file, and the way to it.

use leptos::prelude::*;

use crate::{state::State, wording::use_language};

/// The count and the button; nothing while nothing is wrong.
#[component]
pub fn CheckLink() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let problems = move || state.source.problems();
    let show = move |_| {
        state.selection.close_sheet();
        state.address.show_check(true);
    };
    view! {
            <p class="check-link" hidden=move || problems() == 0>
                {move || language.count("notice.problems", problems())}
                <button type="button" class="plain" data-action="problems" on:click=show>
                    {language.label("notice.show_problems")}
                </button>
            </p>
    }
}
