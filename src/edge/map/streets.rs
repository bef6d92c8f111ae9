//! Street tiles, above the basemap's land and beneath names and markers: what does not come leaves the land in sight.

use std::rc::Rc;

use calendar::file::Tiles;
use leaflet::{Layer, Map, TileLayer, TileLayerOptions};
use wasm_bindgen::JsCast;

use super::heard::Heard;
use super::view::CLOSEST;

/// The pane of the tiles; the land is at 400, the names are at 450.
const PANE: &str = "streets";

/// The deepest zoom asked for where the calendar names none: what such services have at least.
const DEEPEST: u8 = 18;

/// Tiles on the map, and the listeners to them; they go on drop.
pub struct Streets {
    map: Map,
    layer: Layer,
    _heard: [Heard; 2],
}

impl Streets {
    /// Asks for tiles; `told` hears of each whether it came.
    pub fn new(map: &Map, tiles: &Tiles, told: Rc<dyn Fn(bool)>) -> Self {
        if map.get_pane_by_name(PANE).is_undefined() {
            map.create_pane_by_name(PANE);
        }
        let options = TileLayerOptions::new();
        options.set_pane(PANE.into());
        options.set_max_zoom(CLOSEST);
        options.set_max_native_zoom(tiles.max_zoom.unwrap_or(DEEPEST).into());
        // Some services answer only who says where the request comes from: the host, not the page.
        options.set_referrer_policy("origin".into());
        let layer = TileLayer::new_options(&tiles.url, &options);
        let hear = |name, came| {
            let told = told.clone();
            Heard::new(layer.as_ref(), name, move || told(came))
        };
        let heard = [hear("tileload", true), hear("tileerror", false)];
        let layer: Layer = layer.unchecked_into();
        map.add_layer(&layer);
        Self {
            map: map.clone(),
            layer,
            _heard: heard,
        }
    }
}

impl Drop for Streets {
    fn drop(&mut self) {
        self.map.remove_layer(&self.layer);
    }
}
