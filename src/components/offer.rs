//! The offer of a newer calendar.

use leptos::prelude::*;

use crate::{load::refresh::Refresh, state::State, wording::use_language};

/// The offer; above everything, so that it can be taken while an event is open.
#[component]
pub fn Offer() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let refresh = Refresh::start(state, language);
    view! {
        <div class="offer" role="status">
            <Show when=move || state.source.newer.with(Option::is_some)>
                <p class="notice problems">
                    <span>{language.label("notice.changed")}</span>
                    <button type="button" data-action="refresh" on:click=move |_| refresh.show_newer()>
                        {language.label("notice.show_changes")}
                    </button>
                </p>
            </Show>
        </div>
    }
}
