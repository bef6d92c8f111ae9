//! Where an event's links lead: its page, its stream, more links, the sources of the entry.

use event_file::Event;
use leptos::prelude::*;

use super::outgoing_link::OutgoingLink;
use crate::wording::{links, use_language};

/// The links by what they are for; each shows the host it leads to.
#[component]
pub fn EventLinks(event: StoredValue<Event>) -> impl IntoView {
    let language = use_language();
    move || {
        let current = language.get();
        event
            .with_value(|event| links::groups(event, &current))
            .into_iter()
            .map(|group| {
                let items = group
                    .links
                    .into_iter()
                    .map(|link| {
                        let label = link.label;
                        let shown = match link.href {
                            Some(href) => {
                                view! { <OutgoingLink href>{label}</OutgoingLink> }.into_any()
                            }
                            None => view! { <span dir="auto">{label}</span> }.into_any(),
                        };
                        let host = link
                            .host
                            .map(|host| view! { " " <bdi class="host">{host}</bdi> });
                        view! { <li>{shown} {host}</li> }
                    })
                    .collect_view();
                view! {
                    <div class=format!("fact links {}", group.name)>
                        <h3>{group.term}</h3>
                        <ul role="list">{items}</ul>
                    </div>
                }
            })
            .collect_view()
    }
}
