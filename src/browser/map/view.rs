//! Where the map looks: its limits, and the page's own moves as distinct from the visitor's.

use std::cell::Cell;

use geo::mercator::{LATITUDE_LIMIT, Projected, WORLD_PIXELS, project, unproject, wrapped};
use geo::viewport::{Bounds, Viewport};
use geo::{MapPosition, Position};
use js_sys::{Array, Object, Reflect};
use leaflet::{LatLng, LatLngBounds, Map, MapOptions};
use map::framing::{Room, framed};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::covered::Covered;
use super::error::MapError;

/// The whole world, as far as the container holds it.
pub const WORLD: MapPosition = MapPosition {
    zoom: 0.0,
    lat: 25.0,
    lon: 10.0,
};

/// The closest zoom: a street.
pub const MAX_ZOOM: f64 = 18.0;

/// The closest zoom the page chooses by itself: a city.
const CITY: f64 = 11.0;

/// How many worlds may lie side by side in view; the basemap is drawn for no more.
const WORLDS_IN_VIEW: f64 = 1.4;

/// Pixels between what is framed and the edge, where there is room for them.
const MARGIN: f64 = 48.0;

/// Zooms are multiples of this.
const STEP: f64 = 0.25;

/// A place to look at.
#[derive(Debug, Clone, Copy)]
pub enum Aim {
    /// A position from a zoom.
    At(MapPosition),
    /// A box beside what is covered, no closer than a city.
    Around(Bounds, Covered),
    /// A box, as close as it fits beside what is covered.
    Into(Bounds, Covered),
}

/// Leaflet's options.
fn options(start: MapPosition, still: bool) -> MapOptions {
    let options = MapOptions::new();
    options.set_center(LatLng::new(start.lat, start.lon));
    options.set_zoom(start.zoom);
    options.set_max_zoom(MAX_ZOOM);
    options.set_zoom_snap(STEP);
    options.set_world_copy_jump(true);
    // No further than the poles; around the world as far as one likes.
    let corner = |lat| LatLng::new(lat, if lat < 0.0 { -9e4 } else { 9e4 });
    let limits = LatLngBounds::new(&corner(-LATITUDE_LIMIT), &corner(LATITUDE_LIMIT));
    options.set_max_bounds(limits);
    options.set_max_bounds_viscosity(1.0);
    // Buttons and credits are the page's own, in its language.
    options.set_zoom_control(false);
    options.set_attribution_control(false);
    // The container is watched instead, which also notices when only it changes.
    options.set_track_resize(false);
    if still {
        options.set_zoom_animation(false);
        options.set_fade_animation(false);
        options.set_marker_zoom_animation(false);
        options.set_inertia(false);
    }
    options
}

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

/// A Leaflet map and where it looks.
pub struct View {
    pub map: Map,
    /// Whether the visitor has touched the map since the page last moved it.
    pub by_visitor: Cell<bool>,
    /// Where to look once the container has a size and no zoom is under way: Leaflet drops
    /// what it is asked in between.
    waiting: Cell<Option<Aim>>,
    /// Whether a zoom is under way.
    pub zooming: Cell<bool>,
    /// Whether a move of the page's own is under way or waits.
    turning: Cell<bool>,
    /// Whether the page has looked somewhere: the first look is not a journey.
    looked: Cell<bool>,
    still: bool,
}

impl View {
    /// A map in `container`, looking at `start`; without animations when `still`.
    ///
    /// # Errors
    /// When the container holds a map already.
    pub fn new(container: &HtmlElement, start: MapPosition, still: bool) -> Result<Self, MapError> {
        let options = options(start, still);
        let map = Map::new_with_element(container, &options).map_err(|_: JsValue| MapError)?;
        let view = Self {
            map,
            by_visitor: Cell::new(false),
            waiting: Cell::new(Some(Aim::At(start))),
            zooming: Cell::new(false),
            turning: Cell::new(false),
            looked: Cell::new(false),
            still,
        };
        view.fit_container();
        Ok(view)
    }

    /// Moves the map for the page, as soon as it can be moved.
    pub fn aim(&self, aim: Aim) {
        self.by_visitor.set(false);
        self.turning.set(true);
        self.turn_to(aim);
    }

    /// Moves the map, as soon as it can be moved.
    pub fn turn_to(&self, aim: Aim) {
        if !self.has_size() || self.zooming.get() {
            self.waiting.set(Some(aim));
            return;
        }
        let how = Object::new();
        set(&how, "animate", !self.still && self.looked.replace(true));
        match aim {
            Aim::At(at) => {
                let centre = LatLng::new(at.lat, at.lon);
                let zoom = at.zoom.clamp(self.farthest(), MAX_ZOOM);
                self.map.set_view_with_options(&centre, zoom, &how);
            }
            Aim::Around(bounds, covered) => {
                let at = covered.beside(framed(bounds, self.room_beside(covered)));
                let centre = LatLng::new(at.lat, at.lon);
                self.map.set_view_with_options(&centre, at.zoom, &how);
            }
            Aim::Into(bounds, covered) => self.frame(bounds, covered, &how),
        }
    }

    fn room_beside(&self, covered: Covered) -> Room {
        let size = self.map.get_size();
        let size = [
            size.x() - covered.left - covered.right,
            size.y() - covered.top - covered.bottom,
        ];
        Room {
            size,
            margins: size.map(|length| MARGIN.min(length / 10.0)),
            zooms: [self.farthest(), CITY],
            step: STEP,
        }
    }

    fn frame(&self, bounds: Bounds, covered: Covered, how: &Object) {
        let corners = LatLngBounds::new(
            &LatLng::new(bounds.south, bounds.west),
            &LatLng::new(bounds.north, bounds.east),
        );
        let size = self.map.get_size();
        let margin = |length: f64, covered: f64| JsValue::from(MARGIN.min(length / 10.0) + covered);
        for (corner, x, y) in [
            ("paddingTopLeft", covered.left, covered.top),
            ("paddingBottomRight", covered.right, covered.bottom),
        ] {
            let padding = Array::of2(&margin(size.x(), x), &margin(size.y(), y));
            set(how, corner, padding);
        }
        self.map.fit_bounds_with_options(&corners, how);
    }

    /// Takes notice of the container's size.
    pub fn fit_container(&self) {
        self.map.invalidate_size(false);
        if self.has_size() {
            let farthest = self.farthest();
            if self.map.get_zoom() < farthest {
                // Leaflet would make it a journey, which then overtakes where to look next.
                let how = Object::new();
                set(&how, "animate", false);
                self.map
                    .set_view_with_options(&self.map.get_center(), farthest, &how);
            }
            self.map.set_min_zoom(farthest);
            self.look_where_asked();
        }
    }

    /// A move has ended.
    pub fn ended(&self) {
        // What waits is the page's next.
        self.turning.set(self.waiting.get().is_some());
    }

    /// Whether a move of the page's own is under way or waits.
    pub fn is_turning(&self) -> bool {
        self.turning.get()
    }

    /// Makes the move that had to wait.
    pub fn look_where_asked(&self) {
        if self.has_size()
            && !self.zooming.get()
            && let Some(aim) = self.waiting.take()
        {
            self.turn_to(aim);
        }
    }

    /// Where the map rests; `None` while it has no size.
    pub fn rest(&self) -> Option<Rest> {
        Some(Rest {
            viewport: self.viewport()?,
            position: self.position()?,
            by_visitor: self.by_visitor.get(),
        })
    }

    /// The middle and the zoom; `None` while the map has no size.
    pub fn position(&self) -> Option<MapPosition> {
        let centre = self.has_size().then(|| self.map.get_center())?;
        Some(MapPosition {
            zoom: self.map.get_zoom(),
            lat: centre.lat(),
            lon: wrapped(centre.lng()),
        })
    }

    /// What the map shows; `None` while it has no size.
    pub fn viewport(&self) -> Option<Viewport> {
        if !self.has_size() {
            return None;
        }
        let bounds = self.map.get_bounds();
        let (south_west, north_east) = (bounds.get_south_west(), bounds.get_north_east());
        Some(Viewport {
            west: south_west.lng(),
            south: south_west.lat(),
            east: north_east.lng(),
            north: north_east.lat(),
            zoom: self.map.get_zoom(),
        })
    }

    /// What the map shows beside what is covered; `None` while it has no size.
    pub fn viewport_beside(&self, covered: Covered) -> Option<Viewport> {
        let view = self.viewport()?;
        let scale = WORLD_PIXELS * view.zoom.exp2();
        let lat = |y: f64| unproject(Projected { x: 0.0, y }).lat;
        // From the middle: a tall map shows more than there is of the world, and degrees end at the poles.
        let MapPosition { lat: middle, .. } = self.position()?;
        let Projected { y, .. } = project(Position {
            lat: middle,
            lon: 0.0,
        });
        let half = self.map.get_size().y() / 2.0;
        let degrees = 360.0 / scale;
        Some(Viewport {
            west: view.west + covered.left * degrees,
            south: lat(y + (half - covered.bottom) / scale),
            east: view.east - covered.right * degrees,
            north: lat(y - (half - covered.top) / scale),
            ..view
        })
    }

    /// What is not seen of the map: see [`Covered::by`].
    pub fn covered_by(&self, selector: &str) -> Covered {
        Covered::by(selector, &self.map.get_container())
    }

    /// Where a position is on the map, in pixels from its left and upper edge, in the copy of the
    /// world at hand; `None` while the map has no size.
    fn pixels(&self, position: Position) -> Option<[f64; 2]> {
        let view = self.viewport()?;
        let corner = project(Position {
            lat: view.north,
            lon: view.west,
        });
        let point = project(Position {
            lat: position.lat,
            lon: view.nearest_copy(position.lon),
        });
        let scale = WORLD_PIXELS * view.zoom.exp2();
        Some([(point.x - corner.x) * scale, (point.y - corner.y) * scale])
    }

    /// Whether a position is at least so many parts of the map's size from each edge, and from
    /// what is covered.
    pub fn shows(&self, position: Position, margin: f64, covered: Covered) -> bool {
        let size = self.map.get_size();
        self.pixels(position).is_some_and(|[x, y]| {
            let (width, height) = (size.x(), size.y());
            (covered.left + width * margin..=width * (1.0 - margin) - covered.right).contains(&x)
                && (covered.top + height * margin..=height * (1.0 - margin) - covered.bottom)
                    .contains(&y)
        })
    }

    fn has_size(&self) -> bool {
        let size = self.map.get_size();
        size.x() > 0.0 && size.y() > 0.0
    }

    /// The zoom at which as much of the world is in view as may be.
    fn farthest(&self) -> f64 {
        let worlds = self.map.get_size().x() / WORLD_PIXELS / WORLDS_IN_VIEW;
        ((worlds.log2() / STEP).ceil() * STEP).clamp(0.0, MAX_ZOOM)
    }
}

/// Sets a property of an options object.
fn set(options: &Object, name: &str, value: impl Into<JsValue>) {
    // Fails only for a frozen object, and this one is new.
    let _ = Reflect::set(options, &name.into(), &value.into());
}
