//! The legs of markers that stand beside their places: thin lines, of no interest to pointer and keys.

use geo::Position;
use js_sys::Array;
use leaflet::{LatLng, Layer, Map, Polyline, PolylineOptions};
use map::spread::Leg;
use wasm_bindgen::JsCast;

/// The pane of the legs; names are at 450, markers at 600.
const PANE: &str = "legs";

/// The legs on the map.
pub struct Legs {
    map: Map,
    shown: Vec<Leg>,
    lines: Vec<Layer>,
}

impl Legs {
    /// No legs yet.
    pub fn new(map: &Map) -> Self {
        map.create_pane_by_name(PANE);
        let (map, shown, lines) = (map.clone(), Vec::new(), Vec::new());
        Self { map, shown, lines }
    }

    /// Shows these legs and no others.
    pub fn show(&mut self, legs: &[Leg]) {
        if self.shown == legs {
            return;
        }
        for line in self.lines.drain(..) {
            self.map.remove_layer(&line);
        }
        self.lines = legs.iter().map(|leg| line(&self.map, leg)).collect();
        self.shown = legs.to_vec();
    }
}

fn line(map: &Map, leg: &Leg) -> Layer {
    let end = |at: Position| LatLng::new(at.lat, at.lon);
    let style = PolylineOptions::new();
    style.set_class_name("map-leg".into());
    style.set_pane(PANE.into());
    style.set_interactive(false);
    let ends = Array::of2(&end(leg.place), &end(leg.marker));
    let line: Layer = Polyline::new_with_options(&ends, &style).unchecked_into();
    map.add_layer(&line);
    line
}
