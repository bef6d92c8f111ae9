//! The size of an element, followed until the guard is dropped.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, ResizeObserver};

/// Tells the size of an element; stops on drop.
#[must_use = "dropping the guard stops it"]
pub struct Resizing {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
}

impl Resizing {
    /// Calls `resized` with the width and height inside the element, in CSS pixels, soon and then
    /// whenever they change; both are 0 while it is not displayed. `None` in a browser that
    /// cannot tell.
    pub fn new(element: &HtmlElement, mut resized: impl FnMut(i32, i32) + 'static) -> Option<Self> {
        let watched = element.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            resized(watched.client_width(), watched.client_height());
        });
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _resized: resized,
        })
    }
}

impl Drop for Resizing {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
