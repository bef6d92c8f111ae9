//! The circle around the place that events are near, above land and streets.

use geo::viewport::Viewport;
use leaflet::{Circle, CircleOptions, LatLng, Layer, Map};
use map::around::Ring as Shape;
use wasm_bindgen::JsCast;

use super::panes;

/// A circle on the map; it goes on drop.
pub struct Ring {
    map: Map,
    circle: Layer,
}

impl Ring {
    /// Draws a circle, on the copy of the world that is in view.
    pub fn new(map: &Map, shape: Shape, view: Viewport) -> Self {
        panes::pane(map, panes::ROUTE);
        let style = CircleOptions::new();
        style.set_class_name("map-ring".into());
        style.set_pane(panes::ROUTE.into());
        style.set_interactive(false);
        // Leaflet measures it in metres.
        style.set_radius(shape.kilometres * 1000.0);
        let Shape { centre, .. } = shape;
        let at = LatLng::new(centre.lat, view.nearest_copy(centre.lon));
        let circle: Layer = Circle::new_with_options(&at, &style).unchecked_into();
        map.add_layer(&circle);
        let map = map.clone();
        Self { map, circle }
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        self.map.remove_layer(&self.circle);
    }
}
