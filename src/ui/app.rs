//! The page as a whole.

use std::sync::Arc;

use calendar::{
    Words,
    query::{Query, View},
};
use leptos::prelude::*;

use super::{
    about::About, chips::Chips, event_list::EventList, event_panel::EventPanel, failed::Failed,
    filters::Filters, footer::Footer, header::Header, loading::Loading, month_view::MonthView,
    notices::Notices, print_note::PrintNote, problems::Problems, spot_list::SpotList,
    summary::Summary, take_along::TakeAlong, timeline::Timeline, view_switch::ViewSwitch, wiring,
    world_map::WorldMap,
};
use crate::{
    edge::{address, intl},
    state::{Phase, State},
    wording::{Language, Spoken},
};

/// Marchmap.
#[component]
pub fn App() -> impl IntoView {
    let query = Query::parse(&address::query());
    let now = super::passing_time::moment(&query);
    let state = State::new(query, now, Arc::new(intl::IntlZones));
    let language = Spoken::new(Language::new(Words::english()));
    provide_context(state);
    provide_context(language);
    wiring::wire(state, language);

    let total = move || {
        state.loaded.with(|loaded| {
            loaded
                .as_ref()
                .map_or(0, |loaded| loaded.calendar.events.len())
        })
    };
    let matched = move || state.results.with(|results| results.matched.len());
    let problems = move || {
        state
            .loaded
            .with(|loaded| loaded.as_ref().map_or(0, |loaded| loaded.problems.len()))
    };
    let failure = move || {
        state.phase.with(|phase| match phase {
            Phase::Failed(failure) => Some(failure.clone()),
            _ => None,
        })
    };
    let covered = move || {
        state.opened.get().is_some()
            || state.problems_open.get()
            || state.at_one_spot.with(|events| !events.is_empty())
    };
    let body = move || match (failure(), state.ready()) {
        (Some(failure), _) => view! { <Failed failure /> }.into_any(),
        (None, false) => view! { <Loading /> }.into_any(),
        (None, true) => view! {
            <Chips />
            <div class="shown">
                <Summary />
                <TakeAlong />
            </div>
            <Notices />
            <Timeline />
            <EventList />
        }
        .into_any(),
    };
    let month =
        move || (state.ready() && state.view() == View::Month).then(|| view! { <MonthView /> });
    view! {
        <Header />
        <main
            class="page"
            data-view=move || state.view().word()
            data-total=total
            data-matched=matched
            data-problems=problems
        >
            {month}
            <div class="column" inert=covered>
                    <Filters />
                    <About />
                    {body}
                <Footer />
                <PrintNote />
            </div>
            <SpotList />
            <EventPanel />
            <Problems />
            <WorldMap />
        </main>
        <ViewSwitch />
    }
}
