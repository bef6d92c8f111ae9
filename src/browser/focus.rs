//! Where the keyboard focus is.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, window};

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
        format!(".map-column button[data-event=\"{event}\"]"),
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

/// Moves the focus to what the selector finds first; nothing happens when it finds nothing.
pub fn go_to(selector: &str) {
    let document = window().and_then(|window| window.document());
    if let Some(Ok(Some(element))) = document.map(|document| document.query_selector(selector))
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        move_to(&element);
    }
}

/// Moves the focus to the first thing that takes it within the element with this id, and scrolls there; to the element
/// itself where there is none.
pub fn skip_to(id: &str) {
    let document = window().and_then(|window| window.document());
    let Some(place) = document.and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let first = place.query_selector("a, button, [tabindex=\"0\"]");
    let element = first.ok().flatten().unwrap_or(place);
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Moves the focus off a pressed button that is about to go with its item, which the selector finds: to the button in
/// the next item, else in the one before; `false` when it was the only item.
pub fn leave_item(press: &Event, item: &str) -> bool {
    let pressed = press.current_target();
    let neighbour = || {
        let item = pressed?.dyn_into::<Element>().ok()?.closest(item).ok()??;
        let beside = item
            .next_element_sibling()
            .or_else(|| item.previous_element_sibling())?;
        beside.query_selector("button").ok()??.dyn_into().ok()
    };
    let neighbour: Option<HtmlElement> = neighbour();
    if let Some(button) = &neighbour {
        move_to(button);
    }
    neighbour.is_some()
}

/// Moves the focus among the buttons of the toolbar that listens: arrows in the direction of writing, Home and End
/// (WAI-ARIA Authoring Practices, toolbar).
pub fn move_in_toolbar(key: &KeyboardEvent) {
    let step = || {
        let toolbar: Element = key.current_target()?.dyn_into().ok()?;
        let rtl = toolbar.matches("[dir=rtl] *").unwrap_or(false);
        let found = toolbar
            .query_selector_all("button:not([hidden], [hidden] *)")
            .ok()?;
        let buttons: Vec<HtmlElement> = (0..found.length())
            .filter_map(|at| found.get(at)?.dyn_into().ok())
            .collect();
        let now = toolbar.owner_document()?.active_element()?;
        let at = buttons.iter().position(|button| **button == now)?;
        let to = match key.key().as_str() {
            "ArrowLeft" if rtl => at + 1,
            "ArrowRight" if rtl => at.checked_sub(1)?,
            "ArrowLeft" => at.checked_sub(1)?,
            "ArrowRight" => at + 1,
            "Home" => 0,
            "End" => buttons.len().checked_sub(1)?,
            _ => return None,
        };
        buttons.into_iter().nth(to)
    };
    // Alt with an arrow is the browser's.
    let plain = !(key.alt_key() || key.ctrl_key() || key.meta_key());
    if plain && let Some(button) = step() {
        key.prevent_default();
        let _ = button.focus();
    }
}

/// Whether the focus is where keys write or choose something.
pub fn is_in_field() -> bool {
    let document = window().and_then(|window| window.document());
    let element = document.and_then(|document| document.active_element());
    element.is_some_and(|element| {
        let field =
            element.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
        field.is_ok_and(|field| field.is_some())
    })
}

/// Moves the focus to an element and scrolls to it; `false` where it is not to be seen or is out
/// of reach.
pub fn enter(element: &HtmlElement) -> bool {
    let reachable = element.offset_parent().is_some()
        && element
            .closest("[inert]")
            .is_ok_and(|inert| inert.is_none());
    reachable && element.focus().is_ok()
}
