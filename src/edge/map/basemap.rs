//! Draws land, lakes and borders as vector layers, coloured by style/map.css; no tile is ever asked for.

use atlas::basemap::ground::Drawing;
use calendar::event::Position;
use js_sys::Array;
use leaflet::{LatLng, Layer, Map, Polygon, Polyline, PolylineOptions, Svg, SvgOptions};
use wasm_bindgen::JsCast;

/// What is drawn, from the ground up, and whether it is filled.
const KINDS: [(&str, bool); 4] = [
    ("map-land", true),
    ("map-lake", true),
    ("map-border", false),
    ("map-border disputed", false),
];

/// The ground on the map: one shape of many lines for each kind, which stays while its lines change.
pub struct Ground([Polyline; 4]);

impl Ground {
    /// Nothing drawn yet.
    pub fn new(map: &Map) -> Self {
        let options = SvgOptions::new();
        // Half a screen around the view is drawn, to have land there already when dragging.
        options.set_padding(0.5);
        let renderer = Svg::with_options(&options);
        Self(KINDS.map(|(class, filled)| {
            let (style, none) = (style(class, &renderer), Array::new());
            let shape: Polyline = if filled {
                Polygon::new_with_options(&none, &style).unchecked_into()
            } else {
                style.set_fill(false);
                Polyline::new_with_options(&none, &style)
            };
            map.add_layer(&shape);
            shape
        }))
    }

    /// Draws this, in place of what was drawn before.
    pub fn draw(&self, drawing: &Drawing) {
        let lines = [
            &drawing.land,
            &drawing.lakes,
            &drawing.borders,
            &drawing.disputed,
        ];
        for (shape, lines) in self.0.iter().zip(lines) {
            shape.set_lat_lngs(&lines.iter().map(|each| line(each)).collect());
        }
    }

    /// Takes it off the map.
    pub fn clear(&self, map: &Map) {
        for shape in &self.0 {
            let shape: &Layer = shape.unchecked_ref();
            map.remove_layer(shape);
        }
    }
}

/// A line as Leaflet takes it.
fn line(line: &[Position]) -> Array {
    let points = line.iter();
    points.map(|at| LatLng::new(at.lat, at.lon)).collect()
}

fn style(class: &str, renderer: &Svg) -> PolylineOptions {
    let style = PolylineOptions::new();
    style.set_class_name(class.into());
    style.set_renderer(renderer.into());
    style.set_interactive(false);
    style.set_fill_rule("nonzero".into());
    style.set_fill_opacity(1.0);
    style.set_weight(1.0);
    style
}
