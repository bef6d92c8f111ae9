//! The outcome of saving or sharing, announced politely.

use leptos::{html, prelude::*};

use crate::{
    share::Share,
    wording::{
        share::{Outcome, sentence},
        use_language,
    },
};

/// The outcome in words, and the link or text where the visitor has to copy it.
#[component]
pub fn ShareStatus(share: Share) -> impl IntoView {
    let language = use_language();
    let text = move || {
        let outcome = share.outcome.get()?;
        Some(sentence(&outcome, &language.get()))
    };
    let link = move || match share.outcome.get() {
        Some(Outcome::CopyLink(link)) => Some(link),
        _ => None,
    };
    let long_text = move || match share.outcome.get() {
        Some(Outcome::CopyText(text)) => Some(text),
        _ => None,
    };
    let field = NodeRef::<html::Input>::new();
    let select_all = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    view! {
        <p class="share-status" role="status">{text}</p>
        <Show when=move || link().is_some()>
            <input
                type="text"
                readonly
                dir="ltr"
                node_ref=field
                aria-label=language.label("share.copy_link")
                prop:value=link
                on:focus=select_all
            />
        </Show>
        <Show when=move || long_text().is_some()>
            <textarea
                readonly
                dir="auto"
                rows="8"
                aria-label=language.label("share.copy_this_text")
                prop:value=long_text
            ></textarea>
        </Show>
    }
}
