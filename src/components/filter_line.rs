//! The line of chips: named times at one press, a sheet for each other choice, and the way back to everything.

use leptos::prelude::*;
use query::{ActiveFilter, Facet, View, When};

use super::{
    filter_chip::{OpenerChip, RemoveChip, TimeChip},
    summary,
};
use crate::{
    browser::focus,
    state::{Sheet, State},
    wording::use_language,
};

/// The chips, a toolbar (WAI-ARIA Authoring Practices): one stop of the Tab key, arrows within.
#[component]
pub fn FilterLine() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let nothing_upcoming = Memo::new(move |_| {
        let results = state.listing.results;
        results.with(|results| results.nothing_upcoming)
    });
    // The chip that the Tab key comes to; one that is not there hands it on to the days, which always are.
    let at = RwSignal::new(0);
    let stop = Memo::new(move |_| match at.get() {
        0 | 1 if nothing_upcoming.get() => 2,
        4 if !state.listing.is_of_use(Facet::Country) => 2,
        5 if !state.listing.is_of_use(Facet::Kind) => 2,
        at => at,
    });
    let without_chip = Memo::new(move |_| {
        let has_chip = |filter: &ActiveFilter, alone: bool| match filter {
            ActiveFilter::When(_) | ActiveFilter::Days(..) | ActiveFilter::Near(..) => true,
            ActiveFilter::Words(_) => alone,
            ActiveFilter::Value(facet, _) => matches!(facet, Facet::Country | Facet::Kind),
            ActiveFilter::Area(_) => false,
        };
        state.address.query.with(|query| {
            // One search stands in its box.
            let alone = query.or.q.is_empty();
            let active = query.active().into_iter();
            active
                .filter(|filter| !has_chip(filter, alone))
                .collect::<Vec<_>>()
        })
    });
    // An empty list offers the same way out, in its own place.
    let offers_all = move || {
        let matched = || {
            state
                .listing
                .results
                .with(|results| !results.matched.is_empty())
        };
        state.address.active_filters() > 0 && (state.address.view() == View::Map || matched())
    };
    let reset = move |_| {
        focus::go_to(summary::SENTENCE);
        state.address.reset();
    };
    let opener = move |sheet: Sheet, number| {
        // A facet of one value tells nothing apart.
        let hidden = Signal::derive(move || match sheet {
            Sheet::Facet(facet) => !state.listing.is_of_use(facet),
            _ => false,
        });
        view! { <OpenerChip sheet hidden number at stop /> }
    };
    view! {
        <div
            class="chips"
            role="toolbar"
            aria-label=language.label("filters.open")
            on:keydown=|key| focus::move_in_toolbar(&key)
        >
            <div class="chips-scroll">
                <TimeChip when=When::Today hidden=nothing_upcoming number=0 at stop />
                <TimeChip when=When::Weekend hidden=nothing_upcoming number=1 at stop />
                {opener(Sheet::Days, 2)}
                {opener(Sheet::Near, 3)}
                {opener(Sheet::Facet(Facet::Country), 4)}
                {opener(Sheet::Facet(Facet::Kind), 5)}
                <For each=move || without_chip.get() key=ActiveFilter::key let(filter)>
                    <RemoveChip filter />
                </For>
                <Show when=offers_all>
                    <button type="button" class="plain" tabindex="-1" data-action="reset" on:click=reset>
                        {language.label("summary.reset")}
                    </button>
                </Show>
            </div>
            {opener(Sheet::More, 6)}
        </div>
    }
}
