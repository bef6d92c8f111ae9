//! The second WebAssembly file: the components in it, and when it is fetched.

use std::collections::VecDeque;

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};
use listing::sort;
use map::{cities::Cities, points::Points};
use wasm_split_helpers::SplitLoaderError;

use crate::{
    accent,
    browser::{site, task::Slices},
    components::{
        age::Age, country_rows::CountryRows, ended_events::EndedEvents, event_panel::EventPanel,
        filter_line::FilterLine, footer::Footer, menu_button::MenuButton, month_view::MonthView,
        moved::Moved, offer::Offer, place_options::PlaceOptions, print_note::PrintNote,
        problems::Problems, sheet::Sheets, skip_links::SkipLinks, spot_list::SpotList,
        summary::Summary, view_menu::ViewMenu, view_switch::ViewSwitch, world_map::WorldMap,
    },
    host_page,
    lazy::{Functions, Part, SecondFile},
    load::{aliases, cities},
    state::{Pruned, Shared, Spherical, State},
};

/// Fetches it as soon as the list is on the screen.
pub fn start(state: State) -> SecondFile {
    let is_own = state
        .address
        .query
        .with_untracked(|query| query.data.is_none());
    let file = SecondFile {
        records_changes: is_own && site::is_generated(),
        positions: state.positions,
        functions: Pruned::signal(None),
        waiting: StoredValue::default(),
        missing: Pruned::signal(false),
    };
    Effect::new(move |was_due: Option<bool>| {
        let is_due = state.ready() || state.positions.seeks_place();
        if is_due && was_due != Some(true) {
            // A frame later the list is on the screen.
            request_animation_frame(move || fetch(file));
        }
        is_due
    });
    Effect::new(move || {
        if let Some(functions) = file.functions.get()
            && state.positions.seeks_place()
        {
            (functions.load_cities)(state.positions);
        }
    });
    file
}

/// Fetches it, once more if it did not arrive.
pub fn fetch(file: SecondFile) {
    if file.functions.with_untracked(Option::is_some) {
        return;
    }
    file.missing.set(false);
    spawn_local(async move {
        let functions = functions().await.ok();
        file.missing.set(functions.is_none());
        if functions.is_none() && file.positions.cities.with_untracked(Option::is_none) {
            // Nothing is to be waited for.
            file.positions
                .cities
                .set(Some(Shared::new(Cities::default())));
        }
        let spherical = functions.map(|functions| functions.spherical);
        file.positions.spherical.set(spherical);
        if let Some(functions) = functions {
            file.functions.set(Some(functions));
            render_in_turn(functions, file).await;
        }
    });
}

/// Renders one part after the other, in tasks of a few milliseconds.
async fn render_in_turn(functions: Functions, file: SecondFile) {
    let next = || file.waiting.try_update_value(VecDeque::pop_front).flatten();
    let mut slices = Slices::begin();
    while let Some(place) = next() {
        // A place that is gone has no part to render.
        let _ = place.try_set(Some(functions));
        tick().await;
        slices.pause().await;
    }
}

/// The one entry into the second file: what is reached from here alone is in it.
#[wasm_split_helpers::wasm_split(later, fallible)]
fn functions() -> Result<Functions, SplitLoaderError> {
    texts::complete();
    Ok(Functions {
        render,
        spherical: Spherical {
            points: Points::new,
            nearest: |calendar, events, position| {
                let sorted = sort::nearest(calendar, events, position);
                sorted.into_iter().map(|(event, _)| event).collect()
            },
            find: Cities::position_of,
            distance_km: geo::distance_km,
        },
        load_cities: cities::load,
    })
}

fn render(part: Part) -> AnyView {
    match part {
        Part::Aliases => {
            aliases::start(expect_context());
            ().into_any()
        }
        Part::Age => view! { <Age /> }.into_any(),
        Part::CountryRows { date, day } => view! { <CountryRows date day /> }.into_any(),
        Part::EndedEvents => view! { <EndedEvents /> }.into_any(),
        Part::EventPanel => view! { <EventPanel /> }.into_any(),
        Part::FilterLine => view! { <FilterLine /> }.into_any(),
        Part::Footer => view! { <Footer /> }.into_any(),
        Part::HostPage => {
            accent::start(expect_context());
            host_page::start(expect_context());
            ().into_any()
        }
        Part::MenuButton => view! { <MenuButton /> }.into_any(),
        Part::MonthView => view! { <MonthView /> }.into_any(),
        Part::Moved { at } => view! { <Moved at /> }.into_any(),
        Part::Offer => view! { <Offer /> }.into_any(),
        Part::PlaceOptions { input } => {
            let state = expect_context::<State>();
            let words = Signal::derive(move || state.address.query.with(|query| query.q.clone()));
            view! { <PlaceOptions input list="search-places" words /> }.into_any()
        }
        Part::PrintNote => view! { <PrintNote /> }.into_any(),
        Part::Problems => view! { <Problems /> }.into_any(),
        Part::Sheets => view! { <Sheets /> }.into_any(),
        Part::SkipLinks => view! { <SkipLinks /> }.into_any(),
        Part::SpotList => view! { <SpotList /> }.into_any(),
        Part::Summary => view! { <Summary /> }.into_any(),
        Part::ViewMenu => view! { <ViewMenu /> }.into_any(),
        Part::ViewSwitch => view! { <ViewSwitch /> }.into_any(),
        Part::WorldMap => view! { <WorldMap /> }.into_any(),
    }
}
