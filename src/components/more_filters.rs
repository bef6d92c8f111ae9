//! All facets, each to unfold, and whose clock shows the times.

use leptos::{html, prelude::*};
use query::Facet;

use super::{clock_choice::ClockChoice, facet_values::FacetValues};
use crate::{state::State, wording::use_language};

/// The filters, those with a chip of their own among them: a narrow window may not show it.
#[component]
pub fn MoreFilters() -> impl IntoView {
    let state = expect_context::<State>();
    let facets = Facet::ALL.into_iter();
    let of_use = |facet: &Facet| untrack(|| state.listing.is_of_use(*facet));
    let facets = facets
        .filter(of_use)
        .map(|facet| view! { <UnfoldingFacet facet /> })
        .collect_view();
    view! {
        <ClockChoice />
        {facets}
    }
}

/// A facet that opens; its values are counted only while it is open.
#[component]
fn UnfoldingFacet(facet: Facet) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggle = move |_| {
        if let Some(details) = details.get_untracked() {
            open.set(details.open());
        }
    };
    let name = move || language.text(&format!("filters.{}", facet.key()));
    let chosen = move || {
        let chosen = state.address.query.with(|query| query.chosen[facet].len());
        (chosen > 0).then(|| language.count("facet.chosen", chosen))
    };
    view! {
        <details class="facet" data-facet=facet.key() node_ref=details on:toggle=toggle>
            <summary>
                {name} <span class="count">{chosen}</span>
            </summary>
            <Show when=move || open.get()>
                <FacetValues facet />
            </Show>
        </details>
    }
}
