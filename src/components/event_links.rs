//! Where an event's links lead: its page, its stream, more links, the sources of the entry.

use event_file::{
    Event,
    text::{Run, runs},
};
use leptos::prelude::*;

use crate::wording::{links, use_language};

/// The links by what they are for; each shows the host it leads to.
#[component]
pub fn EventLinks(event: StoredValue<Event>) -> impl IntoView {
    let language = use_language();
    move || {
        let spoken = language.current();
        event
            .with_value(|event| links::groups(event, &spoken))
            .into_iter()
            .map(|group| {
                let items = group
                    .links
                    .into_iter()
                    .map(|link| {
                        let label = link.label;
                        let shown = match link.href {
                            Some(href) => view! { <Outgoing href>{label}</Outgoing> }.into_any(),
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

/// A link that leaves the page; the other side learns neither the address nor the opener.
#[component]
fn Outgoing(href: String, children: Children) -> impl IntoView {
    view! {
        <a href=href dir="auto" target="_blank" rel="noopener noreferrer nofollow">
            {children()}
        </a>
    }
}

/// A paragraph whose addresses can be followed.
pub fn linked(paragraph: &str) -> impl IntoView + use<> {
    runs(paragraph)
        .into_iter()
        .map(|run| match run {
            Run::Words(words) => words.to_owned().into_any(),
            Run::Link(link) => {
                let link = link.to_owned();
                view! { <Outgoing href=link.clone()>{link}</Outgoing> }.into_any()
            }
        })
        .collect_view()
}
