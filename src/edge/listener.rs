//! An event listener that goes when its owner goes.

use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A listener on `target`, removed on drop. The page has one thread; the signals that own a
/// listener want it to be fit for more.
#[must_use = "dropping a listener removes it"]
pub struct Listener {
    target: SendWrapper<EventTarget>,
    name: &'static str,
    closure: SendWrapper<Closure<dyn FnMut(Event)>>,
}

impl Listener {
    /// Calls `heard` for every event called `name` at `target`, until the listener is dropped.
    pub fn new(
        target: &EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(heard);
        // Fails only for a callback that cannot be called.
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        Self {
            target: SendWrapper::new(target.clone()),
            name,
            closure: SendWrapper::new(closure),
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.name, callback);
    }
}
