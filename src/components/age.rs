//! How old the calendar is, and why, while it is not the host's.

use leptos::prelude::*;

use crate::{
    browser::intl,
    state::{Stale, State},
    wording::{age, use_language},
};

/// The notice of a cached calendar.
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
    view! {
        <div role="status">
            <Show when=move || stale.with(Option::is_some)>
                <p class="notice" data-stale="true">{text}</p>
            </Show>
        </div>
    }
}
