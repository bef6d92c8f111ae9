//! The page around this one, when it stands in a frame: telling it things, and hearing what it asks.
//!
//! A message is `{ "marchmap": 1, "type": …, … }` in either direction. Who the parent is cannot be
//! known from within a frame, so it is told nothing that its own visitors do not see.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent, Window, window};

use super::{listener::Listener, resize::Resizing};

/// No frame is asked to be higher than this, in CSS pixels: a list may be endless, a page may not.
const HIGHEST: f64 = 10_000.0;

/// Tells the parent something of this type; nobody is told where there is no parent.
pub fn tell(kind: &str, more: &[(&str, JsValue)]) {
    let Some(parent) = parent() else { return };
    let message = Object::new();
    // Fails only for a frozen object, and this one is new.
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value);
    let _ = set("marchmap", &1.into());
    let _ = set("type", &kind.into());
    for (name, value) in more {
        let _ = set(name, value);
    }
    // A parent that is gone hears nothing.
    let _ = parent.post_message(&message, "*");
}

/// Calls `asked` with the query string of every `query` message of the parent, and of nobody else,
/// until the listener is dropped.
pub fn on_query(mut asked: impl FnMut(String) + 'static) -> Option<Listener> {
    let parent = parent()?;
    let window = window()?;
    Some(Listener::new(&window, "message", move |event| {
        let event: MessageEvent = event.unchecked_into();
        let from_parent = event
            .source()
            .is_some_and(|source| Object::is(&source, &parent));
        if !from_parent {
            return;
        }
        let data = event.data();
        let field = |name: &str| Reflect::get(&data, &name.into()).ok();
        if field("marchmap").and_then(|version| version.as_f64()) == Some(1.0)
            && field("type").and_then(|kind| kind.as_string()).as_deref() == Some("query")
            && let Some(query) = field("query").and_then(|query| query.as_string())
        {
            asked(query);
        }
    }))
}

/// Calls `told` with the height the page has by itself, in CSS pixels, soon and whenever that
/// changes, until the guard is dropped. The style sheet of an embed keeps it independent of the
/// frame's height: a frame that follows does not change it again.
pub fn on_height(mut told: impl FnMut(f64) + 'static) -> Option<Resizing> {
    let app = window()?.document()?.get_element_by_id("app")?;
    let app: HtmlElement = app.dyn_into().ok()?;
    let measured = app.clone();
    let mut last = 0.0;
    Resizing::new(&app, move |_, _| {
        let height = measured.get_bounding_client_rect().height().ceil();
        let height = height.min(HIGHEST);
        // A frame that is not displayed has no height; it is told once it is.
        if height > 0.0 && height != last {
            last = height;
            told(height);
        }
    })
}

fn parent() -> Option<Window> {
    let window = window()?;
    let parent = window.parent().ok()??;
    (!Object::is(&parent, &window)).then_some(parent)
}
