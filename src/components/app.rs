//! The page.

use std::sync::Arc;

use leptos::prelude::*;
use query::View;
use texts::{PlaceNames, Words};

use super::{
    ended::Ended, event_list::EventList, failed::Failed, filters::Filters, header::Header,
    loading::Loading, notices::Notices,
};
use crate::{
    browser::intl::IntlZones,
    clock, document,
    lazy::{Lazy, Part},
    load, router, second_file, share,
    state::{Phase, State},
    wording::{ActiveLanguage, Language},
};

/// Marchmap.
#[component]
pub fn App() -> impl IntoView {
    let query = router::query();
    let now = clock::moment(&query);
    let state = State::new(query, now, Arc::new(IntlZones));
    let language = ActiveLanguage::new(Language::new(Words::at_first(), PlaceNames::default()));
    provide_context(state);
    provide_context(language);
    provide_context(second_file::start(state));
    let settled = load::start(state, language);
    router::start(state);
    clock::start(state);
    document::start(state, language, settled);
    share::start(state);

    let total = Signal::derive(move || state.source.total().to_string());
    let problems = Signal::derive(move || state.source.problems().to_string());
    let matched = Signal::derive(move || {
        let results = state.listing.results;
        results.with(|results| results.matched.len().to_string())
    });
    let failure = Memo::new(move |_| {
        state.source.phase.with(|phase| match phase {
            Phase::Failed(failure) => Some(failure.clone()),
            _ => None,
        })
    });
    let ready = Memo::new(move |_| state.ready());
    let body = move || match (failure.get(), ready.get()) {
        (Some(failure), _) => view! { <Failed failure /> }.into_any(),
        (None, false) => view! { <Loading /> }.into_any(),
        (None, true) => view! {
            <Lazy part=Part::Summary />
            <Lazy part=Part::Age />
            <Notices />
            <Ended />
            <EventList />
        }
        .into_any(),
    };
    let month = move || state.ready() && state.address.view() == View::Month;
    let view = Signal::derive(move || state.address.view().word().to_owned());
    view! {
        <Header />
        <main
            class="page"
            data-view=view
            data-total=total
            data-matched=matched
            data-problems=problems
        >
            <Show when=month><Lazy part=Part::MonthView /></Show>
            <div class="column" inert=move || state.selection.covers_list()>
                <Filters />
                {body}
                <Lazy part=Part::Footer />
                <Lazy part=Part::PrintNote />
            </div>
            <Lazy part=Part::SpotList />
            <Lazy part=Part::EventPanel />
            <Lazy part=Part::Problems />
            <Lazy part=Part::WorldMap />
            <Lazy part=Part::Offer />
        </main>
        <Lazy part=Part::Sheets />
        <Lazy part=Part::ViewSwitch />
        <Lazy part=Part::HostPage />
        <Lazy part=Part::Aliases />
    }
}
