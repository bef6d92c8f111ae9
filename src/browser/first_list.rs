//! The first events and the calendar's title as they came with the page, shown by the app until it has its own.

use std::cell::RefCell;

use web_sys::{Element, window};

/// A title, and its language (BCP 47) where that is known.
pub type Title = (String, Option<String>);

thread_local! {
    static LIST: RefCell<Option<Element>> = const { RefCell::new(None) };
    static TITLE: RefCell<Option<Title>> = const { RefCell::new(None) };
}

/// Takes list and title out of the page, unless the list is hidden because another one is asked for (`first.js`).
pub fn take() {
    let document = window().and_then(|window| window.document());
    let find = |selector| document.as_ref()?.query_selector(selector).ok()?;
    if let Some(list) = find("[data-first]:not([hidden])") {
        list.remove();
        LIST.set(Some(list));
        TITLE.set(
            find("h1 > span")
                .and_then(|title| Some((title.text_content()?, title.get_attribute("lang")))),
        );
    }
}

/// Whether there is a list to be shown.
pub fn is_there() -> bool {
    LIST.with_borrow(Option::is_some)
}

/// Puts the list into an element; it goes with that.
pub fn show_in(place: &Element) {
    if let Some(list) = LIST.take() {
        let _ = place.append_child(&list);
    }
}

/// The calendar's title, if it came with the list.
pub fn title() -> Option<Title> {
    TITLE.with_borrow(Clone::clone)
}
