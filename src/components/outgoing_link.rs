//! A link that leaves the page.

use leptos::prelude::*;

/// The link; the other side learns neither the address nor the opener.
#[component]
pub fn OutgoingLink(
    /// Where it leads.
    href: String,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href dir="auto" target="_blank" rel="noopener noreferrer nofollow">
            {children()}
        </a>
    }
}
