//! A facet as a list of values to tick: as many as one likes, each with its count under the other filters.

use leptos::{html, prelude::*};
use query::Facet;

use crate::{
    reactive::{Derived, Held},
    state::State,
    wording::{
        facet::{self, Named},
        use_language,
    },
};

/// How many values are rendered at once; those with most events first.
const MOST: usize = 100;

/// Longer lists can be searched.
const LONG: usize = 12;

/// A facet that opens; its values are counted only while it is open.
#[component]
pub fn FacetList(facet: Facet) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let details = NodeRef::<html::Details>::new();
    let open = Held::new(false);
    let toggle = move |_| {
        if let Some(details) = details.get_untracked() {
            open.set(details.open());
        }
    };
    let name = move || language.text(&format!("filters.{}", facet.key()));
    let chosen = move || state.query.with(|query| query.chosen[facet].len());
    let chosen = move || {
        let chosen = chosen();
        (chosen > 0).then(|| language.count("facet.chosen", chosen))
    };
    view! {
        <details class="facet" data-facet=facet.key() node_ref=details on:toggle=toggle>
            <summary>
                {name} <span class="count">{chosen}</span>
            </summary>
            <Show when=move || open.get()>
                <Values facet />
            </Show>
        </details>
    }
}

#[component]
fn Values(facet: Facet) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let words = Held::new(String::new());
    let found = Derived::new(move || {
        let spoken = language.current();
        let words = words.get();
        let wanted = facet::called(facet, &words, &spoken);
        facet::named(facet, state.counts(facet, MOST, Some(&wanted)), &spoken)
    });
    let long = Derived::new(move || found.with(|found| found.total > LONG));
    let search = move || {
        let name = language.text(&format!("filters.{}", facet.key()));
        language.text_with("facet.search", &[("name", &name)])
    };
    let more = move || {
        let more = found.with(|found| found.more);
        (more > 0).then(|| view! { <p class="aside">{language.count("facet.more", more)}</p> })
    };
    view! {
        <Show when=move || long.get()>
            <input
                type="search"
                autocomplete="off"
                aria-label=search
                placeholder=search
                prop:value=move || words.get()
                on:input=move |event| words.set(event_target_value(&event))
            />
        </Show>
        <ul role="list">
            <For
                each=move || found.with(|found| found.values.clone())
                key=|value| (value.value.clone(), value.name.clone(), value.count.clone())
                let(value)
            >
                <Value facet value />
            </For>
        </ul>
        {more}
    }
}

#[component]
fn Value(facet: Facet, value: Named) -> impl IntoView {
    let state = expect_context::<State>();
    let Named { value, name, count } = value;
    let checked = {
        let value = value.clone();
        move || {
            state
                .query
                .with(|query| query.chosen.contains(facet, &value))
        }
    };
    let choose = {
        let value = value.clone();
        move |event| state.choose_also(facet, &value, event_target_checked(&event))
    };
    view! {
        <li>
            <label>
                <input
                    type="checkbox"
                    name=facet.key()
                    value=value
                    prop:checked=checked
                    on:change=choose
                />
                <span dir="auto">{name}</span>
                <span class="count">{count}</span>
            </label>
        </li>
    }
}
