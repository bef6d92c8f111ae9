//! A paragraph of an event's description.

use event_file::text::{Run, runs};
use leptos::prelude::*;

use super::outgoing_link::OutgoingLink;

/// The paragraph; addresses in it become links.
#[component]
pub fn Paragraph(
    /// As written.
    text: String,
) -> impl IntoView {
    let runs = runs(&text)
        .into_iter()
        .map(|run| match run {
            Run::Words(words) => words.to_owned().into_any(),
            Run::Link(link) => {
                let link = link.to_owned();
                view! { <OutgoingLink href=link.clone()>{link}</OutgoingLink> }.into_any()
            }
        })
        .collect_view();
    view! { <p>{runs}</p> }
}
