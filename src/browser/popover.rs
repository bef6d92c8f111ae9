//! Where a popover stands: beneath what opened it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

/// Puts a popover beneath what the selector finds first, by the custom properties `--opener-start` (CSS
/// pixels from the window's edge in the direction of writing), `--opener-bottom` (from the
/// document's upper edge) and `--opener-seen` (from the window's).
pub fn put_beneath(popover: &HtmlElement, opener: &str) {
    let place = || {
        let window = window()?;
        let document = window.document()?;
        let edges = document
            .query_selector(opener)
            .ok()??
            .get_bounding_client_rect();
        let root: HtmlElement = document.document_element()?.dyn_into().ok()?;
        let across = f64::from(root.client_width());
        let start = match root.dir() == "rtl" {
            true => across - edges.right(),
            false => edges.left(),
        };
        let bottom = edges.bottom();
        let scrolled = window.scroll_y().ok()?;
        for (name, length) in [
            ("--opener-start", start),
            ("--opener-bottom", bottom + scrolled),
            ("--opener-seen", bottom),
        ] {
            let style = popover.style();
            style
                .set_property(name, &format!("{}px", length.round() as i64))
                .ok()?;
        }
        Some(())
    };
    // Without a place it stands where the style sheet has it.
    let _ = place();
}
