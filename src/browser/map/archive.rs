//! Street tiles out of one file beside the page: PMTiles, version 3, with pictures in it.
//!
//! The reader is npm's `pmtiles`, which asks for parts of the file (`Range`); it is loaded once such a
//! file is wanted. The pictures become `data:` addresses, which the page's policy allows anyway.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use leaflet::Layer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;

use super::streets::{PANE, Told};
use super::view::CLOSEST;
use super::{super::script, MapError};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = pmtiles, js_name = PMTiles)]
    #[derive(Clone)]
    type File;

    #[wasm_bindgen(constructor, js_namespace = pmtiles, js_class = "PMTiles", catch)]
    fn new(url: &str) -> Result<File, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getHeader)]
    async fn header(this: &File) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getZxy)]
    async fn tile(this: &File, zoom: f64, column: f64, row: f64) -> Result<JsValue, JsValue>;

    /// `L.GridLayer.extend`: a class of layers.
    #[wasm_bindgen(js_namespace = ["L", "GridLayer"], js_name = extend, catch)]
    fn layer_class(members: &Object) -> Result<Function, JsValue>;
}

/// A file of tiles, opened.
pub struct Archive {
    file: File,
    /// What the tiles are, as `data:` has it.
    kind: &'static str,
    deepest: f64,
}

impl Archive {
    /// Opens the file at `url`.
    ///
    /// # Errors
    /// The reader or the file did not arrive, the host gives no parts of files, or there are no
    /// pictures in it.
    pub async fn open(url: &str) -> Result<Archive, MapError> {
        let refused = |_| MapError;
        script::load("leaflet/pmtiles.js")
            .await
            .map_err(|_| MapError)?;
        let file = File::new(url).map_err(refused)?;
        let header = file.header().await.map_err(refused)?;
        let number = |name: &str| Reflect::get(&header, &name.into()).ok()?.as_f64();
        // The types of the format, section “Tile Type”; 1 and 6 are drawings, which nobody here draws.
        let kind = match number("tileType").unwrap_or_default() as u8 {
            2 => "image/png",
            3 => "image/jpeg",
            4 => "image/webp",
            5 => "image/avif",
            _ => return Err(MapError),
        };
        let deepest = number("maxZoom").ok_or(MapError)?;
        Ok(Archive {
            file,
            kind,
            deepest,
        })
    }

    /// The address of a tile that holds all of it; `None` where the file has none.
    async fn picture(&self, place: &JsValue) -> Result<Option<String>, MapError> {
        let part = |name: &str| Reflect::get(place, &name.into()).ok()?.as_f64();
        let [zoom, column, row] = ["z", "x", "y"].map(|name| part(name).unwrap_or_default());
        let found = self.file.tile(zoom, column, row).await;
        let found = found.map_err(|_| MapError)?;
        if found.is_undefined() {
            return Ok(None);
        }
        let data = Reflect::get(&found, &"data".into()).map_err(|_| MapError)?;
        // One character for each byte, which is what `btoa` takes.
        let bytes = Uint8Array::new(&data).to_vec();
        let text: String = bytes.into_iter().map(char::from).collect();
        let text = window().and_then(|window| window.btoa(&text).ok());
        let text = text.ok_or(MapError)?;
        Ok(Some(format!("data:{};base64,{text}", self.kind)))
    }
}

/// Makes the tile that Leaflet asks for; to be kept for as long as it may.
pub type Drawing = Closure<dyn FnMut(JsValue, Function) -> JsValue>;

/// A layer of the tiles, and what draws them; `told` hears of each that there is whether it could
/// be read.
///
/// # Errors
/// When Leaflet refuses to make one.
pub fn layer(archive: Archive, told: Told) -> Result<(Layer, Drawing), MapError> {
    let deepest = archive.deepest;
    let archive = Rc::new(archive);
    let drawing = Drawing::new(move |place: JsValue, done: Function| {
        let image = window().and_then(|window| window.document()?.create_element("img").ok());
        let Some(image) = image else {
            return JsValue::NULL;
        };
        // It says nothing that the map does not.
        let _ = image.set_attribute("alt", "");
        let (tile, archive, told) = (image.clone(), archive.clone(), told.clone());
        spawn_local(async move {
            match archive.picture(&place).await {
                // The file has nothing there, which is no failure: the land stays in sight.
                Ok(None) => {}
                Ok(Some(picture)) => {
                    let _ = tile.set_attribute("src", &picture);
                    told(true);
                }
                Err(MapError) => told(false),
            }
            let _ = done.call2(&JsValue::NULL, &JsValue::NULL, &tile);
        });
        image.into()
    });
    let (members, options) = (Object::new(), Object::new());
    let set = |object: &Object, name: &str, value: &JsValue| {
        // Fails only for a frozen object, and these are new.
        let _ = Reflect::set(object, &name.into(), value);
    };
    set(&members, "createTile", drawing.as_ref());
    set(&options, "pane", &PANE.into());
    set(&options, "maxZoom", &CLOSEST.into());
    set(&options, "maxNativeZoom", &deepest.into());
    let class = layer_class(&members).map_err(|_| MapError)?;
    let layer = Reflect::construct(&class, &Array::of1(&options)).map_err(|_| MapError)?;
    Ok((layer.unchecked_into(), drawing))
}
