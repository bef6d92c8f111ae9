//! Near what: a city by name and how far around it, or the visitor's own position.

use leptos::{html, prelude::*};
use query::{Sort, near::WITHIN};

use super::{
    icon::{Drawing, Icon},
    place_options::PlaceOptions,
};
use crate::{
    browser::focus,
    locate::Locate,
    state::State,
    wording::{distance::distance, near, places::DISTANCES, use_language},
};

/// Asks for the visitor's position only once that is wanted.
#[component]
pub fn NearChoice(locate: Locate) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let (waiting, failure) = (locate.waiting, locate.failure);
    let message = move || near::message(waiting.get(), failure.get(), state, &language.get());
    let named = Memo::new(move |_| state.address.query.with(|query| query.near.is_some()));
    view! {
        <div class="near">
            <p role="status" tabindex="-1">{message}</p>
            <CityField locate />
            <Show when=move || named.get()>
                <Around />
            </Show>
            <Show
                when=move || waiting.get()
                fallback=move || {
                    view! {
                        <button type="button" data-action="near" on:click=move |_| locate.ask(state)>
                            <Icon drawing=Drawing::NEAR />
                            {language.label("near.use_position")}
                        </button>
                    }
                }
            >
                <button type="button" data-action="cancel-near" on:click=move |_| locate.cancel()>
                    {language.label("near.cancel")}
                </button>
            </Show>
        </div>
    }
}

/// A field for a city's name, with suggestions.
#[component]
fn CityField(locate: Locate) -> impl IntoView {
    let language = use_language();
    let input = NodeRef::<html::Input>::new();
    let words = RwSignal::new(String::new());
    let unknown = RwSignal::new(None::<String>);
    let on_chosen = Callback::new(move |()| {
        locate.reset();
        words.set(String::new());
        focus::go_to(".near [role=status]");
    });
    let on_unknown = Callback::new(move |words| unknown.set(Some(words)));
    let trouble = move || {
        unknown.get().map(|words| {
            let text = language.text_with("near.unknown_city", &[("words", words.trim())]);
            view! { <p class="aside" role="status">{text}</p> }
        })
    };
    let change = move |event| {
        unknown.set(None);
        words.set(event_target_value(&event));
    };
    view! {
        <div class="city-choice">
            <label>
                <span>{language.label("near.city")}</span>
                <input
                    type="text"
                    name="near"
                    autocomplete="off"
                    maxlength="200"
                    enterkeyhint="search"
                    node_ref=input
                    prop:value=words
                    on:input=change
                />
            </label>
            <PlaceOptions input list="near-places" words=words.into() takes_first=true on_unknown on_chosen />
        </div>
        {trouble}
    }
}

/// How far around the place, and in which order.
#[component]
fn Around() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let query = state.address.query;
    let within = Memo::new(move |_| query.with(|query| query.within.unwrap_or(WITHIN)));
    let distances = move || {
        // One that a link asks for is among them.
        let mut distances = DISTANCES.to_vec();
        distances.push(within.get());
        distances.sort_unstable();
        distances.dedup();
        let option = |kilometres: u16| {
            let current = language.get();
            let text = distance(f64::from(kilometres), &current);
            view! {
                <option value=kilometres.to_string() selected=kilometres == within.get()>
                    {text}
                </option>
            }
        };
        distances.into_iter().map(option).collect_view()
    };
    let choose = move |event| {
        if let Ok(kilometres) = event_target_value(&event).parse() {
            state.address.look_within(kilometres);
        }
    };
    let order = move |event| {
        state.address.sort(match event_target_checked(&event) {
            true => Sort::Near,
            false => Sort::Date,
        });
    };
    view! {
        <label class="within">
            <span>{language.label("near.within")}</span>
            <select name="within" on:change=choose>{distances}</select>
        </label>
        <label class="choice">
            <input
                type="checkbox"
                name="sort"
                prop:checked=move || state.address.wants_nearest()
                on:change=order
            />
            <span>{language.label("near.nearest_first")}</span>
        </label>
    }
}
