//! The document around the app: its language, direction, theme, title and state.

use texts::Direction;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};

/// Sets the language (BCP 47) and direction of the document.
pub fn set_language(language: &str, direction: Direction) {
    set("lang", Some(language));
    set("dir", Some(direction.dir()));
}

/// Sets `data-marchmap`, by which scripts and tests know how far the page is:
/// `loading`, `ready` or `failed`.
pub fn set_phase(phase: &str) {
    set("data-marchmap", Some(phase));
}

/// Sets `data-theme` (`light` or `dark`); `None` follows the visitor's system.
pub fn set_theme(theme: Option<&str>) {
    set("data-theme", theme);
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Sets `data-hide`, by which the style sheets leave parts of the page out.
pub fn set_hidden(parts: &str) {
    set("data-hide", (!parts.is_empty()).then_some(parts));
}

/// Sets `data-embed`, by which the style sheets fit the page into another one.
pub fn set_embed(embed: bool) {
    set("data-embed", embed.then_some(""));
}

/// Gives a colour that the style sheets have a fallback for (a custom property); `None` takes it back.
pub fn set_colour(name: &str, colour: Option<&str>) {
    let Some(Ok(root)) = root().map(|root| root.dyn_into::<HtmlElement>()) else {
        return;
    };
    let style = root.style();
    match colour {
        // Fails only for names that are none.
        Some(colour) => drop(style.set_property(name, colour)),
        None => drop(style.remove_property(name)),
    }
}

/// The element with this id, emptied of what waited in it.
pub fn place(id: &str) -> Option<HtmlElement> {
    let element = window()?.document()?.get_element_by_id(id)?;
    element.set_inner_html("");
    element.dyn_into().ok()
}

fn set(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

fn root() -> Option<Element> {
    window()?.document()?.document_element()
}
