//! A layer of the map whose tiles come out of an archive.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use leaflet::{GridLayerOptions, Layer};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;

use super::archive::Archive;
use super::error::MapError;
use super::panes;
use super::view::MAX_ZOOM;

#[wasm_bindgen]
extern "C" {
    /// `L.GridLayer.extend`: a class of layers. The crate has `GridLayer`, but not its `createTile`,
    /// which Leaflet calls for every tile and which only a class of one's own can give.
    #[wasm_bindgen(js_namespace = ["L", "GridLayer"], js_name = extend, catch)]
    fn layer_class(members: &Object) -> Result<Function, JsValue>;
}

/// A layer, and the function that makes its tiles.
pub struct ArchiveLayer {
    layer: Layer,
    _create_tile: Closure<dyn FnMut(JsValue, Function) -> JsValue>,
}

impl ArchiveLayer {
    /// A layer of the tiles of `archive`; `loaded` is called for each tile the archive has, with
    /// whether it could be read.
    ///
    /// # Errors
    /// When Leaflet refuses to make one.
    pub fn new(archive: Archive, loaded: Rc<dyn Fn(bool)>) -> Result<Self, MapError> {
        let options = GridLayerOptions::new();
        options.set_pane(panes::STREETS.into());
        options.set_max_zoom(MAX_ZOOM);
        options.set_max_native_zoom(archive.max_zoom());
        let archive = Rc::new(archive);
        let create_tile =
            Closure::<dyn FnMut(JsValue, Function) -> JsValue>::new(move |coordinates, done| {
                tile(archive.clone(), loaded.clone(), coordinates, done)
            });
        let members = Object::new();
        let create = create_tile.as_ref();
        Reflect::set(&members, &"createTile".into(), create).map_err(|_| MapError)?;
        let class = layer_class(&members).map_err(|_| MapError)?;
        let layer = Reflect::construct(&class, &Array::of1(&options)).map_err(|_| MapError)?;
        Ok(Self {
            layer: layer.unchecked_into(),
            _create_tile: create_tile,
        })
    }

    /// The layer, for the map.
    pub fn layer(&self) -> &Layer {
        &self.layer
    }
}

/// The image of a tile, filled once its part of the archive has come; then `done` is called.
fn tile(
    archive: Rc<Archive>,
    loaded: Rc<dyn Fn(bool)>,
    coordinates: JsValue,
    done: Function,
) -> JsValue {
    let image = window().and_then(|window| window.document()?.create_element("img").ok());
    let Some(image) = image else {
        return JsValue::NULL;
    };
    // It says nothing that the map does not.
    let _ = image.set_attribute("alt", "");
    let tile = image.clone();
    spawn_local(async move {
        let [zoom, column, row] = ["z", "x", "y"].map(|name| {
            let number = Reflect::get(&coordinates, &name.into()).ok();
            number
                .and_then(|number| number.as_f64())
                .unwrap_or_default()
        });
        match archive.picture(zoom, column, row).await {
            // Nothing there is no failure: the land stays in sight.
            Ok(None) => {}
            Ok(Some(picture)) => {
                let _ = tile.set_attribute("src", &picture);
                loaded(true);
            }
            Err(MapError) => loaded(false),
        }
        let _ = done.call2(&JsValue::NULL, &JsValue::NULL, &tile);
    });
    image.into()
}
