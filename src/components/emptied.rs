//! The calendar has no events any more: since when, and a way to see its last copy.

use leptos::prelude::*;

use crate::{
    browser::intl,
    load::emptied,
    state::{Loaded, Shared, State},
    wording::{age, use_language},
};

/// What stands in place of the list once a calendar that had events has none.
#[component]
pub fn Emptied() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let had = Signal::derive(move || {
        let had = |before: &Shared<Loaded>| {
            let at = intl::visitor_clock(before.download.at);
            age::emptied(at, before.calendar.events.len(), &language.get())
        };
        let before = state.source.before;
        before.with(|before| before.as_ref().map(had).unwrap_or_default())
    });
    view! {
        <div class="screen" data-emptied>
            <h2>{language.label("emptied.title")}</h2>
            <p>{had}</p>
            <p class="actions">
                <button
                    type="button"
                    class="main"
                    data-action="last-copy"
                    on:click=move |_| emptied::show_before(state, language)
                >
                    {language.label("emptied.show")}
                </button>
            </p>
        </div>
    }
}
