//! A newer version of the page itself, as the service worker (`public/sw.js`) announces it.

use std::rc::Rc;

use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, ServiceWorkerContainer, window};

use super::listener::Listener;

/// A message from the service worker.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Message {
    /// The version a reload would show; empty when the site has moved.
    Version { version: String },
}

/// Calls `ready` when a reload would show another version of the page, or lead to its new address,
/// until the listeners are dropped. It may be called more than once. `None` where there is no
/// service worker, and for a page that is not a release.
pub fn on_newer_version(ready: impl Fn() + 'static) -> Option<[Listener; 2]> {
    let container = container()?;
    let own = version()?;
    let asking = Rc::new(container.clone());
    ask(&asking);
    Some([
        Listener::new(&container, "message", move |event| {
            let event: &MessageEvent = event.unchecked_ref();
            let message = serde_wasm_bindgen::from_value(event.data());
            if let Ok(Message::Version { version }) = message
                && version != own
            {
                ready();
            }
        }),
        // A new worker has taken over.
        Listener::new(&container, "controllerchange", move |_| ask(&asking)),
    ])
}

/// Loads the page anew, under the same address.
pub fn reload() {
    // Refused only to a page that is being left.
    let _ = window().map(|window| window.location().reload());
}

fn ask(container: &ServiceWorkerContainer) {
    if let Some(worker) = container.controller() {
        // A worker that is gone is not there to answer.
        let _ = worker.post_message(&JsValue::from_str("version"));
    }
}

/// Missing in old browsers, on hosts reached without https, and in sandboxed frames.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window()?.navigator();
    let container = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}

/// The version of this page, which a release has in its head.
fn version() -> Option<String> {
    let document = window()?.document()?;
    let meta = document
        .query_selector("meta[name=marchmap-build]")
        .ok()??;
    meta.get_attribute("content")
}
