//! The page as a whole.

use std::sync::Arc;

use leptos::prelude::*;
use query::{Query, View};
use texts::Words;

use super::{
    about::About, chips::Chips, event_list::EventList, failed::Failed, filters::Filters,
    header::Header, later::Later, loading::Loading, notices::Notices, summary::Summary, wiring,
};
use crate::{
    browser::{address, intl},
    reactive::{Derived, live, shown},
    state::{Loaded, Phase, State},
    wording::{Language, Spoken},
};

/// Marchmap.
#[component]
pub fn App() -> impl IntoView {
    let query = Query::parse(&address::query());
    let now = super::passing_time::moment(&query);
    let state = State::new(query, now, Arc::new(intl::IntlZones));
    let language = Spoken::new(Language::new(Words::at_first()));
    provide_context(state);
    provide_context(language);
    let later = Later::new(state);
    provide_context(later);
    wiring::wire(state, language);

    let counted = move |of: fn(&Loaded) -> usize| {
        let count = Derived::new(move || {
            let count = state
                .loaded
                .with(|loaded| loaded.as_ref().map(|loaded| of(loaded)));
            count.unwrap_or_default().to_string()
        });
        count.signal()
    };
    let total = counted(|loaded| loaded.calendar.events.len());
    let problems = counted(|loaded| loaded.problems.len());
    let matched = Signal::derive(move || {
        state
            .results
            .with(|results| results.matched.len().to_string())
    });
    let failure = Derived::new(move || {
        state.phase.with(|phase| match phase {
            Phase::Failed(failure) => Some(failure.clone()),
            _ => None,
        })
    });
    let covered = Signal::derive(move || {
        state.opened.with(Option::is_some)
            || state.problems_open.get()
            || state.at_one_spot.with(|events| !events.is_empty())
    });
    let ready = Derived::new(move || state.ready());
    let body = live(move || match (failure.get(), ready.get()) {
        (Some(failure), _) => view! { <Failed failure /> }.into_any(),
        (None, false) => view! { <Loading /> }.into_any(),
        (None, true) => view! {
            <Chips />
            <div class="shown">
                <Summary />
                {later.take_along()}
            </div>
            {later.age()}
            <Notices />
            <div class="timeline-place">{later.timeline()}</div>
            <EventList />
        }
        .into_any(),
    });
    let month = shown(
        move || state.ready() && state.view() == View::Month,
        move || later.month_view(),
    );
    let view = Signal::derive(move || state.view().word().to_owned());
    view! {
        <Header />
        <main
            class="page"
            data-view=view
            data-total=total
            data-matched=matched
            data-problems=problems
        >
            {month}
            <div class="column" inert=covered>
                    <Filters />
                    <About />
                    {body}
                {later.footer()}
                {later.print_note()}
            </div>
            {later.spot_list()}
            {later.event_panel()}
            {later.problems()}
            {later.world_map()}
            {later.offer()}
        </main>
        {later.view_switch()}
        {later.host_page()}
    }
}
