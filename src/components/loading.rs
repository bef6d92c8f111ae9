//! While the event file is on its way: how much has arrived, and the shape of what comes.

use leptos::{html, prelude::*};

use crate::{
    browser::first_list,
    state::{Phase, State},
    wording::{bytes, use_language},
};

/// How many cards the skeleton has: about a screen of them.
const CARDS: usize = 6;

/// The loading screen: the first events where they came with the page, else a skeleton.
#[component]
pub fn Loading() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let progress = Signal::derive(move || {
        let current = language.get();
        state.source.phase.with(|phase| match phase {
            Phase::Loading { received, total } => bytes::progress(*received, *total, &current),
            _ => String::new(),
        })
    });
    let list = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(list) = list.get() {
            first_list::show_in(&list);
        }
    });
    if first_list::is_there() {
        return view! {
            <p class="visually-hidden" role="status">{progress}</p>
            <div node_ref=list></div>
        }
        .into_any();
    }
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
    .into_any()
}
