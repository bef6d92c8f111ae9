//! Where the keyboard focus is.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

/// Moves the focus to an element without scrolling the page.
pub fn move_to(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A focus that is refused stays where it was: nothing to mend.
    let _ = element.focus_with_options(&options);
}

/// Returns the focus to an event's link in the list, or to its marker on the map.
pub fn return_to(event: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    // Ids hold nothing that needs escaping inside a quoted selector: `[A-Za-z0-9._~-]+`.
    let selectors = [
        format!("article[data-event=\"{event}\"] a"),
        format!("button[data-event=\"{event}\"]"),
    ];
    for selector in selectors {
        if let Ok(Some(element)) = document.query_selector(&selector)
            && let Ok(element) = element.dyn_into::<HtmlElement>()
            && element.offset_parent().is_some()
        {
            let _ = element.focus();
            return;
        }
    }
}
