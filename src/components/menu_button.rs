//! The button that opens the page's menu.

use leptos::prelude::*;

use super::icon::{Drawing, Icon};
use crate::{
    state::{Sheet, State},
    wording::use_language,
};

/// On a phone only its icon is drawn.
#[component]
pub fn MenuButton() -> impl IntoView {
    let state = expect_context::<State>();
    let name = use_language().label("header.menu");
    view! {
        <button
            type="button"
            class="plain menu-button"
            data-opens=Sheet::Menu.key()
            aria-haspopup="dialog"
            aria-expanded=move || (state.selection.sheet.get() == Some(Sheet::Menu)).to_string()
            on:click=move |_| state.selection.open_sheet(Sheet::Menu)
        >
            <Icon drawing=Drawing::MENU />
            <span>{name}</span>
        </button>
    }
}
