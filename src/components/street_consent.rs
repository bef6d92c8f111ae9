//! The question before streets are shown: whose they are, and what that host will see.

use leptos::{ev::KeyboardEvent, html, prelude::*};

use crate::{
    browser::{focus, remembered},
    wording::use_language,
    world_map::streets::Streets,
};

/// The question; Esc declines.
#[component]
pub fn StreetConsent(
    /// The streets it is about.
    streets: Streets,
    /// Called once it is answered.
    #[prop(into)]
    answered: Callback<()>,
) -> impl IntoView {
    let language = use_language();
    let lasting = NodeRef::<html::Input>::new();
    let yes = NodeRef::<html::Button>::new();
    Effect::new(move || {
        if let Some(yes) = yes.get() {
            focus::move_to(&yes);
        }
    });
    let question = move || {
        let host = streets.host();
        language.text_with("map.streets_ask", &[("host", &host)])
    };
    let agree = move |_| {
        let remember = lasting.get_untracked().is_some_and(|input| input.checked());
        streets.agree(remember);
        answered.run(());
    };
    let decline = move || {
        streets.decline();
        answered.run(());
    };
    let leave = move |key: KeyboardEvent| {
        if key.key() == "Escape" {
            key.stop_propagation();
            decline();
        }
    };
    view! {
        <div class="streets-question" role="group" aria-labelledby="streets-question" on:keydown=leave>
            <p id="streets-question">{question}</p>
            <Show when=remembered::can_remember>
                <label class="check">
                    <input type="checkbox" name="remember" node_ref=lasting />
                    {language.label("map.streets_remember")}
                </label>
            </Show>
            <p class="buttons">
                <button type="button" class="main" data-action="streets-show" node_ref=yes on:click=agree>
                    {language.label("map.streets_show")}
                </button>
                <button type="button" data-action="streets-not" on:click=move |_| decline()>
                    {language.label("map.streets_not")}
                </button>
            </p>
        </div>
    }
}
