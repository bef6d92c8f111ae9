//! The choice of a view in the header of a desktop.

use leptos::prelude::*;
use query::View;

use super::view_buttons::{Choice, ViewButtons};

const CHOICES: [Choice; 4] = [
    choice("view-both", "view.both", View::Both),
    choice("view-list", "view.list", View::List),
    choice("view-map", "view.map", View::Map),
    choice("view-month", "view.month", View::Month),
];

const fn choice(action: &'static str, key: &'static str, view: View) -> Choice {
    Choice {
        action,
        key,
        icon: None,
        view,
    }
}

/// The menu.
#[component]
pub fn ViewMenu() -> impl IntoView {
    view! { <ViewButtons class="view-menu desk-only" choices=&CHOICES /> }
}
