//! The second WebAssembly file: the parts of the page that the list does not wait for.

use chrono::NaiveDate;
use leptos::{html, prelude::*, task::spawn_local};
use listing::{sort, window::DayWindow};
use map::{cities::Cities, points::Points};
use wasm_split_helpers::SplitLoaderError;

use crate::{
    accent,
    components::{
        age::Age, country_rows::CountryRows, event_panel::EventPanel, filter_line::FilterLine,
        footer::Footer, menu_button::MenuButton, month_view::MonthView, offer::Offer,
        place_options::PlaceOptions, print_note::PrintNote, problems::Problems, sheet::Sheets,
        skip_links::SkipLinks, spot_list::SpotList, summary::Summary, view_menu::ViewMenu,
        view_switch::ViewSwitch, world_map::WorldMap,
    },
    host_page,
    load::{aliases, cities},
    state::{Positions, Pruned, Shared, Spherical, State},
};

/// A part of the page whose code is in the second file.
#[derive(Clone, Copy)]
pub enum Part {
    /// What places are called in other languages, for searches.
    Aliases,
    /// How old the calendar is, and what could not be read of the link.
    Age,
    /// A day's cards under their countries, for paper.
    CountryRows {
        /// The day; `None` where no date is known.
        date: Option<NaiveDate>,
        /// Its rows.
        day: Pruned<Memo<Option<DayWindow>>>,
    },
    /// The opened event.
    EventPanel,
    /// The line of chips beneath the search box.
    FilterLine,
    /// The page's footer.
    Footer,
    /// An embed's messages to and from the page around it, and the accent colour it asks for.
    HostPage,
    /// The button that opens the menu.
    MenuButton,
    /// The grid of a month's days.
    MonthView,
    /// A newer calendar, to be shown or not.
    Offer,
    /// Places that the words of the search box may mean.
    PlaceOptions {
        /// The search box.
        input: NodeRef<html::Input>,
    },
    /// The foot of what is printed.
    PrintNote,
    /// The list of problems.
    Problems,
    /// The menu, and the controls behind the chips.
    Sheets,
    /// Links past the controls.
    SkipLinks,
    /// The events at one spot of the map.
    SpotList,
    /// What is shown, in a sentence.
    Summary,
    /// The choice of a view on a desktop.
    ViewMenu,
    /// The choice of a view on a phone.
    ViewSwitch,
    /// The map.
    WorldMap,
}

/// The functions the second file is entered by.
#[derive(Clone, Copy)]
pub struct Functions {
    /// Renders a part, in the owner it is called in.
    render: fn(Part) -> AnyView,
    spherical: Spherical,
    load_cities: fn(Positions),
}

/// How far the second file is; found by [`Lazy`] through its context.
#[derive(Clone, Copy)]
pub struct SecondFile {
    positions: Positions,
    functions: Pruned<RwSignal<Option<Functions>>>,
    /// Whether it did not arrive.
    pub missing: Pruned<RwSignal<bool>>,
}

impl SecondFile {
    /// Fetches it as soon as the list is on the screen.
    pub fn new(state: State) -> Self {
        let file = Self {
            positions: state.positions,
            functions: Pruned::signal(None),
            missing: Pruned::signal(false),
        };
        Effect::new(move || {
            if state.ready() || state.positions.seeks_place() {
                // A frame later the list is on the screen.
                request_animation_frame(move || file.fetch());
            }
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
    pub fn fetch(self) {
        if self.functions.with_untracked(Option::is_some) {
            return;
        }
        self.missing.set(false);
        spawn_local(async move {
            let functions = functions().await.ok();
            self.missing.set(functions.is_none());
            if functions.is_none() && self.positions.cities.with_untracked(Option::is_none) {
                // Nothing is to be waited for.
                self.positions
                    .cities
                    .set(Some(Shared::new(Cities::default())));
            }
            let spherical = functions.map(|functions| functions.spherical);
            self.positions.spherical.set(spherical);
            self.functions.set(functions);
        });
    }
}

/// A part of the page, once its code is there; until then `fallback`, or nothing. When the code did not arrive, the
/// notices over the list say so and offer to fetch it again.
#[component]
pub fn Lazy(
    /// The part.
    part: Part,
    /// What is shown until its code is there.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> impl IntoView {
    let file = expect_context::<SecondFile>();
    move || match file.functions.get() {
        Some(functions) => (functions.render)(part),
        None => fallback.run(),
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
