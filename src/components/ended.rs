//! What ended earlier today, folded above the list.

use leptos::prelude::*;

use crate::{
    lazy::{Lazy, Part},
    state::State,
};

/// Room for the disclosure, so that the list stays where it is once it comes; nothing where nothing has ended.
#[component]
pub fn Ended() -> impl IntoView {
    let state = expect_context::<State>();
    let is_there = move || {
        let ended = state.listing.ended;
        ended.with(|ended| !ended.matched.is_empty())
    };
    view! {
        <Show when=is_there>
            <div class="ended">
                <Lazy part=Part::EndedEvents />
            </div>
        </Show>
    }
}
