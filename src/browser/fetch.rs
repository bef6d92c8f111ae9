//! Fetching a file from this page's own origin, with progress in bytes.

mod body;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect,
    Response, ResponseType, window,
};

use super::address;

/// How much of a file has arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes so far, decompressed.
    pub received: u64,
    /// Bytes in all; `None` when the host does not say or says only the compressed size.
    pub total: Option<u64>,
}

/// Why a file did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The address lies on another origin: nothing is asked of it.
    NotSameOrigin,
    /// No answer, a redirect to another origin, or the connection broke off.
    Network,
    /// The host answered with this status instead of the file.
    Status(u16),
    /// The browser gave up, because the page is being left.
    Aborted,
}

/// A file that arrived.
pub struct Arrived {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The service worker's word on it, when it is a copy of its own instead of what the host gives.
    pub kept: Option<Kept>,
}

/// A copy that the service worker kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// When it came from the host, in milliseconds since 1970.
    pub at: i64,
    /// Whether the host answered with something that is no event file; else it was not reached.
    pub broken: bool,
}

/// The bytes of the file at `url`, relative to the page; `progress` is told after each piece.
///
/// # Errors
/// See [`FetchError`].
pub async fn fetch(url: &str, progress: impl Fn(Progress)) -> Result<Vec<u8>, FetchError> {
    Ok(arrive(url, false, progress).await?.bytes)
}

/// The file at `url`, relative to the page, and whether it is a kept copy; `anew` asks the host
/// whether it has changed even where the browser has it.
///
/// No other host is asked, nor gets a cookie. Dropping the future ends the transfer.
///
/// # Errors
/// See [`FetchError`].
pub async fn arrive(
    url: &str,
    anew: bool,
    progress: impl Fn(Progress),
) -> Result<Arrived, FetchError> {
    let url = address::own(url).ok_or(FetchError::NotSameOrigin)?;
    let transfer = Transfer::new()?;
    let answer = transfer.start(&url, anew)?;
    let response: Response = JsFuture::from(answer)
        .await
        .map_err(reason)?
        .unchecked_into();
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let kept = kept(&response);
    let bytes = body::read(&response, total(&response), progress).await?;
    Ok(Arrived { bytes, kept })
}

/// What the service worker (`public/sw.js`) says of a copy.
fn kept(response: &Response) -> Option<Kept> {
    let header = |name| response.headers().get(name).ok().flatten();
    let why = header("x-marchmap-why")?;
    Some(Kept {
        at: header("x-marchmap-kept")?.parse().ok()?,
        broken: why == "broken",
    })
}

/// A transfer that ends when it is dropped; after the last byte that changes nothing.
struct Transfer(AbortController);

impl Transfer {
    fn new() -> Result<Self, FetchError> {
        AbortController::new().map(Self).map_err(reason)
    }

    fn start(&self, url: &str, anew: bool) -> Result<js_sys::Promise, FetchError> {
        let options = RequestInit::new();
        // As `index.html` has asked for the event file already: otherwise it would come twice.
        options.set_mode(RequestMode::Cors);
        options.set_credentials(RequestCredentials::SameOrigin);
        if anew {
            options.set_cache(RequestCache::NoCache);
        }
        stay(&options);
        options.set_signal(Some(&self.0.signal()));
        let window = window().ok_or(FetchError::Network)?;
        Ok(window
            .fetch_with_str_and_init(url, &options)
            .unchecked_into())
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Holds the request to this origin, redirects too: the page's own policy (`connect-src` in
/// `index.html` and `public/start.js`) refuses one that leads elsewhere. A sandboxed frame has an opaque origin, which
/// browsers take for different things there: no redirect at all.
fn stay(options: &RequestInit) {
    if window().is_some_and(|window| window.origin() == "null") {
        options.set_redirect(RequestRedirect::Error);
    }
}

/// The size of the body, when it is known: `Content-Length` counts the bytes sent, so it says
/// nothing of a compressed body, and through CORS it cannot be seen whether it is compressed.
fn total(response: &Response) -> Option<u64> {
    let header = |name| response.headers().get(name).ok().flatten();
    if response.type_() != ResponseType::Basic || header("content-encoding").is_some() {
        return None;
    }
    header("content-length")?.parse().ok()
}

/// What the browser's refusal means.
fn reason(error: JsValue) -> FetchError {
    let name = js_sys::Reflect::get(&error, &"name".into())
        .ok()
        .and_then(|name| name.as_string());
    match name.as_deref() {
        Some("AbortError") => FetchError::Aborted,
        _ => FetchError::Network,
    }
}
