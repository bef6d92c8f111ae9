//! What the list does not wait for: the parts of the page whose code comes in a file of its own.

use chrono::NaiveDate;
use event_file::{
    Calendar, Problem,
    read::{self, NotJson},
};
use leptos::{prelude::*, task::spawn_local};
use listing::{sort, window::DayWindow};
use map::points::Points;
use wasm_split_helpers::SplitLoaderError;

use super::{
    country_rows::country_rows,
    event_panel::EventPanel,
    filter_fields::FilterFields,
    footer::Footer,
    freshness::{Age, Offer},
    host_page::HostPage,
    month_view::MonthView,
    print_note::PrintNote,
    problems::Problems,
    spot_list::SpotList,
    take_along::TakeAlong,
    timeline::Timeline,
    view_switch::{ViewMenu, ViewSwitch},
    world_map::WorldMap,
};
use crate::{
    reactive::{Derived, Held, effect, live},
    state::{Sphere, State},
};

/// Makes a part of the page, in the owner it is called in.
type Part = fn() -> AnyView;

/// What reading an event file gives.
type Read = Result<(Calendar, Vec<Problem>), NotJson>;

/// The parts that come later.
#[derive(Clone, Copy)]
pub struct Parts {
    read: fn(&[u8]) -> Read,
    sphere: Sphere,
    country_rows: fn(Option<NaiveDate>, Derived<Option<DayWindow>>) -> AnyView,
    event_panel: Part,
    filter_fields: Part,
    age: Part,
    offer: Part,
    footer: Part,
    host_page: Part,
    month_view: Part,
    print_note: Part,
    problems: Part,
    spot_list: Part,
    take_along: Part,
    timeline: Part,
    view_menu: Part,
    view_switch: Part,
    world_map: Part,
}

/// How far the parts are, for the whole page.
#[derive(Clone, Copy)]
pub struct Later {
    state: State,
    parts: Held<Option<Parts>>,
    /// Whether they did not arrive.
    pub missing: Held<bool>,
}

impl Later {
    /// Fetches the parts as soon as the list is on the screen.
    pub fn new(state: State) -> Self {
        let later = Self {
            state,
            parts: Held::new(None),
            missing: Held::new(false),
        };
        effect(move || {
            if state.ready() {
                // A frame later the list is on the screen.
                request_animation_frame(move || later.fetch());
            }
        });
        later
    }

    /// Fetches the parts, once more if they did not arrive.
    pub fn fetch(self) {
        if self.parts.with_untracked(Option::is_some) {
            return;
        }
        self.missing.set(false);
        spawn_local(async move {
            let parts = parts().await.ok();
            self.missing.set(parts.is_none());
            self.state.sphere.set(parts.map(|parts| parts.sphere));
            self.parts.set(parts);
        });
    }

    /// One of the parts, once they are there.
    fn show(self, part: fn(&Parts) -> Part) -> AnyView {
        live(move || match self.parts.get() {
            Some(parts) => part(&parts)(),
            None => ().into_any(),
        })
    }

    /// A day's cards under their countries, for paper.
    pub fn country_rows(self, date: Option<NaiveDate>, day: Derived<Option<DayWindow>>) -> AnyView {
        live(move || match self.parts.get() {
            Some(parts) => (parts.country_rows)(date, day),
            None => ().into_any(),
        })
    }

    /// The opened event.
    pub fn event_panel(self) -> AnyView {
        self.show(|parts| parts.event_panel)
    }

    /// What the search box has beside it.
    pub fn filter_fields(self) -> AnyView {
        self.show(|parts| parts.filter_fields)
    }

    /// How old the calendar is.
    pub fn age(self) -> AnyView {
        self.show(|parts| parts.age)
    }

    /// A newer calendar, to be shown or not.
    pub fn offer(self) -> AnyView {
        self.show(|parts| parts.offer)
    }

    /// What stands under the list.
    pub fn footer(self) -> AnyView {
        self.show(|parts| parts.footer)
    }

    /// An embed's talk with the page around it.
    pub fn host_page(self) -> AnyView {
        self.show(|parts| parts.host_page)
    }

    /// The grid of a month's days.
    pub fn month_view(self) -> AnyView {
        self.show(|parts| parts.month_view)
    }

    /// What is told on paper only.
    pub fn print_note(self) -> AnyView {
        self.show(|parts| parts.print_note)
    }

    /// The list of problems.
    pub fn problems(self) -> AnyView {
        self.show(|parts| parts.problems)
    }

    /// The events at one spot of the map.
    pub fn spot_list(self) -> AnyView {
        self.show(|parts| parts.spot_list)
    }

    /// Saving, sharing and printing the list.
    pub fn take_along(self) -> AnyView {
        self.show(|parts| parts.take_along)
    }

    /// How many events each day has.
    pub fn timeline(self) -> AnyView {
        self.show(|parts| parts.timeline)
    }

    /// The choice of a view on a desk.
    pub fn view_menu(self) -> AnyView {
        self.show(|parts| parts.view_menu)
    }

    /// The choice of a view on a phone.
    pub fn view_switch(self) -> AnyView {
        self.show(|parts| parts.view_switch)
    }

    /// The map.
    pub fn world_map(self) -> AnyView {
        self.show(|parts| parts.world_map)
    }
}

/// Reads an event file that has something to mend or to warn of; `None` if the code for it did not arrive.
pub async fn read(bytes: &[u8]) -> Option<Read> {
    let parts = parts().await.ok()?;
    Some((parts.read)(bytes))
}

/// The parts, from their file.
#[wasm_split_helpers::wasm_split(later, fallible)]
fn parts() -> Result<Parts, SplitLoaderError> {
    texts::complete();
    Ok(Parts {
        read: read::read,
        sphere: Sphere {
            points: Points::new,
            nearest: |calendar, events, position| {
                let sorted = sort::nearest(calendar, events, position);
                sorted.into_iter().map(|(event, _)| event).collect()
            },
            distance_km: geo::distance_km,
        },
        country_rows,
        event_panel: || EventPanel().into_any(),
        filter_fields: || FilterFields().into_any(),
        age: || Age().into_any(),
        offer: || Offer().into_any(),
        footer: || Footer().into_any(),
        host_page: || HostPage().into_any(),
        month_view: || MonthView().into_any(),
        print_note: || PrintNote().into_any(),
        problems: || Problems().into_any(),
        spot_list: || SpotList().into_any(),
        take_along: || TakeAlong().into_any(),
        timeline: || Timeline().into_any(),
        view_menu: || ViewMenu().into_any(),
        view_switch: || ViewSwitch().into_any(),
        world_map: || WorldMap().into_any(),
    })
}
