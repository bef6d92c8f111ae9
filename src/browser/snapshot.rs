//! Copies of event files on this device, for visits without a network (Cache API; docs/offline.md).
//!
//! A browser that stores nothing, or has no room, keeps none: that is no error.

use chrono::{DateTime, Utc};
use gloo_net::http::Response;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Cache, Url, window};

use super::fetch::Pieces;

/// How many files have a copy: those a visitor saw last.
const COPIES: u32 = 4;

/// How long a visitor waits for storage that does not answer, in milliseconds.
const PATIENCE: i32 = 3000;

/// The header of a copy that says when it came from the host, in milliseconds since 1970.
const AT: &str = "x-marchmap-at";

/// A copy of an event file.
pub struct Snapshot {
    /// When it came from the host.
    pub at: DateTime<Utc>,
    response: Response,
}

impl Snapshot {
    /// Its bytes; `None` when the browser has dropped them.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        self.response.binary().await.ok()
    }
}

/// The copy of the file at `url`, an absolute address.
pub async fn find(url: &str) -> Option<Snapshot> {
    let cache = open().await?;
    let found = answer(cache.match_with_str(url)).await?;
    let response = Response::from(found.dyn_into::<web_sys::Response>().ok()?);
    let at = response.headers().get(AT)?;
    let at = DateTime::from_timestamp_millis(at.parse().ok()?)?;
    Some(Snapshot { at, response })
}

/// Keeps `body` as the copy of the file at `url`, an absolute address; in place of an older one only if it `replaces` that.
pub async fn keep(url: &str, body: Pieces, at: DateTime<Utc>, replaces: bool) {
    // Where it is refused, or there is no room, there is no copy.
    let _ = put(url, body, at, replaces).await;
}

async fn put(url: &str, body: Pieces, at: DateTime<Utc>, replaces: bool) -> Option<()> {
    let cache = open().await?;
    if !replaces {
        let older = JsFuture::from(cache.match_with_str(url)).await.ok()?;
        older.is_undefined().then_some(())?;
    }
    let blob = Blob::new_with_u8_array_sequence(&body.into_array()).ok()?;
    let at = at.timestamp_millis().to_string();
    let response = Response::builder().header(AT, &at);
    let response = web_sys::Response::from(response.body(Some(&blob)).ok()?);
    let stored = JsFuture::from(cache.put_with_str(url, &response)).await;
    // Oldest first (Service Workers, “Cache”): what is stored again moves to the end.
    let keys = JsFuture::from(cache.keys()).await.ok()?;
    let keys: Array = keys.dyn_into().ok()?;
    for key in keys.slice(0, keys.length().saturating_sub(COPIES)).iter() {
        let key: web_sys::Request = key.dyn_into().ok()?;
        JsFuture::from(cache.delete_with_request(&key)).await.ok()?;
    }
    stored.ok().map(|_: JsValue| ())
}

/// The cache of this page's folder; other calendars may live on the same origin.
async fn open() -> Option<Cache> {
    let window = window()?;
    // Missing on hosts reached without https; reading it throws in some frames.
    let present = Reflect::get(&window, &"caches".into()).ok()?.is_truthy();
    let caches = present.then(|| window.caches().ok()).flatten()?;
    let folder = Url::new_with_base("./", &window.document()?.base_uri().ok()??).ok()?;
    let name = format!("marchmap {} events", folder.pathname());
    answer(caches.open(&name)).await?.dyn_into().ok()
}

/// What storage answers; `None` when it refuses, and `undefined` when it does not answer.
async fn answer(asked: Promise) -> Option<JsValue> {
    let late = Promise::new(&mut |resolve, _| {
        let wait = |window: web_sys::Window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE)
        };
        // Without a timer there is no limit.
        let _ = window().map(wait);
    });
    let first = Promise::race(&Array::of2(&asked, &late));
    JsFuture::from(first).await.ok()
}
