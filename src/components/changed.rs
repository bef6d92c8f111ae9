//! That the opened event has lately been moved, and from where, on a site that records changes.

use event_file::Event;
use leptos::prelude::*;

use crate::{
    lazy::SecondFile,
    load::changes,
    state::State,
    wording::{change, use_language},
};

/// The marks; nothing where nothing is known to have changed.
#[component]
pub fn Changed(event: StoredValue<Event>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let is_recorded = expect_context::<SecondFile>().records_changes;
    move || {
        if !is_recorded {
            return Vec::<AnyView>::new();
        }
        let (now, language) = (state.time.now.get(), language.get());
        let found = event.with_value(|event| changes::of_event(&event.id));
        let marks = change::marks(&found, &now, &language);
        let mark = |text| view! { <p class="changed" dir="auto">{text}</p> }.into_any();
        marks.into_iter().map(mark).collect::<Vec<_>>()
    }
}
