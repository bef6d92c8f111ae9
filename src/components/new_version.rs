//! A newer version of the page is ready: the visitor decides when to reload.

use leptos::prelude::*;

use crate::{browser::update, wording::use_language};

/// The offer to reload, once the service worker has a newer version of the page than this one.
#[component]
pub fn NewVersion() -> impl IntoView {
    let language = use_language();
    let ready = RwSignal::new(false);
    // Listens until its owner ends.
    StoredValue::new_local(update::on_newer_version(move || ready.set(true)));
    view! {
        <Show when=move || ready.get()>
            <p class="notice problems">
                <span>{language.label("notice.new_version")}</span>
                <button type="button" data-action="reload" on:click=move |_| update::reload()>
                    {language.label("notice.reload")}
                </button>
            </p>
        </Show>
    }
}
