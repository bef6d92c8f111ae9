//! Cards of some events in order, where no days part them.

use leptos::prelude::*;

use super::card::Card;
use crate::state::State;

/// A list of cards. A card that stays is not made anew, so that it keeps focus and pointer when others come or go.
#[component]
pub fn CardList(
    /// Indices of the events, in order.
    events: Signal<Vec<u32>>,
    /// Whether each card names its day.
    with_day: bool,
) -> impl IntoView {
    let state = expect_context::<State>();
    // The same indices are other events in another file.
    let cards = move || {
        let loaded = state.source.loaded.get();
        let file = loaded.map_or(0, |loaded| loaded.download.number);
        let events = events.get().into_iter();
        events.map(|at| (at, file)).collect::<Vec<_>>()
    };
    let card = move |(at, _)| {
        let loaded = state.source.loaded.get_untracked()?;
        let date = loaded.event(at)?.start.map(|start| start.date);
        Some(view! { <li><Card at date loaded with_day /></li> }.into_any())
    };
    view! {
        <ol role="list">
            <For each=cards key=|card| *card children=card />
        </ol>
    }
}
