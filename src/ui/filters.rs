//! The form of filters: search, country, dates. On a phone all but the search box wait behind a button.

use calendar::query::Facet;
use leptos::prelude::*;

use super::{
    date_filter::DateFilter,
    facet_filter::FacetFilter,
    icon::{Drawing, Icon},
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
            </div>
        </form>
    }
}
