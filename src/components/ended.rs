//! What ended earlier today, folded above the list.

use leptos::prelude::*;

use crate::{
    lazy::{Lazy, Part},
    state::{Pruned, State},
    wording::use_language,
};

/// A disclosure, closed at first; nothing where nothing has ended. Its events are in the second file.
#[component]
pub fn Ended() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let ended = Pruned::memo(move |_| state.listing.ended_today());
    let is_open = RwSignal::new(false);
    let label = Signal::derive(move || language.count("list.ended", ended.with(Vec::len)));
    let is_there = Memo::new(move |_| ended.with(|ended| !ended.is_empty()));
    view! {
        <Show when=move || is_there.get()>
            <div class="ended">
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
                    <Lazy part=Part::EndedEvents { ended } />
                </Show>
            </div>
        </Show>
    }
}
