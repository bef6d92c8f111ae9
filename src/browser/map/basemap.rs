//! Draws land, lakes and borders as one SVG picture, coloured by style/map_ground.css; no tile is ever asked for.
//!
//! Leaflet only puts the picture where it belongs: of its own vector layers it would reckon every corner anew at each zoom.

use js_sys::{Object, Reflect};
use leaflet::{LatLng, LatLngBounds, Layer, Map};
use map::basemap::ground::Drawing;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, window};

#[wasm_bindgen]
extern "C" {
    /// `L.SVGOverlay`, which the crate leaves out.
    #[wasm_bindgen(extends = Layer)]
    type SvgOverlay;

    #[wasm_bindgen(js_namespace = L, js_name = svgOverlay, catch)]
    fn svg_overlay(
        picture: &Element,
        bounds: &LatLngBounds,
        options: &Object,
    ) -> Result<SvgOverlay, JsValue>;

    #[wasm_bindgen(method, js_name = setBounds)]
    fn set_bounds(this: &SvgOverlay, bounds: &LatLngBounds);
}

/// What is drawn, from the ground up.
const KINDS: [&str; 4] = ["map-land", "map-lake", "map-border", "map-border disputed"];

/// The ground on the map; none where the page can make no picture.
pub struct Ground(Option<Picture>);

struct Picture {
    svg: Element,
    paths: [Element; 4],
    overlay: SvgOverlay,
}

impl Ground {
    /// Nothing drawn yet.
    pub fn new(map: &Map) -> Self {
        Self(window().and_then(|window| Picture::new(map, &window.document()?)))
    }

    /// Draws this, in place of what was drawn before.
    pub fn draw(&self, drawing: &Drawing) {
        let Some(picture) = &self.0 else { return };
        let [width, height] = drawing.size;
        set(&picture.svg, "viewBox", &format!("0 0 {width} {height}"));
        let data = [
            &drawing.land,
            &drawing.lakes,
            &drawing.borders,
            &drawing.disputed,
        ];
        for (path, data) in picture.paths.iter().zip(data) {
            set(path, "d", data);
        }
        let bounds = drawing.bounds;
        picture.overlay.set_bounds(&LatLngBounds::new(
            &LatLng::new(bounds.south, bounds.west),
            &LatLng::new(bounds.north, bounds.east),
        ));
    }

    /// Takes it off the map.
    pub fn clear(&self, map: &Map) {
        if let Some(picture) = &self.0 {
            map.remove_layer(&picture.overlay);
        }
    }
}

impl Picture {
    fn new(map: &Map, document: &Document) -> Option<Self> {
        let element = |name| {
            let element = document.create_element_ns(Some("http://www.w3.org/2000/svg"), name);
            element.ok()
        };
        let svg = element("svg")?;
        set(&svg, "class", "map-ground");
        set(&svg, "aria-hidden", "true");
        set(&svg, "preserveAspectRatio", "none");
        let path = |class| {
            let path = element("path")?;
            set(&path, "class", class);
            svg.append_child(&path).ok()?;
            Some(path)
        };
        let [land, lake, border, disputed] = KINDS.map(path);
        let paths = [land?, lake?, border?, disputed?];
        let options = Object::new();
        // Beneath what is drawn into the same pane after it.
        Reflect::set(&options, &"zIndex".into(), &0.into()).ok()?;
        let nowhere = LatLngBounds::new(&LatLng::new(0.0, 0.0), &LatLng::new(0.0, 0.0));
        let overlay = svg_overlay(&svg, &nowhere, &options).ok()?;
        map.add_layer(&overlay);
        Some(Self {
            svg,
            paths,
            overlay,
        })
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails only for a name that is none.
    let _ = element.set_attribute(name, value);
}
