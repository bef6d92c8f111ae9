//! The address bar: reading the query string, changing it without loading the page, hearing Back.
//!
//! A sandboxed frame and an `about:srcdoc` document refuse every change, and browsers refuse too
//! many in a row; then the address stays as it is, what is shown does not depend on it.

use wasm_bindgen::JsValue;
use web_sys::{Url, window};

use super::listener::Listener;

/// The query string as it stands, with its `?`, or empty.
pub fn query() -> String {
    window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// Makes `query` (without `?`) the address, as a new step for Back.
pub fn push(query: &str) {
    if let Some((history, address)) = history(query) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Makes `query` (without `?`) the address in place of the present one.
pub fn replace(query: &str) {
    if let Some((history, address)) = history(query) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Calls `moved` whenever the visitor goes back or forward, until the listener is dropped;
/// [`query`] is the new one by then.
pub fn on_back(mut moved: impl FnMut() + 'static) -> Option<Listener> {
    let window = window()?;
    Some(Listener::new(&window, "popstate", move |_| moved()))
}

/// The absolute form of `address`, when it lies on this page's own origin; `None` for any other.
///
/// In a sandboxed frame the origin meant is that of the page's address, not the frame's opaque one.
pub fn own(address: &str) -> Option<String> {
    let base = base()?;
    let url = Url::new_with_base(address, &base).ok()?;
    let (origin, own) = (url.origin(), Url::new(&base).ok()?.origin());
    // Addresses without an origin, such as `file:`, all say “null” and are no match for one another.
    let same_file_system = url.protocol() == "file:" && base.starts_with("file:");
    (origin == own && (origin != "null" || same_file_system)).then(|| url.href())
}

/// What relative addresses are relative to; in an `about:srcdoc` frame that is its parent's address.
fn base() -> Option<String> {
    window()?.document()?.base_uri().ok()?
}

fn history(query: &str) -> Option<(web_sys::History, String)> {
    let window = window()?;
    let address = if query.is_empty() {
        window.location().pathname().ok()?
    } else {
        format!("?{query}")
    };
    Some((window.history().ok()?, address))
}
