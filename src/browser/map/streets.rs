//! Street tiles, above the basemap's land and beneath names and markers: where one does not come, the land stays in sight.

use std::rc::Rc;

use event_file::file::Tiles;
use leaflet::{Layer, Map, TileLayer, TileLayerOptions};
use wasm_bindgen::JsCast;

use super::archive::Archive;
use super::archive_layer::ArchiveLayer;
use super::error::MapError;
use super::leaflet_listener::LeafletListener;
use super::panes;
use super::view::MAX_ZOOM;

/// The deepest zoom asked for where the calendar names none: what such services have at least.
const DEFAULT_MAX_ZOOM: u8 = 18;

/// Tiles on the map, with their listeners or what draws them; removed on drop.
pub struct Streets {
    map: Map,
    layer: Layer,
    _listeners: Vec<LeafletListener>,
    _archive: Option<ArchiveLayer>,
}

impl Streets {
    /// Asks a service for tiles; `loaded` is called for each with whether it came.
    pub fn from_service(map: &Map, tiles: &Tiles, loaded: Rc<dyn Fn(bool)>) -> Self {
        let options = TileLayerOptions::new();
        options.set_pane(panes::STREETS.into());
        options.set_max_zoom(MAX_ZOOM);
        options.set_max_native_zoom(tiles.max_zoom.unwrap_or(DEFAULT_MAX_ZOOM).into());
        // Some services answer only who says where the request comes from: the host, not the page.
        options.set_referrer_policy("origin".into());
        let layer = TileLayer::new_options(&tiles.url, &options);
        let listen = |name, came| {
            let loaded = loaded.clone();
            LeafletListener::new(layer.as_ref(), name, move || loaded(came))
        };
        let listeners = vec![listen("tileload", true), listen("tileerror", false)];
        Self::shown(map, layer.unchecked_into(), listeners, None)
    }

    /// Shows the tiles of an archive; `loaded` is called for each with whether it could be read.
    ///
    /// # Errors
    /// When Leaflet refuses to make a layer of them.
    pub fn from_archive(
        map: &Map,
        archive: Archive,
        loaded: Rc<dyn Fn(bool)>,
    ) -> Result<Self, MapError> {
        let archive = ArchiveLayer::new(archive, loaded)?;
        let layer = archive.layer().clone();
        Ok(Self::shown(map, layer, Vec::new(), Some(archive)))
    }

    fn shown(
        map: &Map,
        layer: Layer,
        listeners: Vec<LeafletListener>,
        archive: Option<ArchiveLayer>,
    ) -> Self {
        panes::pane(map, panes::STREETS);
        map.add_layer(&layer);
        Self {
            map: map.clone(),
            layer,
            _listeners: listeners,
            _archive: archive,
        }
    }
}

impl Drop for Streets {
    fn drop(&mut self) {
        self.map.remove_layer(&self.layer);
    }
}
