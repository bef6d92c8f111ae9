//! A page inside this one.

use web_sys::HtmlIFrameElement;

/// Leads a frame to another address, without a step in the history.
pub fn lead(frame: &HtmlIFrameElement, address: &str) {
    if let Some(inside) = frame.content_window() {
        // Refused only for what is no address.
        let _ = inside.location().replace(address);
    }
}
