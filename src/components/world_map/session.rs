//! A map on the screen and the state of the page, tied together while both live.

use geo::{
    Area, MapPosition,
    viewport::{Viewport, rounded},
};
use leptos::{prelude::*, task::spawn_local};
use map::{labels::Names, spread::Spread};
use web_sys::HtmlElement;

use super::{
    Status, aim, area,
    land::Land,
    markers,
    wanted::{self, Wanted},
};
use crate::{
    browser::{
        fetch::fetch,
        map::{MapIntents, Rest, WorldMap},
        preferences,
    },
    reactive::{Derived, Held, effect},
    state::{Shared, State},
    wording::Spoken,
};

/// The names on the map, beside the page.
const NAMES: &str = "basemap/names.json";

/// The names of smaller cities, and the zoom from which they are asked for.
const CITIES: (&str, f64) = ("basemap/cities.json", 4.5);

/// The map and what it shows.
#[derive(Clone, Copy)]
pub struct Session {
    pub(super) state: State,
    pub(super) language: Spoken,
    /// How far the map is.
    pub status: Held<Status>,
    map: StoredValue<Option<WorldMap>, LocalStorage>,
    pub(super) viewport: Held<Option<Viewport>>,
    /// What the map is to show.
    pub(super) wanted: Held<Wanted>,
    /// What is on the map, and where.
    pub(super) spread: Derived<Shared<Spread>>,
    land: Land,
    names: Held<Option<Shared<Names>>>,
    /// Whether a street map is shown, which has names of its own.
    streets: Held<bool>,
    /// The area that the map itself has last made a filter: it shows that already.
    pub(super) own_area: StoredValue<Option<Area>>,
}

impl Session {
    /// No map yet.
    pub fn new(state: State, language: Spoken) -> Self {
        let viewport = Held::new(None);
        let wanted = wanted::wanted(state);
        Self {
            state,
            language,
            status: Held::new(Status::Waiting),
            map: StoredValue::new_local(None),
            viewport,
            wanted,
            spread: markers::spread_of(wanted, viewport),
            land: Land::new(),
            names: Held::new(None),
            streets: Held::new(false),
            own_area: StoredValue::new(None),
        }
    }

    /// Puts the map into its container and keeps it up with the state.
    pub fn start(self, canvas: &HtmlElement) {
        let intents = MapIntents {
            rested: Box::new(move |rest| self.rest(rest)),
            chosen: Box::new(move |key| self.choose(key)),
            pointed: Box::new(move |key| self.state.point(self.events(key))),
        };
        let start = self.state.query.with_untracked(|query| query.map);
        let Ok(map) = WorldMap::mount(canvas, start, preferences::still(), intents) else {
            return self.give_up();
        };
        self.viewport.set(map.viewport());
        self.map.set_value(Some(map));
        self.status.set(Status::Shown);
        spawn_local(async move {
            self.land.load().await;
            let Ok(bytes) = fetch(NAMES, |_| {}).await else {
                return;
            };
            self.names.set(Names::read(&bytes).map(Shared::new));
        });
    }

    /// Says that there is no map, to whoever is still there.
    pub fn give_up(self) {
        self.status.try_set(Status::Failed);
    }

    /// One step closer.
    pub fn zoom_in(self) {
        self.with_map(WorldMap::zoom_in);
    }

    /// One step away.
    pub fn zoom_out(self) {
        self.with_map(WorldMap::zoom_out);
    }

    /// The whole world.
    pub fn show_world(self) {
        self.with_map(WorldMap::show_world);
    }

    /// Tells whether a street map is shown.
    pub fn set_streets(self, shown: bool) {
        self.streets.try_set(shown);
    }

    /// Whether a street map is shown.
    pub fn has_streets(self) -> bool {
        self.streets.get_untracked()
    }

    /// Follows the state, from within the component that owns the map.
    pub fn follow(self) {
        // Where to look comes first: nothing is drawn for a view that is left at once.
        aim::follow(self);
        markers::follow(self);
        let route = Derived::new(move || {
            self.wanted.with(|wanted| {
                let opened = || wanted.loaded.as_ref()?.event(wanted.opened?);
                opened()
                    .map(|event| event.route.clone())
                    .unwrap_or_default()
            })
        });
        effect(move || {
            if self.status.get() == Status::Shown {
                route.with(|route| self.with_map(|map| map.draw_route(route)));
            }
        });
        self.land.follow(self);
        self.follow_names();
    }

    /// Names what is in view, as many names as the zoom has room for.
    fn follow_names(self) {
        let close = Derived::new(move || {
            let zoom = self.viewport.with(|view| view.map(|view| view.zoom));
            self.names.with(Option::is_some) && zoom.is_some_and(|zoom| zoom >= CITIES.1)
        });
        let asked = StoredValue::new(false);
        effect(move || {
            if !close.get() || asked.get_value() {
                return;
            }
            asked.set_value(true);
            spawn_local(async move {
                let finer = fetch(CITIES.0, |_| {}).await.ok();
                let finer = finer.and_then(|bytes| Names::read(&bytes));
                if let (Some(finer), Some(names)) = (finer, self.names.get_untracked()) {
                    self.names.set(Some(Shared::new(names.with(finer))));
                }
            });
        });
        let zoom = Derived::new(move || {
            self.viewport
                .with(|view| view.map(|view| (view.zoom + 0.25).clamp(0.0, 18.0) as u8))
        });
        let labels = Derived::new(move || {
            let language = self.language.current();
            let country = |code: &str| language.locale.country(code);
            match (zoom.get(), self.names.get()) {
                (Some(zoom), Some(names)) if !self.streets.get() => {
                    Shared::new(names.shown(zoom, &language.code, &country))
                }
                _ => Shared::new(Vec::new()),
            }
        });
        effect(move || {
            self.viewport.track();
            labels.with(|labels| self.with_map(|map| map.name(labels)));
        });
    }

    /// What the map shows; components and effects that ask follow it.
    pub fn viewport(self) -> Option<Viewport> {
        self.viewport.get()
    }

    /// Whether the map is there; components and effects that ask follow it.
    pub fn is_shown(self) -> bool {
        self.status.get() == Status::Shown
    }

    /// Does something with the map, if it is there.
    pub fn with_map<T>(self, act: impl FnOnce(&WorldMap) -> T) -> Option<T> {
        self.map
            .try_with_value(|map| map.as_ref().map(act))
            .flatten()
    }

    /// Whether the map looks there already, as far as a link can tell.
    pub fn rests_at(self, there: MapPosition) -> bool {
        self.with_map(WorldMap::position)
            .flatten()
            .is_some_and(|here| rounded(here) == there)
    }

    fn rest(self, rest: Rest) {
        self.viewport.set(Some(rest.viewport));
        if rest.by_visitor {
            self.state.move_map(Some(rounded(rest.position)));
            area::follow_hand(self, rest.viewport);
        }
    }
}
