//! A listener to Leaflet's own events that is removed when its owner is dropped.

use leaflet::Evented;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A listener, removed on drop.
///
/// The crate's `EventedHandle` holds an `FnMut`, which throws when an event comes of what its own
/// listener does: a `moveend` may start the next move.
pub struct LeafletListener {
    target: Evented,
    name: &'static str,
    closure: Closure<dyn Fn(JsValue)>,
}

impl LeafletListener {
    /// Calls `act` for every event called `name` of `target`, a map or a layer.
    pub fn new(target: &JsValue, name: &'static str, act: impl Fn() + 'static) -> Self {
        let closure = Closure::<dyn Fn(JsValue)>::new(move |_| act());
        let target: Evented = target.clone().unchecked_into();
        target.on(name, closure.as_ref());
        Self {
            target,
            name,
            closure,
        }
    }
}

impl Drop for LeafletListener {
    fn drop(&mut self) {
        self.target.off(self.name, self.closure.as_ref());
    }
}
