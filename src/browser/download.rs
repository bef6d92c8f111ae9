//! Handing the visitor a file made in the page.

use std::cell::RefCell;

use gloo_file::{Blob, ObjectUrl};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

thread_local! {
    /// Browsers read a file after the click that saves it, so its address is kept until the next one.
    static LAST: RefCell<Option<ObjectUrl>> = const { RefCell::new(None) };
}

/// Saves `text` as a file called `name` of the given media type; `None` when the browser can't.
///
/// A frame that may not save files ignores it without an error: [`in_a_frame`] says when that may be.
pub fn save(name: &str, media_type: &str, text: &str) -> Option<()> {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    let document = window()?.document()?;
    let link: HtmlElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    // Older browsers follow only links that are in the document.
    link.set_hidden(true);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    LAST.replace(Some(url));
    Some(())
}

/// Whether the page is shown inside another one.
pub fn in_a_frame() -> bool {
    window().is_some_and(|window| {
        let parent = window.parent().ok().flatten();
        parent.is_some_and(|parent| parent != window)
    })
}
