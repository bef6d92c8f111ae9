//! Leaflet's icon that is an element of ours.

use js_sys::Reflect;
use leaflet::{DivIconOptions, Icon, Point};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// `L.divIcon`; the crate's `DivIcon::new` constructs an `L.Icon`, which requires an image.
    #[wasm_bindgen(js_namespace = L, js_name = divIcon, catch)]
    fn new_div_icon(options: &DivIconOptions) -> Result<Icon, JsValue>;
}

/// An icon that shows `element`, whose place is set by style/map_markers.css.
pub fn div_icon(element: &Element) -> Option<Icon> {
    let options = DivIconOptions::new();
    // The crate's setter takes HTML text; no text of an event is ever read as HTML.
    Reflect::set(&options, &"html".into(), element).ok()?;
    options.set_class_name("marker-place".into());
    options.set_icon_size(Point::new(0.0, 0.0));
    new_div_icon(&options).ok()
}
