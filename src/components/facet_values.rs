//! A facet as a list of values to tick: as many as one likes, each with its count under the other filters.

use leptos::prelude::*;
use query::Facet;

use crate::{
    state::{Pruned, State},
    wording::{
        facet::{self, Found, Named},
        use_language,
    },
};

/// How many values are rendered at once; those with most events first.
const MOST: usize = 100;

/// Longer lists can be searched.
const LONG: usize = 12;

/// The values as tick boxes, longer lists with a search.
#[component]
pub fn FacetValues(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let words = RwSignal::new(String::new());
    let found = Pruned::memo(move |_| {
        let current = language.get();
        let words = words.get();
        let wanted = facet::called(facet, &words, &current);
        facet::named(
            facet,
            state.listing.counts(facet, MOST, Some(&wanted)),
            &current,
        )
    });
    let long = Memo::new(move |_| found.with(|found| found.total > LONG));
    let name = move || language.text(&format!("filters.{}", facet.key()));
    let search = move || {
        let name = name();
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
        <div role="group" aria-label=name>
            <ul role="list">
                <For
                    each=move || found.with(|found| found.values.clone())
                    key=|value| (value.value.clone(), value.name.clone())
                    let(value)
                >
                    <Value facet value found />
                </For>
            </ul>
        </div>
        {more}
    }
}

#[component]
fn Value(facet: Facet, value: Named, found: Pruned<Memo<Found>>) -> impl IntoView {
    let state = expect_context::<State>();
    let Named { value, name, .. } = value;
    let count = {
        let value = value.clone();
        move || found.with(|found| found.count(&value).to_owned())
    };
    let checked = {
        let value = value.clone();
        move || {
            state
                .address
                .query
                .with(|query| query.chosen.contains(facet, &value))
        }
    };
    let choose = {
        let value = value.clone();
        move |event| {
            state
                .address
                .choose_also(facet, &value, event_target_checked(&event))
        }
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
