//! The events that ended earlier today, behind a button that says how many.

use leptos::prelude::*;

use super::card::Card;
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
    let cards = move || {
        let loaded = is_open.get().then(|| state.source.loaded.get()).flatten()?;
        let ended = ended.get();
        let first = ended.matched.len().saturating_sub(MOST);
        let card = |at: &u32| {
            let date = loaded.event(*at)?.start.map(|start| start.date);
            let loaded = loaded.clone();
            Some(view! { <li><Card at=*at date loaded /></li> }.into_any())
        };
        let cards = ended.matched.get(first..)?.iter().filter_map(card);
        let cards = cards.collect::<Vec<_>>();
        Some(view! { <ol role="list">{cards}</ol> }.into_any())
    };
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
        {cards}
    }
}
