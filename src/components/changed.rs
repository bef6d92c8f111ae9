//! That the opened event has lately been moved, and from where, on a site that records changes.

use event_file::Event;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        changes::{self, Before},
        site,
    },
    state::State,
    wording::{change, use_language},
};

/// The marks; nothing where nothing is known to have changed.
#[component]
pub fn Changed(event: StoredValue<Event>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let found = RwSignal::new(Vec::<Before>::new());
    // Changes are of the site's own file.
    let is_own = state
        .address
        .query
        .with_untracked(|query| query.data.is_none());
    if is_own && site::is_generated() {
        let id = event.with_value(|event| event.id.to_string());
        spawn_local(async move {
            let changes = changes::of_event(&id).await;
            // Whoever asked may have gone by now.
            found.try_set(changes);
        });
    }
    move || {
        let (now, language) = (state.time.now.get(), language.get());
        let marks = found.with(|found| change::marks(found, &now, &language));
        let mark = |text| view! { <p class="changed" dir="auto">{text}</p> };
        marks.into_iter().map(mark).collect_view()
    }
}
