//! The switch between light and dark.

use leptos::prelude::*;
use query::Theme;

use super::icon::{Drawing, Icon};
use crate::{browser::preferences, state::State, wording::use_language};

/// A button that names the theme it leads to.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let system = RwSignal::new(preferences::dark());
    // Kept until the button goes.
    StoredValue::new_local(preferences::on_dark(move |dark| system.set(dark)));
    let dark = move || {
        state
            .address
            .query
            .with(|query| query.theme)
            .map_or_else(|| system.get(), |theme| theme == Theme::Dark)
    };
    let name = Signal::derive(move || {
        language.text(if dark() {
            "header.light"
        } else {
            "header.dark"
        })
    });
    let icon = move || {
        let drawing = if dark() {
            Drawing::LIGHT
        } else {
            Drawing::DARK
        };
        view! { <Icon drawing /> }
    };
    let switch = move |_| {
        state
            .address
            .choose_theme(if dark() { Theme::Light } else { Theme::Dark })
    };
    view! {
        <button type="button" data-action="theme" on:click=switch>
            {icon}
            {name}
        </button>
    }
}
