//! How old the calendar is, and why, while it is not what the host gives; or that it has no events any more.

use leptos::prelude::*;

use crate::{
    browser::intl,
    load::emptied,
    state::{Loaded, Shared, Stale, State},
    wording::{age, use_language},
};

/// The notice of an old calendar, or of one that was emptied.
#[component]
pub fn Age() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let stale = state.source.stale;
    let text = Signal::derive(move || {
        let notice =
            |Stale { at, cause }| age::notice(intl::visitor_clock(at), cause, &language.get());
        stale.get().map(notice).unwrap_or_default()
    });
    let before = state.source.before;
    let is_emptied = move || state.source.total() == 0 && before.with(Option::is_some);
    let had = Signal::derive(move || {
        let had = |before: &Shared<Loaded>| {
            let at = intl::visitor_clock(before.download.at);
            age::emptied(at, before.calendar.events.len(), &language.get())
        };
        before.with(|before| before.as_ref().map(had).unwrap_or_default())
    });
    view! {
        <div role="status">
            <Show when=move || stale.with(Option::is_some)>
                <p class="notice" data-stale="true">{text}</p>
            </Show>
            <Show when=is_emptied>
                <p class="notice problems" data-emptied="true">
                    <span>{language.label("emptied.title")} " " {had}</span>
                    <button
                        type="button"
                        data-action="last-copy"
                        on:click=move |_| emptied::show_before(state, language)
                    >
                        {language.label("emptied.show")}
                    </button>
                </p>
            </Show>
        </div>
    }
}
