//! The form of filters: search, country, dates, and more on demand. On a phone all but the search box wait behind a button.

use leptos::prelude::*;

use super::{
    icon::{Drawing, Icon},
    later::Later,
    search_box::SearchBox,
};
use crate::{
    reactive::Held,
    {state::State, wording::use_language},
};

/// The filters.
#[component]
pub fn Filters() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let later = expect_context::<Later>();
    let open = Held::new(false);
    let active = move || state.query.with(crate::state::active_filters);
    let name = Signal::derive(move || match active() {
        0 => language.text("filters.open"),
        count => language.text_with("filters.open_active", &[("count", &language.number(count))]),
    });
    let expanded = Signal::derive(move || open.get().to_string());
    let class = Signal::derive(move || {
        if open.get() {
            "filters open".to_owned()
        } else {
            "filters".to_owned()
        }
    });
    view! {
        <form class=class role="search" on:submit=move |event| event.prevent_default()>
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
            <div class="fields">{later.filter_fields()}</div>
        </form>
    }
}
