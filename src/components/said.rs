//! What came of taking something along, announced politely.

use leptos::{html, prelude::*};

use super::taking::Taking;
use crate::wording::{
    take::{self, Outcome},
    use_language,
};

/// The sentence, and the link where the visitor has to copy it.
#[component]
pub fn Said(taking: Taking) -> impl IntoView {
    let language = use_language();
    let sentence = move || {
        let spoken = language.current();
        let outcome = taking.outcome.get();
        outcome.map(|outcome| take::sentence(&outcome, &spoken))
    };
    let link = move || match taking.outcome.get() {
        Some(Outcome::CopyIt(link)) => Some(link),
        _ => None,
    };
    let field = NodeRef::<html::Input>::new();
    let choose_all = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    view! {
        <p class="said" role="status">{sentence}</p>
        <Show when=move || link().is_some()>
            <input
                type="text"
                readonly
                dir="ltr"
                node_ref=field
                aria-label=language.says("take.copy_it")
                prop:value=link
                on:focus=choose_all
            />
        </Show>
    }
}
