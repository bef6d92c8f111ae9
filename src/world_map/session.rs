//! A map on the screen: its handle, what it shows, and what it is to show.

use geo::{
    Area, MapPosition,
    viewport::{Viewport, rounded},
};
use leptos::prelude::*;
use map::spread::Spread;

use super::{
    spread,
    wanted::{self, Wanted},
};
use crate::{
    browser::map::WorldMap,
    state::{Shared, State},
    wording::ActiveLanguage,
};

/// The sheet of events over the map of a phone: what is brought into view is not to be beneath it.
pub const SHEET: &str = ".map-sheet";

/// How far the map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It waits for the list, for room, or for its code.
    Waiting,
    /// It is on the screen.
    Shown,
    /// It could not be loaded.
    Failed,
}

/// The map as signals.
#[derive(Clone, Copy)]
pub struct Session {
    /// The page's state.
    pub state: State,
    /// The page's language.
    pub language: ActiveLanguage,
    /// How far the map is.
    pub status: RwSignal<Status>,
    /// The part of the world in view.
    pub viewport: RwSignal<Option<Viewport>>,
    /// The part of that which no sheet covers.
    pub free: RwSignal<Option<Viewport>>,
    /// Whether the visitor has moved the map since it last looked where the results are.
    pub moved: RwSignal<bool>,
    /// What the map is to show.
    pub wanted: RwSignal<Wanted>,
    /// What stands for the matching events in view.
    pub spread: Memo<Shared<Spread>>,
    /// Whether the map stays where it is: it then shows no name that its edge would cut.
    pub is_still: bool,
    /// Whether a street map is shown, which has names of its own.
    pub streets: RwSignal<bool>,
    /// The area that the map itself has last made a filter: it shows that already.
    pub own_area: StoredValue<Option<Area>>,
    map: StoredValue<Option<WorldMap>, LocalStorage>,
}

impl Session {
    /// No map yet; it is to show what the list shows, and ends with its owner.
    pub fn new(state: State, language: ActiveLanguage) -> Self {
        Self::showing(state, language, wanted::follow(state))
    }

    /// No map yet, but what it is to show.
    pub fn showing(state: State, language: ActiveLanguage, wanted: RwSignal<Wanted>) -> Self {
        let viewport = RwSignal::new(None);
        Self {
            state,
            language,
            status: RwSignal::new(Status::Waiting),
            viewport,
            free: RwSignal::new(None),
            moved: RwSignal::new(false),
            wanted,
            spread: spread::follow(wanted, viewport),
            is_still: false,
            streets: RwSignal::new(false),
            own_area: StoredValue::new(None),
            map: StoredValue::new_local(None),
        }
    }

    /// The same for a map that stays where it is.
    pub fn still(self) -> Self {
        Self {
            is_still: true,
            ..self
        }
    }

    /// The map is on the screen.
    pub fn mounted(self, map: WorldMap) {
        self.viewport.set(map.viewport());
        self.free.set(map.viewport_beside(SHEET));
        self.map.set_value(Some(map));
        self.status.set(Status::Shown);
    }

    /// There is no map; whoever asked may have gone by now.
    pub fn failed(self) {
        self.status.try_set(Status::Failed);
    }

    /// Whether the map is there; what asks follows it.
    pub fn is_shown(self) -> bool {
        self.status.get() == Status::Shown
    }

    /// Does something with the map, if it is there.
    pub fn with_map<T>(self, act: impl FnOnce(&WorldMap) -> T) -> Option<T> {
        self.map
            .try_with_value(|map| map.as_ref().map(act))
            .flatten()
    }

    /// Zooms in one step.
    pub fn zoom_in(self) {
        self.with_map(WorldMap::zoom_in);
    }

    /// Zooms out one step.
    pub fn zoom_out(self) {
        self.with_map(WorldMap::zoom_out);
    }

    /// Shows the whole world.
    pub fn show_world(self) {
        self.with_map(WorldMap::show_world);
    }

    /// Whether the map looks there already and stays there, as far as a link can tell.
    pub fn rests_at(self, there: MapPosition) -> bool {
        self.with_map(|map| map.position().filter(|_| !map.is_turning()))
            .flatten()
            .is_some_and(|here| rounded(here) == there)
    }
}
