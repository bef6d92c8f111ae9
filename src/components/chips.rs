//! The filters at work as chips, each taken away with one press.

use leptos::{ev::MouseEvent, prelude::*};
use query::ActiveFilter;

use super::{
    icon::{Drawing, Icon},
    summary,
};
use crate::{
    browser::focus,
    state::State,
    wording::{sentence, use_language},
};

/// A chip for each filter; nothing while there is none.
#[component]
pub fn Chips() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let filters = Memo::new(move |_| state.address.query.with(|query| query.active()));
    let hidden = Signal::derive(move || filters.with(Vec::is_empty));
    view! {
        <ul
            class="chips"
            role="list"
            aria-label=language.label("chip.list")
            hidden=hidden
        >
            <For each=move || filters.get() key=ActiveFilter::key let(filter)>
                <Chip filter />
            </For>
        </ul>
    }
}

#[component]
fn Chip(filter: ActiveFilter) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let filter = StoredValue::new(filter);
    let name = Memo::new(move |_| {
        let current = language.get();
        filter.with_value(|filter| sentence::name(filter, &current))
    });
    let action = Signal::derive(move || {
        name.with(|name| language.text_with("chip.remove", &[("name", name)]))
    });
    let remove = move |press: MouseEvent| {
        if !focus::leave_item(&press) {
            focus::go_to(summary::SENTENCE);
        }
        filter.with_value(|filter| state.address.remove(filter));
    };
    view! {
        <li>
            <button type="button" class="chip" data-action="remove" aria-label=action on:click=remove>
                <span dir="auto">{name}</span>
                <Icon drawing=Drawing::REMOVE />
            </button>
        </li>
    }
}
