//! The path of a march, above land and streets: a line with an edge that parts it from what is beneath.

use geo::Position;
use geo::viewport::Viewport;
use js_sys::Array;
use leaflet::{LatLng, Layer, Map, Polyline, PolylineOptions};
use wasm_bindgen::JsCast;

/// The pane of the path; streets are at 420, names at 450.
const PANE: &str = "route";

/// A path on the map; it goes on drop.
pub struct Route {
    map: Map,
    lines: [Layer; 2],
}

impl Route {
    /// Draws a path through these positions, on the copy of the world that is in view.
    pub fn new(map: &Map, path: &[Position], view: Viewport) -> Self {
        if map.get_pane_by_name(PANE).is_undefined() {
            map.create_pane_by_name(PANE);
        }
        let points: Array = path
            .iter()
            .map(|stop| LatLng::new(stop.lat, view.nearest_copy(stop.lon)))
            .collect();
        let lines = ["map-route edge", "map-route"].map(|class| {
            let style = PolylineOptions::new();
            style.set_class_name(class.into());
            style.set_pane(PANE.into());
            style.set_interactive(false);
            let line: Layer = Polyline::new_with_options(&points, &style).unchecked_into();
            map.add_layer(&line);
            line
        });
        let map = map.clone();
        Self { map, lines }
    }
}

impl Drop for Route {
    fn drop(&mut self) {
        for line in &self.lines {
            self.map.remove_layer(line);
        }
    }
}
