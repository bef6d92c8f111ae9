//! Where a finger or a mouse is on an element, and following it beyond the element's edge.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// How far along the element that listens the pointer is, from 0 at its start to 1 at its end, in
/// the direction of writing.
pub fn along(event: &PointerEvent) -> Option<f64> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let edges = element.get_bounding_client_rect();
    let from_left = (f64::from(event.client_x()) - edges.left()) / edges.width().max(1.0);
    let along = match is_right_to_left(&element) {
        true => 1.0 - from_left,
        false => from_left,
    };
    Some(along.clamp(0.0, 1.0))
}

/// How far the pointer is beneath the upper edge of what the selector finds around the element that listens, and how
/// high that is, in CSS pixels.
pub fn beneath(event: &PointerEvent, around: &str) -> Option<(f64, f64)> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let edges = element.closest(around).ok()??.get_bounding_client_rect();
    Some((f64::from(event.client_y()) - edges.top(), edges.height()))
}

/// Tells the element of this pointer until it is let go, wherever it goes.
pub fn hold(event: &PointerEvent) {
    let element = event.current_target().and_then(|it| it.dyn_into().ok());
    if let Some(element) = element as Option<Element> {
        // A pointer that is gone already need not be held.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

fn is_right_to_left(element: &Element) -> bool {
    element.matches("[dir=rtl] *").unwrap_or(false)
}
