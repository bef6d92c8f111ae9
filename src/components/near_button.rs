//! The button that lists the nearest events first.

use leptos::prelude::*;

use super::icon::{Drawing, Icon};
use crate::{locate::Locate, state::State, wording::use_language};

/// Asks for the visitor's position.
#[component]
pub fn NearButton(locate: Locate) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    view! {
        <button type="button" data-action="near" on:click=move |_| locate.ask(state)>
            <Icon drawing=Drawing::NEAR />
            {language.label("near.me")}
        </button>
    }
}
