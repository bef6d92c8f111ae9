//! Street tiles in one file beside the page: a PMTiles archive, version 3, of raster tiles
//! (<https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md>).
//!
//! npm's `pmtiles` reads it, in parts (`Range`); it is loaded once such a file is wanted. It knows an
//! archive by its first bytes: the file's name is free.

use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::window;

use super::error::MapError;
use crate::browser::{fetch, script};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = pmtiles, js_name = PMTiles)]
    type PmTiles;

    #[wasm_bindgen(constructor, js_namespace = pmtiles, js_class = "PMTiles", catch)]
    fn new(source: &Object) -> Result<PmTiles, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getHeader)]
    async fn header(this: &PmTiles) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getZxy)]
    async fn tile(this: &PmTiles, zoom: f64, column: f64, row: f64) -> Result<JsValue, JsValue>;
}

/// An archive, opened.
pub struct Archive {
    file: PmTiles,
    _source: Source,
    media_type: &'static str,
    max_zoom: f64,
}

impl Archive {
    /// Opens the file at `url`.
    ///
    /// # Errors
    /// The reader or the file did not arrive, the host sends no parts of files, the file is no
    /// PMTiles archive, or its tiles are not raster images.
    pub async fn open(url: &str) -> Result<Archive, MapError> {
        let loaded = script::load("leaflet/pmtiles.js").await;
        loaded.map_err(|_| MapError)?;
        let source = Source::new(url);
        let file = PmTiles::new(&source.object).map_err(|_| MapError)?;
        let header = file.header().await.map_err(|_| MapError)?;
        // The types of the specification, section “Tile Type”; 1 and 6 are vector tiles.
        let media_type = match number(&header, "tileType").unwrap_or_default() as u8 {
            2 => "image/png",
            3 => "image/jpeg",
            4 => "image/webp",
            5 => "image/avif",
            _ => return Err(MapError),
        };
        let max_zoom = number(&header, "maxZoom").ok_or(MapError)?;
        Ok(Archive {
            file,
            _source: source,
            media_type,
            max_zoom,
        })
    }

    /// The deepest zoom there are tiles for.
    pub fn max_zoom(&self) -> f64 {
        self.max_zoom
    }

    /// A tile as a `data:` address, which the page's policy allows; `None` where the archive has none.
    ///
    /// # Errors
    /// The tile's part of the file did not arrive or could not be read.
    pub async fn picture(
        &self,
        zoom: f64,
        column: f64,
        row: f64,
    ) -> Result<Option<String>, MapError> {
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
        Ok(Some(format!("data:{};base64,{text}", self.media_type)))
    }
}

/// Where the reader gets parts of the file from: the interface `Source` of `pmtiles`.
///
/// Its own source asks by a `fetch` that any redirect may lead to another host.
struct Source {
    object: Object,
    _parts: Closure<dyn FnMut(f64, f64) -> Promise>,
    _key: Closure<dyn FnMut() -> JsValue>,
}

impl Source {
    fn new(url: &str) -> Self {
        let file = url.to_owned();
        let parts =
            Closure::<dyn FnMut(f64, f64) -> Promise>::new(move |offset: f64, length: f64| {
                let file = file.clone();
                future_to_promise(async move {
                    let bytes = fetch::range(&file, offset as u64, length as u64).await;
                    let bytes = bytes.map_err(|error| js_sys::Error::new(&format!("{error:?}")))?;
                    let part = Object::new();
                    let data = Uint8Array::from(bytes.as_slice()).buffer();
                    Reflect::set(&part, &"data".into(), &data)?;
                    Ok(part.into())
                })
            });
        let name = url.to_owned();
        let key = Closure::<dyn FnMut() -> JsValue>::new(move || name.as_str().into());
        let object = Object::new();
        for (name, closure) in [("getBytes", parts.as_ref()), ("getKey", key.as_ref())] {
            // Fails only for a frozen object, and this one is new.
            let _ = Reflect::set(&object, &name.into(), closure);
        }
        Self {
            object,
            _parts: parts,
            _key: key,
        }
    }
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(object, &name.into()).ok()?.as_f64()
}
