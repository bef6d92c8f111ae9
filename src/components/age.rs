//! What a visitor should know of the calendar shown: that it is an old copy, that it was emptied, that the link to it
//! was cut.

use leptos::prelude::*;

use crate::{
    browser::{address, intl},
    load::emptied,
    state::{Loaded, Shared, Stale, State},
    wording::{age, use_language},
};

/// The notices of an old calendar, of one that was emptied, and of too long a link.
#[component]
pub fn Age() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let (stale, before) = (state.source.stale, state.source.before);
    let old = Signal::derive(move || {
        let notice =
            |Stale { at, cause }| age::notice(intl::visitor_clock(at), cause, &language.get());
        stale.get().map(notice).unwrap_or_default()
    });
    let emptied = Signal::derive(move || {
        let notice = |before: &Shared<Loaded>| {
            let at = intl::visitor_clock(before.download.at);
            age::emptied(at, before.calendar.events.len(), &language.get())
        };
        let is_empty = state.source.total() == 0;
        before.with(|before| {
            before
                .as_ref()
                .filter(|_| is_empty)
                .map(notice)
                .unwrap_or_default()
        })
    });
    // Until something else is asked for.
    let is_long = address::query().len() > query::LONGEST;
    let opened = state.address.query.get_untracked();
    let cut = Signal::derive(move || {
        let is_shown = is_long && state.address.query.with(|query| *query == opened);
        match is_shown {
            true => language.text("notice.link_too_long"),
            false => Default::default(),
        }
    });
    let said =
        |text: Signal<String>| move || text.with(|text| (!text.is_empty()).then_some("true"));
    let unsaid = |text: Signal<String>| move || text.with(String::is_empty);
    view! {
        <div
            role="status"
            data-stale=said(old)
            data-emptied=said(emptied)
            data-link-too-long=said(cut)
        >
            <p class="notice" hidden=unsaid(cut)>{cut}</p>
            <p class="notice" hidden=unsaid(old)>{old}</p>
            <p class="notice problems" hidden=unsaid(emptied)>
                <span>{emptied}</span>
                <button
                    type="button"
                    data-action="last-copy"
                    on:click=move |_| emptied::show_before(state, language)
                >
                    {language.label("emptied.show")}
                </button>
            </p>
        </div>
    }
}
