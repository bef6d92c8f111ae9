//! The choice of the interface language.

use leptos::prelude::*;

use texts::LANGUAGES;

use super::icon::{Drawing, Icon};
use crate::{reactive::live, state::State, wording::use_language};

/// A menu of the languages the interface speaks, each by its own name.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let options = live(move || {
        let current = language.code();
        LANGUAGES
            .iter()
            .map(|(code, name)| {
                view! { <option value=*code lang=*code selected=current == *code>{*name}</option> }
                    .into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    });
    view! {
        <label class="language">
            <Icon drawing=Drawing::LANGUAGE />
            <span class="visually-hidden">{language.says("header.language")}</span>
            <select name="lang" on:change=move |event| state.speak(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
}
