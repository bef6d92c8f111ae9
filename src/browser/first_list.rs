//! The first events as they came with the page, kept while the app takes the page's place.

use std::cell::RefCell;

use web_sys::{Element, window};

thread_local! {
    static KEPT: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Takes the list out of the page, unless what is asked for is another one: it is hidden then (`first.js`).
pub fn keep() {
    let document = window().and_then(|window| window.document());
    let shown =
        document.and_then(|document| document.query_selector("[data-first]:not([hidden])").ok()?);
    if let Some(list) = shown {
        list.remove();
        KEPT.with_borrow_mut(|kept| *kept = Some(list));
    }
}

/// Whether there is one to be shown.
pub fn is_kept() -> bool {
    KEPT.with_borrow(Option::is_some)
}

/// Puts it into an element; it goes with that.
pub fn show_in(place: &Element) {
    if let Some(list) = KEPT.take() {
        let _ = place.append_child(&list);
    }
}
