//! Buttons that choose between list, map and month.

use leptos::prelude::*;
use query::View;

use super::icon::{Drawing, Icon};
use crate::{browser::focus, state::State, wording::use_language};

/// A view to choose.
pub struct Choice {
    /// The button's `data-action`.
    pub action: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// Its icon.
    pub icon: Option<Drawing>,
    /// What it shows.
    pub view: View,
}

/// A button for each choice, the one of the present view pressed: one stop of the Tab key, arrows within.
#[component]
pub fn ViewButtons(
    /// The CSS class.
    class: &'static str,
    /// The views, in the order offered.
    choices: &'static [Choice],
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let pressed_one = move |choice: &'static Choice| {
        let now = state.address.view();
        // A phone shows one at a time: its list stands for both, and for the list a link asks for.
        let list = now == View::List && choice.action == "show-list";
        now == choice.view || list
    };
    let button = move |choice: &'static Choice| {
        let pressed = Signal::derive(move || pressed_one(choice));
        view! {
            <button
                type="button"
                data-action=choice.action
                aria-pressed=move || pressed.get().to_string()
                tabindex=move || if pressed.get() { "0" } else { "-1" }
                on:click=move |_| state.address.show(choice.view)
            >
                {choice.icon.map(|drawing| view! { <Icon drawing /> })}
                {language.label(choice.key)}
            </button>
        }
    };
    view! {
        <nav class=class aria-label=language.label("view.name") hidden=move || !state.ready()>
            <div role="toolbar" aria-label=language.label("view.name") on:keydown=|key| focus::move_in_toolbar(&key)>
                {choices.iter().map(button).collect_view()}
            </div>
        </nav>
    }
    .into_any()
}
