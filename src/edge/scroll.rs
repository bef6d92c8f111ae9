//! What has come near the part of the page in view.

use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, js_sys::Array,
};

/// Stops watching when dropped.
struct Watch {
    observer: IntersectionObserver,
    _seen: Closure<dyn Fn(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `near` whenever the element comes within a screen's height of the view; ends with its owner.
pub fn when_near(element: NodeRef<html::Div>, near: impl Fn() + Clone + 'static) {
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let near = near.clone();
        let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let intersects = |entry: wasm_bindgen::JsValue| {
                entry
                    .unchecked_into::<IntersectionObserverEntry>()
                    .is_intersecting()
            };
            if entries.iter().any(intersects) {
                near();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("100% 0px");
        if let Ok(observer) =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options)
        {
            observer.observe(&element);
            StoredValue::new_local(Watch {
                observer,
                _seen: seen,
            });
        }
    });
}
