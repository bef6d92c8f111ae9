//! Giving a link to somebody: the system's share sheet, else the clipboard.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Navigator, ShareData, Url, window};

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The system's share sheet took it, or the visitor closed that.
    Sheet,
    /// It is in the clipboard.
    Copied,
    /// The browser allows neither.
    Neither,
}

/// Shares a link, with a title where the system shows one.
pub async fn share(title: &str, link: &str) -> Shared {
    let Some(window) = window() else {
        return Shared::Neither;
    };
    let navigator = window.navigator();
    if has(&navigator, "share") {
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(link);
        match JsFuture::from(navigator.share_with_data(&data)).await {
            Err(error) if !closed(&error) => {}
            _ => return Shared::Sheet,
        }
    }
    match copy(link).await {
        true => Shared::Copied,
        false => Shared::Neither,
    }
}

/// Puts a text into the clipboard; `false` where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let copying = window().and_then(|window| copying(&window.navigator(), text));
    match copying {
        Some(copying) => JsFuture::from(copying).await.is_ok(),
        None => false,
    }
}

/// The address of this page with another query string (without `?`), to be opened anywhere.
pub fn address(query: &str) -> Option<String> {
    let base = window()?.document()?.base_uri().ok()??;
    let url = Url::new(&base).ok()?;
    url.set_search(query);
    url.set_hash("");
    Some(url.href())
}

/// There is a clipboard only on hosts reached over https, and on the visitor's own machine.
fn copying(navigator: &Navigator, text: &str) -> Option<Promise> {
    let there = has(navigator, "clipboard");
    there.then(|| navigator.clipboard().write_text(text))
}

fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &name.into()).is_ok_and(|found| found.is_truthy())
}

/// Whether sharing ended because the visitor changed their mind.
fn closed(error: &JsValue) -> bool {
    let error = error.dyn_ref::<DomException>();
    error.is_some_and(|error| error.name() == "AbortError")
}
