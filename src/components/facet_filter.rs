//! A menu that keeps the events with one value of a facet.

use std::{collections::HashMap, sync::Arc};

use leptos::prelude::*;
use query::Facet;

use crate::{
    reactive::{Derived, Row, rows},
    state::State,
    wording::{facet, use_language},
};

/// A native menu of a facet's values, each with its count under the other filters.
#[component]
pub fn FacetFilter(facet: Facet) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let chosen = Derived::new(move || state.query.with(|query| query.chosen[facet].clone()));
    // Named and ordered once, not at every letter: the browser is slow at both.
    let named = Derived::new(move || {
        let mut values = state.values(facet);
        let strange = chosen.with(|chosen| facet::strange(chosen, &values));
        values.extend(strange);
        facet::in_order(facet, values, &language.current())
    });
    let counts = Derived::new(move || {
        let counts = state.counts(facet, usize::MAX, None).values;
        counts
            .into_iter()
            .map(|counted| (counted.value, (counted.count, counted.chosen)))
            .collect::<HashMap<_, _>>()
    });
    let options = move || {
        let there = named.get().into_iter();
        let there = there.filter(|(value, _)| counts.with(|counts| counts.contains_key(value)));
        let row = |(value, name): (Arc<str>, String)| {
            let key = value.to_string();
            let counted = {
                let value = value.clone();
                move || counts.with(|counts| counts.get(&value).copied().unwrap_or_default())
            };
            let label = {
                let counted = counted.clone();
                move || {
                    let count = language.number(counted().0 as usize);
                    language.text_with("filters.value", &[("name", &name), ("count", &count)])
                }
            };
            let selected = move || chosen.with(|chosen| chosen.len() == 1) && counted().1;
            Row::new(key, move || {
                view! { <option value=value.to_string() prop:selected=selected>{label}</option> }
                    .into_any()
            })
        };
        there.map(row).collect()
    };
    let several = move || {
        let chosen = chosen.get();
        (chosen.len() > 1).then(|| {
            let names = facet::names(facet, &chosen, &language.current());
            view! { <option value="\u{0}" selected>{names}</option> }
        })
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        state.choose(
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
                {rows(options)}
            </select>
        </label>
    }
}
