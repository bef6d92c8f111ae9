//! The parts of the page that are in the second WebAssembly file, and the places where they stand.
//!
//! No component is named here: what they are is in `second_file`.

use std::collections::VecDeque;

use chrono::NaiveDate;
use leptos::{html, prelude::*};
use listing::window::DayWindow;

use crate::state::{Positions, Pruned, Spherical};

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
    /// What ended earlier today.
    EndedEvents,
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
    /// That an event in the list was moved lately.
    Moved {
        /// Index of the event.
        at: u32,
    },
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
    pub render: fn(Part) -> AnyView,
    /// Spherical geometry.
    pub spherical: Spherical,
    /// Fetches the cities that come with the page.
    pub load_cities: fn(Positions),
}

/// A place in the page where a part stands, once it has its functions.
type Place = RwSignal<Option<Functions>>;

/// How far the second file is; found by [`Lazy`] through its context.
#[derive(Clone, Copy)]
pub struct SecondFile {
    /// Whether the page is part of a site that records what changes in the event file that is shown.
    pub records_changes: bool,
    /// Where its geometry goes.
    pub positions: Positions,
    /// What it is entered by, once it is there.
    pub functions: Pruned<RwSignal<Option<Functions>>>,
    /// The places whose parts are to be rendered, in their order in the page.
    pub waiting: StoredValue<VecDeque<Place>>,
    /// Whether it did not arrive.
    pub missing: Pruned<RwSignal<bool>>,
}

impl SecondFile {
    /// A place for a part. While some wait it waits its turn: to render all parts at once would keep a slow phone from
    /// answering for as long.
    fn place(self) -> Place {
        let functions = self.functions.get_untracked();
        let is_quiet = self.waiting.with_value(VecDeque::is_empty);
        let place = RwSignal::new(functions.filter(|_| is_quiet));
        if place.with_untracked(Option::is_none) {
            self.waiting.update_value(|waiting| {
                waiting.retain(|place| !place.is_disposed());
                waiting.push_back(place);
            });
        }
        place
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
    let place = expect_context::<SecondFile>().place();
    move || match place.get() {
        Some(functions) => (functions.render)(part),
        None => fallback.run(),
    }
}
