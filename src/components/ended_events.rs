//! The events that ended earlier today, behind a button that says how many.

use leptos::prelude::*;

use super::card_list::CardList;
use crate::{state::State, wording::use_language};

/// How many are shown: the last ones. All are in the list of today.
const MOST: usize = 100;

/// A disclosure, closed at first.
#[component]
pub fn EndedEvents() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let ended = state.listing.ended;
    let is_open = RwSignal::new(false);
    let label = Signal::derive(move || {
        let count = ended.with(|ended| ended.matched.len());
        language.count("list.ended", count)
    });
    let last = Signal::derive(move || {
        ended.with(|ended| {
            let before = ended.matched.len().saturating_sub(MOST);
            ended.matched.iter().skip(before).copied().collect()
        })
    });
    view! {
        <button
            type="button"
            class="plain"
            data-action="ended"
            aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            {label}
        </button>
        <Show when=move || is_open.get()>
            <CardList events=last with_day=false />
        </Show>
    }
}
