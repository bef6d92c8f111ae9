//! The world map: the only code that knows Leaflet.
//!
//! Leaflet itself is loaded beforehand (`leaflet/leaflet.js` puts the global `L` in place). The
//! map shows the markers it is given and tells what the visitor does with them.

mod archive;
mod basemap;
mod covered;
mod glide;
mod heard;
mod labels;
mod legs;
mod load;
mod look;
mod manners;
mod marker;
mod markers;
mod order;
mod route;
mod streets;
mod view;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use event_file::file::Tiles;
use geo::MapPosition;
use geo::Position;
use geo::viewport::Viewport;
use leaflet::Map;
use map::basemap::ground::Drawing;
use map::labels::Label;
use map::spread::Leg;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::listener::Listener;
use super::resize::Resizing;
pub use archive::Archive;
use basemap::Ground;
use heard::Heard;
use labels::Labels;
use legs::Legs;
pub use load::load;
pub use manners::{Manners, Refused};
pub use marker::{Marker, What};
use markers::Markers;
use route::Route;
use streets::Streets;
use view::Aim;

/// Leaflet is not there or refused to make a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapError;

/// Where the map has come to rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rest {
    /// What it shows.
    pub viewport: Viewport,
    /// The middle and the zoom.
    pub position: MapPosition,
    /// Whether the visitor moved it, not the page.
    pub by_visitor: bool,
}

/// What the map tells.
pub struct MapIntents {
    /// It has come to rest.
    pub rested: Box<dyn Fn(Rest)>,
    /// The marker with this key was chosen.
    pub chosen: Box<dyn Fn(u64)>,
    /// The marker with this key came under the pointer or got the focus; `None` when left.
    pub pointed: Box<dyn Fn(Option<u64>)>,
}

/// A map in its container; removed, with all it listens to, on drop.
pub struct WorldMap {
    inner: Rc<Inner>,
    markers: RefCell<Markers>,
    ground: Ground,
    labels: RefCell<Labels>,
    streets: RefCell<Option<Streets>>,
    route: RefCell<Option<Route>>,
    legs: RefCell<Legs>,
    heard: Vec<Heard>,
    _hands: [Listener; 3],
    _resizing: Option<Resizing>,
}

struct Inner {
    map: Map,
    /// Whether the visitor has had a hand on the map since the page last moved it.
    hand: Cell<bool>,
    /// Where to look once the container has a size and no zoom is under way: Leaflet lets go of
    /// what it is asked in between.
    waiting: Cell<Option<Aim>>,
    /// Whether a zoom is under way.
    zooming: Cell<bool>,
    /// Whether the page has looked somewhere: the first look is not a journey.
    looked: Cell<bool>,
    still: bool,
}

impl WorldMap {
    /// Makes a map in `container`, looking at `start`, else at the world; without animations
    /// when `still`.
    ///
    /// # Errors
    /// When Leaflet is not there or the container holds a map already.
    pub fn mount(
        container: &HtmlElement,
        start: Option<MapPosition>,
        still: bool,
        intents: MapIntents,
    ) -> Result<WorldMap, MapError> {
        if js_sys::Reflect::get(&js_sys::global(), &"L".into()).is_ok_and(|l| l.is_undefined()) {
            return Err(MapError);
        }
        let start = start.unwrap_or(view::WORLD);
        let options = view::options(start, still);
        let map = Map::new_with_element(container, &options).map_err(|_: JsValue| MapError)?;
        let inner = Rc::new(Inner {
            map: map.clone(),
            hand: Cell::new(false),
            waiting: Cell::new(Some(Aim::At(start))),
            zooming: Cell::new(false),
            looked: Cell::new(false),
            still,
        });
        inner.fit_container();
        let MapIntents {
            rested,
            chosen,
            pointed,
        } = intents;
        let markers = Markers::new(&map, still, chosen, pointed);
        let hear = |name, act: Box<dyn Fn(&Inner)>| {
            let inner = Rc::downgrade(&inner);
            Heard::new(map.as_ref(), name, move || {
                if let Some(inner) = inner.upgrade() {
                    act(&inner);
                }
            })
        };
        let heard = vec![
            hear("zoomstart", Box::new(|inner| inner.zooming.set(true))),
            hear("zoomend", Box::new(|inner| inner.zooming.set(false))),
            hear(
                "moveend",
                Box::new(move |inner| {
                    if let Some(rest) = inner.rest() {
                        rested(rest);
                    }
                    inner.look_where_asked();
                }),
            ),
        ];
        let sized = Rc::downgrade(&inner);
        let resizing = Resizing::new(container, move |_, _| {
            if let Some(inner) = sized.upgrade() {
                inner.fit_container();
            }
        });
        // One move can end more than once, as when Leaflet brings it back within the limits: what
        // tells the visitor's moves is that something of the visitor's came before.
        let hands = ["pointerdown", "wheel", "keydown"].map(|name| {
            let held = Rc::downgrade(&inner);
            Listener::new(container, name, move |_| {
                if let Some(inner) = held.upgrade() {
                    inner.hand.set(true);
                }
            })
        });
        Ok(WorldMap {
            inner,
            markers: RefCell::new(markers),
            ground: Ground::new(&map),
            labels: RefCell::new(Labels::new(&map)),
            streets: RefCell::default(),
            route: RefCell::default(),
            legs: RefCell::new(Legs::new(&map)),
            heard,
            _hands: hands,
            _resizing: resizing,
        })
    }

    /// Draws land, lakes and borders, in place of what was drawn before.
    pub fn draw(&self, drawing: &Drawing) {
        self.ground.draw(drawing);
    }

    /// Asks for street tiles and shows them above the land; `told` hears of each tile whether it came.
    pub fn show_streets(&self, tiles: &Tiles, told: impl Fn(bool) + 'static) {
        let streets = Streets::new(&self.inner.map, tiles, Rc::new(told));
        self.streets.replace(Some(streets));
    }

    /// Shows the street tiles of an archive above the land; `told` hears of each whether it could
    /// be read.
    ///
    /// # Errors
    /// When Leaflet refuses to make a layer of them.
    pub fn show_archive(
        &self,
        archive: Archive,
        told: impl Fn(bool) + 'static,
    ) -> Result<(), MapError> {
        let streets = Streets::of(&self.inner.map, archive, Rc::new(told))?;
        self.streets.replace(Some(streets));
        Ok(())
    }

    /// Shows no street tiles, and asks for none.
    pub fn hide_streets(&self) {
        self.streets.take();
    }

    /// Draws the path of a march, in place of any drawn before; none for an empty one.
    pub fn draw_route(&self, path: &[Position]) {
        let view = self.viewport().filter(|_| !path.is_empty());
        let route = view.map(|view| Route::new(&self.inner.map, path, view));
        self.route.replace(route);
    }

    /// Draws a leg from each place to its marker, in place of any drawn before.
    pub fn draw_legs(&self, legs: &[Leg]) {
        self.legs.borrow_mut().show(legs);
    }

    /// Shows those of these names that are in view, and no others.
    pub fn name(&self, labels: &[Label]) {
        if let Some(view) = self.viewport() {
            self.labels.borrow_mut().show(&self.inner.map, labels, view);
        }
    }

    /// Shows these markers and no others; those that stay are not touched.
    pub fn show(&self, markers: &[Marker]) {
        self.markers.borrow_mut().show(&self.inner.map, markers);
    }

    /// Where the map looks; `None` while it has no size.
    pub fn position(&self) -> Option<MapPosition> {
        self.inner.position()
    }

    /// What the map shows; `None` while it has no size.
    pub fn viewport(&self) -> Option<Viewport> {
        self.inner.viewport()
    }
}

impl Drop for WorldMap {
    fn drop(&mut self) {
        // Whoever would be told of the end of a move may be gone already.
        self.heard.clear();
        self.hide_streets();
        self.route.take();
        self.legs.borrow_mut().show(&[]);
        self.markers.borrow_mut().clear(&self.inner.map);
        self.labels.borrow_mut().clear(&self.inner.map);
        self.ground.clear(&self.inner.map);
        self.inner.map.remove();
    }
}
