//! The filters at work as chips, each taken away with one press.

use leptos::{ev::MouseEvent, prelude::*};
use query::ActiveFilter;

use super::{
    icon::{Drawing, Icon},
    summary,
};
use crate::{
    browser::focus,
    reactive::{Derived, Row, rows},
    state::State,
    wording::{sentence, use_language},
};

/// A chip for each filter; nothing while there is none.
#[component]
pub fn Chips() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let filters = Derived::new(move || state.query.with(|query| query.active()));
    let chips = move || {
        let row = |filter: ActiveFilter| {
            Row::new(filter.key(), move || view! { <Chip filter /> }.into_any())
        };
        filters.get().into_iter().map(row).collect()
    };
    let hidden = Signal::derive(move || filters.with(Vec::is_empty));
    view! {
        <ul
            class="chips"
            role="list"
            aria-label=language.says("chip.list")
            hidden=hidden
        >
            {rows(chips)}
        </ul>
    }
}

#[component]
fn Chip(filter: ActiveFilter) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let filter = StoredValue::new(filter);
    let name = Derived::new(move || {
        let spoken = language.current();
        filter.with_value(|filter| sentence::name(filter, &spoken))
    });
    let action = Signal::derive(move || {
        name.with(|name| language.text_with("chip.remove", &[("name", name)]))
    });
    let remove = move |press: MouseEvent| {
        if !focus::leave_item(&press) {
            focus::go_to(summary::SENTENCE);
        }
        filter.with_value(|filter| state.remove(filter));
    };
    view! {
        <li>
            <button type="button" class="chip" data-action="remove" aria-label=action on:click=remove>
                <span dir="auto">{name.signal()}</span>
                <Icon drawing=Drawing::REMOVE />
            </button>
        </li>
    }
}
