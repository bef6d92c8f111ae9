//! Chips: one that chooses a time, one that opens a sheet, one that takes a filter away. Those in use are filled.

use leptos::{ev::MouseEvent, prelude::*};
use query::{ActiveFilter, When};

use super::{
    icon::{Drawing, Icon},
    summary,
};
use crate::{
    browser::focus,
    state::{Sheet, State},
    wording::{chip, sentence, use_language},
};

/// Keeps only events in a named time; pressed again, no longer.
#[component]
pub fn TimeChip(
    /// The time.
    when: When,
    /// Whether it is left out.
    #[prop(into)]
    hidden: Signal<bool>,
    /// Its place among the chips.
    number: usize,
    /// The place of the chip that has or had the focus.
    at: RwSignal<usize>,
    /// The place of the chip that the Tab key comes to.
    stop: Memo<usize>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let chosen = Memo::new(move |_| state.address.is_when(when));
    view! {
        <span class="chip" class:chosen=move || chosen.get() hidden=hidden>
            <button
                type="button"
                data-when=when.word()
                aria-pressed=move || chosen.get().to_string()
                tabindex=move || tab_index(stop.get() == number)
                on:focus=move |_| at.set(number)
                on:click=move |_| state.address.toggle_when(when)
            >
                {move || chip::time(when, &language.get())}
                <Icon drawing=Drawing::REMOVE />
            </button>
        </span>
    }
}

/// Opens a sheet; it names what is chosen there, with a button to take that back.
#[component]
pub fn OpenerChip(
    /// What it opens.
    sheet: Sheet,
    /// Whether it is left out.
    #[prop(into)]
    hidden: Signal<bool>,
    /// Its place among the chips.
    number: usize,
    /// The place of the chip that has or had the focus.
    at: RwSignal<usize>,
    /// The place of the chip that the Tab key comes to.
    stop: Memo<usize>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let chosen = Memo::new(move |_| chip::is_filled(sheet, state));
    let name = Memo::new(move |_| chip::label(sheet, state, &language.get()));
    let action = Signal::derive(move || {
        name.with(|name| language.text_with("chip.remove", &[("name", name)]))
    });
    let remove = move |_| {
        focus::go_to(&format!(".chip [data-opens={}]", sheet.key()));
        state.clear(sheet);
    };
    view! {
        <span class="chip" class:chosen=move || chosen.get() hidden=hidden>
            <button
                type="button"
                data-opens=sheet.key()
                aria-haspopup="dialog"
                aria-expanded=move || (state.selection.sheet.get() == Some(sheet)).to_string()
                tabindex=move || tab_index(stop.get() == number)
                on:focus=move |_| at.set(number)
                on:click=move |_| state.selection.open_sheet(sheet)
            >
                <span dir="auto">{name}</span>
            </button>
            <Show when=move || chosen.get() && state.is_chosen(sheet)>
                <button
                    type="button"
                    class="icon-only"
                    data-action="remove"
                    tabindex="-1"
                    aria-label=action
                    on:click=remove
                >
                    <Icon drawing=Drawing::REMOVE />
                </button>
            </Show>
        </span>
    }
}

/// A filter that has no chip of its own while it is not in use.
#[component]
pub fn RemoveChip(
    /// The filter.
    filter: ActiveFilter,
) -> impl IntoView {
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
        if !focus::leave_item(&press, ".chip") {
            focus::go_to(summary::SENTENCE);
        }
        filter.with_value(|filter| state.address.remove(filter));
    };
    view! {
        <span class="chip chosen">
            <button type="button" data-action="remove" tabindex="-1" aria-label=action on:click=remove>
                <span dir="auto">{name}</span>
                <Icon drawing=Drawing::REMOVE />
            </button>
        </span>
    }
}

fn tab_index(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}
