//! What the search box has beside it: country, dates, and more on demand; on a phone behind a button.

use leptos::prelude::*;
use query::Facet;

use super::{
    city_choice::CityChoice,
    clock_choice::ClockChoice,
    date_filter::DateFilter,
    facet_filter::FacetFilter,
    facet_list::FacetList,
    icon::{Drawing, Icon},
    near_me::{Asking, NearButton, NearPanel},
};
use crate::{
    reactive::{Derived, Held},
    {state::State, wording::use_language},
};

/// The filters beside the search box.
#[component]
pub fn FilterFields() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let more = Held::new(false);
    let asking = Asking::new();
    // A facet of one value tells nothing apart.
    let facets = Derived::new(move || {
        let several = |facet: Facet| {
            state.values(facet).len() > 1
                || state.query.with(|query| !query.chosen[facet].is_empty())
        };
        Facet::ALL
            .into_iter()
            .filter(|facet| several(*facet))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="more" id="more-filters">
            <FacetFilter facet=Facet::Country />
            <DateFilter />
            <NearButton asking />
            <button
                type="button"
                data-action="more-filters"
                aria-expanded=move || more.get().to_string()
                aria-controls="facets"
                on:click=move |_| more.update(|more| *more = !*more)
            >
                {language.says("filters.more")}
                <Icon drawing=Drawing::UNFOLD />
            </button>
            <div class="facets" id="facets" hidden=move || !more.get()>
                <Show when=move || more.get()>
                    <div class="choices">
                        <ClockChoice />
                        <CityChoice list="cities" on_chosen=move || () />
                    </div>
                    <For each=move || facets.get() key=|facet| *facet let(facet)>
                        <FacetList facet />
                    </For>
                </Show>
            </div>
        </div>
        <NearPanel asking />
    }
}
