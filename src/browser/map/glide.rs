//! A marker that has been moved glides to its new place.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// How long that takes, in milliseconds.
const TIME: f64 = 200.0;

/// Farther than this, in pixels, nobody would take it for the same marker.
const FAR: f64 = 400.0;

/// A glide, under way or over.
pub struct Glide(JsValue);

impl Glide {
    /// Ends it: the element is at its place at once.
    pub fn end(self) {
        if let Ok(cancel) = Reflect::get(&self.0, &"cancel".into())
            && let Some(cancel) = cancel.dyn_ref::<Function>()
        {
            let _ = cancel.call0(&self.0);
        }
    }
}

/// Lets an element, just moved, come from `x` pixels to the right and `y` below (Web Animations): it is where it is
/// all the while, and a browser that cannot shows it there at once.
pub fn glide(element: &HtmlElement, x: f64, y: f64) -> Option<Glide> {
    if !(1.0..FAR).contains(&x.hypot(y)) {
        return None;
    }
    let frame = |place: String| {
        let frame = Object::new();
        // Fails only for a frozen object, and this one is new.
        let _ = Reflect::set(&frame, &"translate".into(), &place.into());
        frame
    };
    let (x, y) = (x.round() as i32, y.round() as i32);
    let frames = Array::of2(&frame(format!("{x}px {y}px")), &frame("0 0".to_owned()));
    let animate = Reflect::get(element, &"animate".into()).ok()?;
    let animate = animate.dyn_ref::<Function>()?;
    let glide = animate.call2(element, &frames, &JsValue::from(TIME));
    glide.ok().map(Glide)
}
