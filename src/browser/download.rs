//! Handing the visitor a file made in the page.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url, window};

thread_local! {
    /// Browsers read a file after the click that saves it, so its address is kept until the next one.
    static LAST: RefCell<Option<Address>> = const { RefCell::new(None) };
}

/// The address of a file in memory, given up on drop.
struct Address(String);

impl Drop for Address {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Saves `text` as a file called `name` of the given media type; `None` when the browser can't.
///
/// A frame that may not save files ignores it without a word: [`in_a_frame`] tells when that may be.
pub fn save(name: &str, media_type: &str, text: &str) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let file = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let address = Address(Url::create_object_url_with_blob(&file).ok()?);
    let document = window()?.document()?;
    let link: HtmlElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &address.0).ok()?;
    link.set_attribute("download", name).ok()?;
    // Older browsers follow only links that are in the document.
    link.set_hidden(true);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    LAST.replace(Some(address));
    Some(())
}

/// Whether the page is shown inside another one.
pub fn in_a_frame() -> bool {
    window().is_some_and(|window| {
        let parent = window.parent().ok().flatten();
        parent.is_some_and(|parent| parent != window)
    })
}
