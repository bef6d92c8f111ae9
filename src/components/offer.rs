//! The offers of a newer calendar and of a newer version of the page.

use leptos::prelude::*;

use super::new_version::NewVersion;
use crate::{
    load::refresh::Refresh,
    state::{Loaded, Shared, State},
    wording::use_language,
};

/// The offers; above everything, so that they can be taken while an event is open.
#[component]
pub fn Offer() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let refresh = Refresh::start(state, language);
    // An empty calendar in place of a full one is said before it is shown.
    let changed = Signal::derive(move || {
        let emptied = |newer: &Shared<Loaded>| newer.calendar.events.is_empty();
        let emptied = state
            .source
            .newer
            .with(|newer| newer.as_ref().is_some_and(emptied));
        language.text(match emptied {
            true => "emptied.title",
            false => "notice.changed",
        })
    });
    view! {
        <div class="offer" role="status">
            <Show when=move || state.source.newer.with(Option::is_some)>
                <p class="notice problems">
                    <span>{changed}</span>
                    <button type="button" data-action="refresh" on:click=move |_| refresh.show_newer()>
                        {language.label("notice.show_changes")}
                    </button>
                </p>
            </Show>
            <NewVersion />
        </div>
    }
}
