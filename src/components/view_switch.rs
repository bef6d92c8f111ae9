//! The choice of a view at the lower edge of a phone.

use leptos::prelude::*;
use query::View;

use super::{
    icon::Drawing,
    view_buttons::{Choice, ViewButtons},
};

/// A phone has room for one at a time; what is list and map on a desktop is the list there.
const CHOICES: [Choice; 3] = [
    Choice {
        action: "show-list",
        key: "view.list",
        icon: Some(Drawing::LIST),
        view: View::Both,
    },
    Choice {
        action: "show-map",
        key: "view.map",
        icon: Some(Drawing::MAP),
        view: View::Map,
    },
    Choice {
        action: "show-month",
        key: "view.month",
        icon: Some(Drawing::MONTH),
        view: View::Month,
    },
];

/// The switch.
#[component]
pub fn ViewSwitch() -> impl IntoView {
    view! { <ViewButtons class="view-switch phone-only" choices=&CHOICES /> }
}
