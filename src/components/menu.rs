//! The page's menu: about the calendar, share and export, language, theme, contact and credits.

use leptos::prelude::*;
use texts::LANGUAGES;

use super::{
    about::About,
    check_link::CheckLink,
    icon::{Drawing, Icon},
    share_menu::ShareMenu,
    theme_button::ThemeButton,
};
use crate::{state::State, wording::use_language};

/// What is in the menu.
#[component]
pub fn Menu(
    /// Set to open the embed builder.
    building: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <div class="menu">
            <About />
            <LanguageChoice />
            <ThemeButton />
            <ShareMenu building />
            <CheckLink />
        </div>
    }
}

/// The languages the interface speaks, each by its own name.
#[component]
fn LanguageChoice() -> impl IntoView {
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
            <span>{language.label("header.language")}</span>
            <select name="lang" on:change=move |event| state.address.choose_language(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
}
