//! A piece of code to be pasted elsewhere, and the button that copies it.

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    browser::share,
    reactive::{Held, effect},
    wording::use_language,
};

/// The code, selected at once where it is touched.
#[component]
pub fn EmbedCode(
    /// Tells it from other code, for scripts and tests.
    name: &'static str,
    /// The text that names it.
    key: &'static str,
    /// The code.
    code: Signal<String>,
) -> impl IntoView {
    let language = use_language();
    let field = NodeRef::<html::Textarea>::new();
    let said = Held::new(None::<&'static str>);
    // What was said of other code is said of this no more.
    effect(move || {
        code.track();
        said.set(None);
    });
    let choose_all = move || {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let copy = move |_| {
        let text = code.get_untracked();
        spawn_local(async move {
            let copied = share::copy(&text).await;
            if !copied {
                choose_all();
            }
            // Whoever asked may have gone by now.
            said.try_set(Some(match copied {
                true => "embed.copied",
                false => "embed.copy_it",
            }));
        });
    };
    view! {
        <div class="embed-code">
            <label>
                <span>{language.says(key)}</span>
                <textarea
                    readonly
                    rows="3"
                    dir="ltr"
                    spellcheck="false"
                    name=format!("embed-{name}")
                    node_ref=field
                    prop:value=code
                    on:focus=move |_| choose_all()
                ></textarea>
            </label>
            <button type="button" data-action=format!("copy-{name}") on:click=copy>
                {language.says("embed.copy")}
            </button>
            <p class="said" role="status">{move || said.get().map(|key| language.text(key))}</p>
        </div>
    }
}
