//! The events that ended earlier today.

use leptos::prelude::*;

use super::card::Card;
use crate::state::{Pruned, State};

/// How many are shown: the last ones. All are in the list of today.
const MOST: usize = 100;

/// Their cards.
#[component]
pub fn EndedEvents(
    /// Indices of the events, in the order they began.
    ended: Pruned<Memo<Vec<u32>>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let cards = move || {
        let loaded = state.source.loaded.get()?;
        let ended = ended.get();
        let last = ended.get(ended.len().saturating_sub(MOST)..)?;
        let card = |at: &u32| {
            let date = loaded.event(*at)?.start.map(|start| start.date);
            let loaded = loaded.clone();
            Some(view! { <li><Card at=*at date loaded /></li> }.into_any())
        };
        Some(last.iter().filter_map(card).collect::<Vec<_>>())
    };
    view! { <ol role="list">{cards}</ol> }
}
