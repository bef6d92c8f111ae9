//! The map in its container: shows what it is given, and reports what the visitor does with it.

use std::cell::RefCell;
use std::rc::Rc;

use event_file::file::Tiles;
use geo::viewport::Viewport;
use geo::{MapPosition, Position};
use map::around;
use map::basemap::ground::Drawing;
use map::labels::Label;
use map::spread::Leg;
use web_sys::HtmlElement;

use super::archive::Archive;
use super::basemap::Ground;
use super::error::MapError;
use super::labels::Labels;
use super::leaflet_listener::LeafletListener;
use super::legs::Legs;
use super::marker::Marker;
use super::markers::Markers;
use super::ring::Ring;
use super::route::Route;
use super::streets::Streets;
use super::view::{Rest, View, WORLD};
use crate::browser::{listener::Listener, resize::Resizing};

/// What the map calls.
pub struct MapIntents {
    /// It has come to rest.
    pub rested: Box<dyn Fn(Rest)>,
    /// The marker with this key was chosen; by a pointer, or else by a key.
    pub chosen: Box<dyn Fn(u64, bool)>,
    /// The marker with this key came under the pointer or got the focus; `None` when left.
    pub pointed: Box<dyn Fn(Option<u64>)>,
}

/// A map in its container; removed, with its listeners, on drop.
pub struct WorldMap {
    pub(super) view: Rc<View>,
    markers: RefCell<Markers>,
    ground: Ground,
    labels: RefCell<Labels>,
    streets: RefCell<Option<Streets>>,
    route: RefCell<Option<Route>>,
    ring: RefCell<Option<Ring>>,
    legs: RefCell<Legs>,
    listeners: Vec<LeafletListener>,
    _by_visitor: [Listener; 3],
    _resizing: Option<Resizing>,
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
        let view = View::new(container, start.unwrap_or(WORLD), still)?;
        let view = Rc::new(view);
        let map = &view.map;
        let MapIntents {
            rested,
            chosen,
            pointed,
        } = intents;
        let markers = Markers::new(map, still, chosen, pointed);
        let listen = |name, act: Box<dyn Fn(&View)>| {
            let view = Rc::downgrade(&view);
            LeafletListener::new(map.as_ref(), name, move || {
                if let Some(view) = view.upgrade() {
                    act(&view);
                }
            })
        };
        let listeners = vec![
            listen("zoomstart", Box::new(|view| view.zooming.set(true))),
            listen("zoomend", Box::new(|view| view.zooming.set(false))),
            listen(
                "moveend",
                Box::new(move |view| {
                    view.ended();
                    if let Some(rest) = view.rest() {
                        rested(rest);
                    }
                    view.look_where_asked();
                }),
            ),
        ];
        let sized = Rc::downgrade(&view);
        let resizing = Resizing::new(container, move |_, _| {
            if let Some(view) = sized.upgrade() {
                view.fit_container();
            }
        });
        // One move can end more than once, as when Leaflet brings it back within the limits: a move
        // is the visitor's when input of the visitor's came before it.
        let by_visitor = ["pointerdown", "wheel", "keydown"].map(|name| {
            let touched = Rc::downgrade(&view);
            Listener::new(container, name, move |_| {
                if let Some(view) = touched.upgrade() {
                    view.by_visitor.set(true);
                }
            })
        });
        Ok(WorldMap {
            markers: RefCell::new(markers),
            ground: Ground::new(map),
            labels: RefCell::new(Labels::new(map)),
            streets: RefCell::default(),
            route: RefCell::default(),
            ring: RefCell::default(),
            legs: RefCell::new(Legs::new(map)),
            listeners,
            _by_visitor: by_visitor,
            _resizing: resizing,
            view,
        })
    }

    /// Draws land, lakes and borders, in place of what was drawn before.
    pub fn draw(&self, drawing: &Drawing) {
        self.ground.draw(drawing);
    }

    /// Asks for street tiles and shows them above the land; `loaded` is called for each tile with
    /// whether it came.
    pub fn show_streets(&self, tiles: &Tiles, loaded: impl Fn(bool) + 'static) {
        let streets = Streets::from_service(&self.view.map, tiles, Rc::new(loaded));
        self.streets.replace(Some(streets));
    }

    /// Shows the street tiles of an archive above the land; `loaded` is called for each
    /// with whether it could be read.
    ///
    /// # Errors
    /// When Leaflet refuses to make a layer of them.
    pub fn show_archive(
        &self,
        archive: Archive,
        loaded: impl Fn(bool) + 'static,
    ) -> Result<(), MapError> {
        let streets = Streets::from_archive(&self.view.map, archive, Rc::new(loaded))?;
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
        let route = view.map(|view| Route::new(&self.view.map, path, view));
        self.route.replace(route);
    }

    /// Draws a circle around a place, instead of any drawn before.
    pub fn draw_ring(&self, shape: Option<around::Ring>) {
        // What was drawn goes before it is drawn anew.
        self.ring.take();
        let drawn = shape.zip(self.viewport());
        let ring = drawn.map(|(shape, view)| Ring::new(&self.view.map, shape, view));
        self.ring.replace(ring);
    }

    /// Draws a leg from each place to its marker, in place of any drawn before.
    pub fn draw_legs(&self, legs: &[Leg]) {
        self.legs.borrow_mut().show(legs);
    }

    /// Shows those of these names that are in view, and no others.
    pub fn name(&self, labels: &[Label]) {
        if let Some(view) = self.viewport() {
            self.labels.borrow_mut().show(&self.view.map, labels, view);
        }
    }

    /// Shows these markers and no others; those that stay are not touched.
    pub fn show(&self, markers: &[Marker]) {
        self.markers.borrow_mut().show(&self.view.map, markers);
    }

    /// Where the map looks; `None` while it has no size.
    pub fn position(&self) -> Option<MapPosition> {
        self.view.position()
    }

    /// What the map shows; `None` while it has no size.
    pub fn viewport(&self) -> Option<Viewport> {
        self.view.viewport()
    }
}

impl Drop for WorldMap {
    fn drop(&mut self) {
        // Who is to be called at the end of a move may be gone already.
        self.listeners.clear();
        self.hide_streets();
        self.route.take();
        self.ring.take();
        self.legs.borrow_mut().show(&[]);
        self.markers.borrow_mut().clear(&self.view.map);
        self.labels.borrow_mut().clear(&self.view.map);
        self.ground.clear(&self.view.map);
        self.view.map.remove();
    }
}
