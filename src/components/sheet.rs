//! The sheet: a dialogue of controls at a phone's lower edge, beneath what opened it on a desktop. The list behind it stays.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    day_choice::DayChoice,
    embed_builder::EmbedBuilder,
    facet_values::FacetValues,
    icon::{Drawing, Icon},
    menu::Menu,
    more_filters::MoreFilters,
    near_choice::NearChoice,
};
use crate::{
    browser::popover,
    locate::Locate,
    state::{Sheet, State},
    wording::{chip, use_language},
};

/// The one dialogue of all sheets; closed, it is empty.
#[component]
pub fn Sheets() -> impl IntoView {
    let state = expect_context::<State>();
    let open = state.selection.sheet;
    let dialogue = NodeRef::<html::Dialog>::new();
    // Goes on while no sheet is open.
    let locate = Locate::new();
    let building = RwSignal::new(false);
    Effect::new(move || {
        let Some(dialogue) = dialogue.get() else {
            return;
        };
        match open.get() {
            Some(sheet) if !dialogue.open() => {
                popover::put_beneath(&dialogue, &format!("[data-opens={}]", sheet.key()));
                // Refused only where it is open already or not in the document.
                let _ = dialogue.show_modal();
            }
            None if dialogue.open() => dialogue.close(),
            _ => {}
        }
    });
    // What is beside it is the dialogue itself, which has no room of its own.
    let beside = move |press: MouseEvent| {
        let pressed = press
            .target()
            .and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
        if pressed.as_ref() == dialogue.get_untracked().as_deref() {
            state.selection.close_sheet();
        }
    };
    // It closes the sheet and nothing behind it.
    let keep_escape = |key: KeyboardEvent| {
        if key.key() == "Escape" {
            key.stop_propagation();
        }
    };
    view! {
        <dialog
            class="sheet"
            data-sheet=move || open.get().map(Sheet::key)
            aria-labelledby="sheet-title"
            node_ref=dialogue
            on:close=move |_| state.selection.close_sheet()
            on:click=beside
            on:keydown=keep_escape
        >
            {move || open.get().map(|sheet| view! { <Content sheet locate building /> })}
        </dialog>
        <EmbedBuilder open=building />
    }
}

#[component]
fn Content(sheet: Sheet, locate: Locate, building: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let close = move |_| state.selection.close_sheet();
    let close_name = language.label("embed.close");
    let title = move || chip::title(sheet, &language.get());
    let content = match sheet {
        Sheet::Menu => view! { <Menu building /> }.into_any(),
        Sheet::Days => view! { <DayChoice /> }.into_any(),
        Sheet::Near => view! { <NearChoice locate /> }.into_any(),
        Sheet::Facet(facet) => view! { <FacetValues facet /> }.into_any(),
        Sheet::More => view! { <MoreFilters /> }.into_any(),
    };
    let matched = move || state.listing.results.with(|results| results.matched.len());
    let foot = (sheet != Sheet::Menu).then(|| {
        view! {
            <div class="sheet-foot">
                <button
                    type="button"
                    class="plain"
                    data-action="clear"
                    disabled=move || !state.is_chosen(sheet)
                    on:click=move |_| state.clear(sheet)
                >
                    {language.label("sheet.clear")}
                </button>
                <button type="button" class="main" data-action="show-results" on:click=close>
                    {move || language.count("sheet.show", matched())}
                </button>
            </div>
        }
    });
    view! {
        <div class="sheet-frame">
            <div class="sheet-head">
                <h2 id="sheet-title">{title}</h2>
                <button
                    type="button"
                    class="plain icon-only"
                    data-action="close-sheet"
                    aria-label=close_name
                    title=close_name
                    on:click=close
                >
                    <Icon drawing=Drawing::REMOVE />
                </button>
            </div>
            <div class="sheet-content">{content}</div>
            {foot}
        </div>
    }
}
