//! “Something wrong?”: a mail or an issue to the calendar's editors about the opened event.

use event_file::Event;
use leptos::prelude::*;

use crate::{
    browser::share,
    state::State,
    wording::{correction::correction, use_language},
};

/// The link, with the host it leads to; nothing where the calendar names no contact.
#[component]
pub fn CorrectionLink(event: StoredValue<Event>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    move || {
        let current = language.get();
        let correction = event.with_value(|event| {
            let link = share::address(&state.address.link_to_event(&event.id)).unwrap_or_default();
            state
                .source
                .loaded
                .with(|loaded| correction(event, &link, &loaded.as_ref()?.calendar.about, &current))
        })?;
        let host = correction
            .host
            .map(|host| view! { " " <bdi class="host">{host}</bdi> });
        Some(view! {
            <p class="correction links">
                <a href=correction.href target="_blank" rel="noopener noreferrer nofollow">
                    {current.text("correction.link", &[])}
                </a>
                {host}
            </p>
        })
    }
}
