//! That an event in the list has lately been moved: “Moved from Sat, 14:00”.

use leptos::prelude::*;

use crate::{
    load::changes,
    state::State,
    wording::{change, use_language},
};

/// The marks; nothing where nothing is known to have changed.
#[component]
pub fn Moved(
    /// Index of the event.
    at: u32,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    move || {
        let loaded = state.source.loaded.get()?;
        let event = loaded.event(at)?;
        let (now, language) = (state.time.now.get(), language.get());
        let found = changes::of_event(&event.id);
        let labels = change::labels(&found, event, &now, &language);
        let label = |text| view! { <span class="moved" dir="auto">{text}</span> }.into_any();
        Some(labels.into_iter().map(label).collect::<Vec<AnyView>>())
    }
}
