//! A menu that keeps the events with one value of a facet.

use std::{collections::HashMap, sync::Arc};

use leptos::prelude::*;
use query::Facet;

use crate::{
    state::{Pruned, State},
    wording::{facet, use_language},
};

/// A native menu of a facet's values, each with its count under the other filters.
#[component]
pub fn FacetFilter(facet: Facet) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let chosen = Pruned::memo(move |_| {
        state
            .address
            .query
            .with(|query| query.chosen[facet].clone())
    });
    // Named and ordered once, not at every letter: the browser is slow at both.
    let named = Memo::new(move |_| {
        let mut values = state.listing.values(facet);
        let strange = chosen.with(|chosen| facet::strange(chosen, &values));
        values.extend(strange);
        facet::in_order(facet, values, &language.get())
    });
    let counts = Pruned::memo(move |_| {
        let counts = state.listing.counts(facet, usize::MAX, None).values;
        counts
            .into_iter()
            .map(|counted| (counted.value, (counted.count, counted.chosen)))
            .collect::<HashMap<_, _>>()
    });
    let values = move || {
        let mut values = named.get();
        counts.with(|counts| values.retain(|(value, _)| counts.contains_key(value)));
        values
    };
    let option = move |(value, name): (Arc<str>, String)| {
        let text = value.to_string();
        let counted = Memo::new(move |_| {
            counts.with(|counts| counts.get(&value).copied().unwrap_or_default())
        });
        let label = move || {
            let count = language.number(counted.get().0 as usize);
            language.text_with("filters.value", &[("name", &name), ("count", &count)])
        };
        let selected = move || chosen.with(|chosen| chosen.len() == 1) && counted.get().1;
        view! { <option value=text prop:selected=selected>{label}</option> }
    };
    let several = move || {
        let chosen = chosen.get();
        (chosen.len() > 1).then(|| {
            let names = facet::names(facet, &chosen, &language.get());
            view! { <option value="\u{0}" selected>{names}</option> }
        })
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        state.address.choose(
            facet,
            if value.is_empty() {
                Vec::new()
            } else {
                vec![value]
            },
        );
    };
    view! {
        <label>
            <span>{move || language.text(&format!("filters.{}", facet.key()))}</span>
            <select name=facet.key() on:change=choose>
                <option value="" prop:selected=move || chosen.with(Vec::is_empty)>
                    {move || language.text(&format!("filters.any_{}", facet.key()))}
                </option>
                {several}
                <For each=values key=|(value, name)| (value.to_string(), name.clone()) children=option />
            </select>
        </label>
    }
}
