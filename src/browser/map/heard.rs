//! A listener to Leaflet's own events that goes when its owner goes.

use leaflet::Evented;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A listener, removed on drop.
pub struct Heard {
    target: Evented,
    name: &'static str,
    closure: Closure<dyn Fn(JsValue)>,
}

impl Heard {
    /// Calls `heard` for every event called `name`, also for one that comes of what it does.
    pub fn new(target: &JsValue, name: &'static str, heard: impl Fn() + 'static) -> Self {
        let closure = Closure::<dyn Fn(JsValue)>::new(move |_| heard());
        let target: Evented = target.clone().unchecked_into();
        target.on(name, closure.as_ref());
        Self {
            target,
            name,
            closure,
        }
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        self.target.off(self.name, self.closure.as_ref());
    }
}
