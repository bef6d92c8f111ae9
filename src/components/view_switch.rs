//! The switch between list, map and month: in the header of a desk, at the lower edge of a phone.

use leptos::prelude::*;
use query::View;

use super::icon::{Drawing, Icon};
use crate::{state::State, wording::use_language};

/// What a switch offers: the action, what it is called, what it draws, and what it shows.
type Choice = (&'static str, &'static str, Option<Drawing>, View);

/// A phone has room for one at a time; what is both on a desk is the list there.
const PHONE: [Choice; 3] = [
    ("show-list", "view.list", Some(Drawing::LIST), View::Both),
    ("show-map", "view.map", Some(Drawing::MAP), View::Map),
    (
        "show-month",
        "view.month",
        Some(Drawing::MONTH),
        View::Month,
    ),
];

const DESK: [Choice; 4] = [
    ("view-both", "view.both", None, View::Both),
    ("view-list", "view.list", None, View::List),
    ("view-map", "view.map", None, View::Map),
    ("view-month", "view.month", None, View::Month),
];

/// The switch on a phone.
#[component]
pub fn ViewSwitch() -> impl IntoView {
    switch("view-switch phone-only", &PHONE)
}

/// The switch on a desk.
#[component]
pub fn ViewMenu() -> impl IntoView {
    switch("view-menu desk-only", &DESK)
}

fn switch(class: &'static str, choices: &'static [Choice]) -> AnyView {
    let state = expect_context::<State>();
    let language = use_language();
    let button = move |(action, key, drawing, view): &'static Choice| {
        let shown = move || {
            let now = state.view();
            // A phone's list stands for both; a link may ask for the list alone.
            now == *view || (now == View::List && *action == "show-list")
        };
        view! {
            <button
                type="button"
                data-action=*action
                aria-pressed=move || shown().to_string()
                on:click=move |_| state.show(*view)
            >
                {drawing.map(|drawing| view! { <Icon drawing /> })}
                {language.says(key)}
            </button>
        }
    };
    view! {
        <nav
            class=class
            aria-label=language.says("view.name")
            hidden=move || !state.ready()
        >
            {choices.iter().map(button).collect_view()}
        </nav>
    }
    .into_any()
}
