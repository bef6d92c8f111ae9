//! The form of filters: the search box, and the line of chips.

use leptos::prelude::*;

use super::search_box::SearchBox;
use crate::lazy::{Lazy, Part};

/// The filters; the chips come after the list, and their line has its room from the start.
#[component]
pub fn Filters() -> impl IntoView {
    view! {
        <form class="filters" role="search" on:submit=move |event| event.prevent_default()>
            <SearchBox />
            <div class="filter-line"><Lazy part=Part::FilterLine /></div>
        </form>
    }
}
