//! The choice of the interface language.

use leptos::prelude::*;

use texts::LANGUAGES;

use super::icon::{Drawing, Icon};
use crate::{state::State, wording::use_language};

/// A menu of the languages the interface speaks, each by its own name.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let options = LANGUAGES
        .iter()
        .map(|(code, name)| {
            let selected = move || language.code() == *code;
            view! { <option value=*code lang=*code prop:selected=selected>{*name}</option> }
        })
        .collect_view();
    view! {
        <label class="language">
            <Icon drawing=Drawing::LANGUAGE />
            <span class="visually-hidden">{language.label("header.language")}</span>
            <select name="lang" on:change=move |event| state.address.choose_language(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
}
