//! Loading a script or a style sheet after the page, once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, HtmlLinkElement, HtmlScriptElement, window};

/// The file did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

thread_local! {
    /// What was asked for: whoever asks again waits for the same.
    static ASKED: RefCell<BTreeMap<String, Promise>> = const { RefCell::new(BTreeMap::new()) };
}

/// Runs the classic script at `url`, relative to the page; at once when it has run before.
///
/// # Errors
/// When it could not be loaded; asking again tries again.
pub async fn load(url: &str) -> Result<(), NotLoaded> {
    once(url, |document| {
        let script: HtmlScriptElement = document.create_element("script").ok()?.unchecked_into();
        script.set_src(url);
        Some(script.into())
    })
    .await
}

/// Applies the style sheet at `url`, relative to the page; at once when it is there.
///
/// # Errors
/// When it could not be loaded; asking again tries again.
pub async fn stylesheet(url: &str) -> Result<(), NotLoaded> {
    once(url, |document| {
        let link: HtmlLinkElement = document.create_element("link").ok()?.unchecked_into();
        link.set_rel("stylesheet");
        link.set_href(url);
        Some(link.into())
    })
    .await
}

async fn once(
    url: &str,
    element: impl FnOnce(&Document) -> Option<HtmlElement>,
) -> Result<(), NotLoaded> {
    let asked = ASKED.with_borrow(|asked| asked.get(url).cloned());
    let promise = match asked {
        Some(promise) => promise,
        None => {
            let promise = insert(element).ok_or(NotLoaded)?;
            ASKED.with_borrow_mut(|asked| asked.insert(url.to_owned(), promise.clone()));
            promise
        }
    };
    let loaded = JsFuture::from(promise).await;
    if loaded.is_err() {
        ASKED.with_borrow_mut(|asked| asked.remove(url));
    }
    loaded.map(|_| ()).map_err(|_| NotLoaded)
}

/// Puts the element into the head; the browser resolves the promise when it has loaded.
fn insert(element: impl FnOnce(&Document) -> Option<HtmlElement>) -> Option<Promise> {
    let document = window()?.document()?;
    let head = document.head()?;
    let element = element(&document)?;
    let promise = Promise::new(&mut |resolve, reject| {
        element.set_onload(Some(&resolve));
        element.set_onerror(Some(&reject));
    });
    match head.append_child(&element) {
        Ok(_) => Some(promise),
        Err(_) => None,
    }
}
