//! That the opened event has lately been moved, and from where, on a site that records changes.

use event_file::Event;
use leptos::prelude::*;

use crate::{
    load::changes::Changes,
    state::State,
    wording::{change, use_language},
};

/// The marks; nothing where nothing is known to have changed.
#[component]
pub fn Changed(event: StoredValue<Event>) -> impl IntoView {
    let state = expect_context::<State>();
    let changes = expect_context::<Changes>();
    let language = use_language();
    move || {
        let (now, language) = (state.time.now.get(), language.get());
        let found = event.with_value(|event| changes.of(&event.id));
        let marks = change::marks(&found, &now, &language);
        let mark = |text| view! { <p class="changed" dir="auto">{text}</p> };
        marks.into_iter().map(mark).collect_view()
    }
}
