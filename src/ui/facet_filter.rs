//! A menu that keeps the events with one value of a facet.

use calendar::query::Facet;
use leptos::prelude::*;

use crate::{
    reactive::Derived,
    state::State,
    wording::{facet, use_language},
};

/// How many values the menu has at most; a list one can search has the others.
const MOST: usize = 300;

/// A native menu of a facet's values, each with its count under the other filters.
#[component]
pub fn FacetFilter(facet: Facet) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let chosen = move || state.query.with(|query| query.chosen[facet].clone());
    let values = Derived::new(move || {
        let found = facet::found(facet, state.counts(facet), "", MOST, &language.current());
        found.values
    });
    let options = move || {
        let chosen = chosen();
        values
            .get()
            .into_iter()
            .map(|value| {
                let selected = chosen.len() == 1 && chosen[0].eq_ignore_ascii_case(&value.value);
                let label = language.text_with(
                    "filters.value",
                    &[("name", &value.name), ("count", &value.count)],
                );
                view! { <option value=value.value selected=selected>{label}</option> }
            })
            .collect_view()
    };
    let several = move || {
        let chosen = chosen();
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
                <option value="" selected=move || chosen().is_empty()>
                    {move || language.text(&format!("filters.any_{}", facet.key()))}
                </option>
                {several}
                {options}
            </select>
        </label>
    }
}
