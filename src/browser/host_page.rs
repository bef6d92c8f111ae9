//! Messages between an embed and the page around it (docs/embedding.md).
//!
//! Who the parent is cannot be known from within a frame, so it is sent nothing that its own
//! visitors do not see.

use js_sys::{JsString, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent, Window, window};

use super::{listener::Listener, resize::Resizing};

/// No frame is asked to be higher than this, in CSS pixels: a list may be endless, a page may not.
const HIGHEST: f64 = 10_000.0;

/// The version of the messages, their member `marchmap`.
const VERSION: f64 = 1.0;

/// A message to the parent; its variant is the member `type`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Message {
    /// The calendar is shown.
    Ready {
        /// The calendar's title.
        title: Option<String>,
        /// How many events it has.
        total: usize,
        /// How many of them match the query.
        matched: usize,
    },
    /// The height of the page by itself.
    Resize {
        /// In CSS pixels.
        height: f64,
    },
    /// An event was opened or closed.
    Open {
        /// The event's id; none when it was closed.
        event: Option<String>,
    },
    /// A `query` message was not followed: its query string is too long.
    Refused {
        /// The longest that is followed, in bytes.
        longest: usize,
    },
}

#[derive(Serialize)]
struct Versioned {
    marchmap: f64,
    #[serde(flatten)]
    message: Message,
}

/// Sends a message to the parent; nothing happens where there is none.
pub fn post(message: Message) {
    let Some(parent) = parent() else { return };
    let versioned = Versioned {
        marchmap: VERSION,
        message,
    };
    // A plain object, and `null` for what is absent, as JSON has it.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    if let Ok(data) = versioned.serialize(&serializer) {
        // Fails only for what cannot be copied, and a parent that is gone receives nothing.
        let _ = parent.post_message(&data, "*");
    }
}

/// Calls `asked` with the query string of every `query` message of the parent, and of nobody else,
/// until the listener is dropped. One of more than `longest` bytes is refused.
pub fn on_query(longest: usize, mut asked: impl FnMut(String) + 'static) -> Option<Listener> {
    let parent = parent()?;
    let window = window()?;
    Some(Listener::new(&window, "message", move |event| {
        let event: &MessageEvent = event.unchecked_ref();
        let from_parent = event
            .source()
            .is_some_and(|source| Object::is(&source, &parent));
        let query = from_parent.then(|| query_of(&event.data())).flatten();
        let Some(query) = query else { return };
        // Its length is known before it is copied.
        let text = Some(&query).filter(|query| query.length() as usize <= longest);
        let text = text.and_then(|query| query.as_string());
        match text.filter(|text| text.len() <= longest) {
            Some(text) => asked(text),
            None => post(Message::Refused { longest }),
        }
    }))
}

/// The query string in a `query` message; `None` for every other value. Only these three members are read: what else is
/// in a value may be of any size, or contain itself.
fn query_of(data: &JsValue) -> Option<JsString> {
    const TYPE: &str = "query";
    let member = |name: &str| Reflect::get(data, &name.into()).ok();
    let text = |name: &str| member(name)?.dyn_into::<JsString>().ok();
    let is_ours = member("marchmap")? == VERSION;
    let kind = text("type").filter(|kind| kind.length() as usize == TYPE.len())?;
    (is_ours && kind == TYPE).then(|| text("query"))?
}

/// Calls `changed` with the height the page has by itself, in CSS pixels, soon and whenever that
/// changes, until the guard is dropped. The style sheet of an embed keeps it independent of the
/// frame's height: a frame that follows does not change it again.
pub fn on_height(mut changed: impl FnMut(f64) + 'static) -> Option<Resizing> {
    let app = window()?.document()?.get_element_by_id("app")?;
    let app: HtmlElement = app.dyn_into().ok()?;
    let measured = app.clone();
    let mut last = 0.0;
    Resizing::new(&app, move |_, _| {
        let height = measured.get_bounding_client_rect().height().ceil();
        let height = height.min(HIGHEST);
        // A frame that is not displayed has no height; it is sent once it is.
        if height > 0.0 && height != last {
            last = height;
            changed(height);
        }
    })
}

fn parent() -> Option<Window> {
    let window = window()?;
    let parent = window.parent().ok()??;
    (!Object::is(&parent, &window)).then_some(parent)
}
