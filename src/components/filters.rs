//! The form of filters: search, country, dates, and more on demand. On a phone all but the search box wait behind a button.

use leptos::prelude::*;

use super::{
    icon::{Drawing, Icon},
    search_box::SearchBox,
};
use crate::{
    lazy::{Lazy, Part},
    state::State,
    wording::use_language,
};

/// The filters.
#[component]
pub fn Filters() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let open = RwSignal::new(false);
    let active = move || state.address.active_filters();
    let name = Signal::derive(move || match active() {
        0 => language.text("filters.open"),
        count => language.text_with("filters.open_active", &[("count", &language.number(count))]),
    });
    let expanded = Signal::derive(move || open.get().to_string());
    view! {
        <form class="filters" class:open=open role="search" on:submit=move |event| event.prevent_default()>
            <SearchBox />
            <button
                type="button"
                class="phone-only filters-button"
                data-action="filters"
                aria-expanded=expanded
                aria-controls="more-filters"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon drawing=Drawing::FILTERS />
                {name}
            </button>
            <div class="fields"><Lazy part=Part::FilterFields /></div>
        </form>
    }
}
