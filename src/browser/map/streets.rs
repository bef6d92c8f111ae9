//! Street tiles, above the basemap's land and beneath names and markers: what does not come leaves the land in sight.

use std::rc::Rc;

use event_file::file::Tiles;
use leaflet::{Layer, Map, TileLayer, TileLayerOptions};
use wasm_bindgen::JsCast;

use super::MapError;
use super::archive::{self, Archive, Drawing};
use super::heard::Heard;
use super::view::CLOSEST;

/// The pane of the tiles; the land is at 400, the names are at 450.
pub(super) const PANE: &str = "streets";

/// The deepest zoom asked for where the calendar names none: what such services have at least.
const DEEPEST: u8 = 18;

/// Hears of each tile whether it came.
pub(super) type Told = Rc<dyn Fn(bool)>;

/// Tiles on the map, with who listens to them or draws them; they go on drop.
pub struct Streets {
    map: Map,
    layer: Layer,
    _heard: Vec<Heard>,
    _drawing: Option<Drawing>,
}

impl Streets {
    /// Asks for tiles; `told` hears of each whether it came.
    pub fn new(map: &Map, tiles: &Tiles, told: Told) -> Self {
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
        let heard = vec![hear("tileload", true), hear("tileerror", false)];
        Self::shown(map, layer.unchecked_into(), heard, None)
    }

    /// Shows the tiles of an archive; `told` hears of each whether it could be read.
    ///
    /// # Errors
    /// When Leaflet refuses to make a layer of them.
    pub fn of(map: &Map, archive: Archive, told: Told) -> Result<Self, MapError> {
        let (layer, drawing) = archive::layer(archive, told)?;
        Ok(Self::shown(map, layer, Vec::new(), Some(drawing)))
    }

    fn shown(map: &Map, layer: Layer, heard: Vec<Heard>, drawing: Option<Drawing>) -> Self {
        if map.get_pane_by_name(PANE).is_undefined() {
            map.create_pane_by_name(PANE);
        }
        map.add_layer(&layer);
        Self {
            map: map.clone(),
            layer,
            _heard: heard,
            _drawing: drawing,
        }
    }
}

impl Drop for Streets {
    fn drop(&mut self) {
        self.map.remove_layer(&self.layer);
    }
}
