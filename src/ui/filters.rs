//! The form of filters: search, country, dates, and more on demand. On a phone all but the search box wait behind a button.

use calendar::query::Facet;
use leptos::prelude::*;

use super::{
    city_choice::CityChoice,
    clock_choice::ClockChoice,
    date_filter::DateFilter,
    facet_filter::FacetFilter,
    facet_list::FacetList,
    icon::{Drawing, Icon},
    near_me::{Asking, NearButton, NearPanel},
    search_box::SearchBox,
};
use crate::{state::State, wording::use_language};

/// The filters.
#[component]
pub fn Filters() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let open = RwSignal::new(false);
    let active = move || state.query.with(crate::state::active_filters);
    let more = RwSignal::new(false);
    let asking = Asking::new();
    // A facet of one value tells nothing apart.
    let facets = Memo::new(move |_| {
        let several = |facet: Facet| {
            state
                .index
                .with(|index| index.as_ref().is_some_and(|index| index.values(facet) > 1))
                || state.query.with(|query| !query.chosen[facet].is_empty())
        };
        Facet::ALL
            .into_iter()
            .filter(|facet| several(*facet))
            .collect::<Vec<_>>()
    });
    let name = move || match active() {
        0 => language.text("filters.open"),
        count => language.text_with("filters.open_active", &[("count", &language.number(count))]),
    };
    view! {
        <form class="filters" class:open=open role="search" on:submit=move |event| event.prevent_default()>
            <SearchBox />
            <button
                type="button"
                class="phone-only filters-button"
                data-action="filters"
                aria-expanded=move || open.get().to_string()
                aria-controls="more-filters"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon drawing=Drawing::Filters />
                {name}
            </button>
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
                    <Icon drawing=Drawing::Unfold />
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
        </form>
    }
}
