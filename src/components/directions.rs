//! Links to directions to an event's place.

use event_file::Event;
use leptos::prelude::*;

use crate::wording::{directions::directions, use_language};

/// The links, each with the host it leads to; nothing where the place is not known to the street.
#[component]
pub fn Directions(
    /// The event.
    event: StoredValue<Event>,
) -> impl IntoView {
    let language = use_language();
    move || {
        let current = language.get();
        let links = event.with_value(|event| directions(event, &current));
        let items = links
            .into_iter()
            .map(|link| {
                let host = link
                    .host
                    .map(|host| view! { " " <bdi class="host">{host}</bdi> });
                view! {
                    <li class=link.name>
                        <a href=link.href target="_blank" rel="noopener noreferrer">{link.label}</a>
                        {host}
                    </li>
                }
            })
            .collect::<Vec<_>>();
        (!items.is_empty()).then(|| {
            view! {
                <div class="fact links directions">
                    <h3>{current.text("directions.title", &[])}</h3>
                    <ul role="list">{items}</ul>
                </div>
            }
        })
    }
}
