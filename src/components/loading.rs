//! While the event file is on its way: how much has arrived, and the shape of what comes.

use leptos::prelude::*;

use crate::{
    state::{Phase, State},
    wording::{bytes, use_language},
};

/// How many cards the skeleton has: about a screen of them.
const CARDS: usize = 6;

/// The loading screen.
#[component]
pub fn Loading() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let progress = Signal::derive(move || {
        let spoken = language.current();
        state.phase.with(|phase| match phase {
            Phase::Loading { received, total } => bytes::progress(*received, *total, &spoken),
            _ => String::new(),
        })
    });
    let cards = (0..CARDS)
        .map(|_| {
            view! {
                <div class="card">
                    <span class="bone half"></span>
                    <div>
                        <span class="bone wide"></span>
                        <span class="bone half"></span>
                    </div>
                </div>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <p class="loading-note" role="status">{progress}</p>
        <div class="skeleton" aria-hidden="true">{cards}</div>
    }
}
