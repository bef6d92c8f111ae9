//! An event listener that goes when its owner goes.

use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// A listener on `target`, removed on drop. The page has one thread; the signals that own a
/// listener want it to be fit for more.
#[must_use = "dropping a listener removes it"]
pub struct Listener {
    target: SendWrapper<EventTarget>,
    name: &'static str,
    ahead: bool,
    closure: SendWrapper<Closure<dyn FnMut(Event)>>,
}

impl Listener {
    /// Calls `heard` for every event called `name` at `target`, until the listener is dropped.
    pub fn new(
        target: &EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Self {
        Self::with(target, name, false, Box::new(heard))
    }

    /// The same for every event called `name` at `target` or within, before anybody within hears
    /// of it, and without a say in what the browser does with it.
    pub fn ahead(
        target: &EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Self {
        Self::with(target, name, true, Box::new(heard))
    }

    fn with(
        target: &EventTarget,
        name: &'static str,
        ahead: bool,
        heard: Box<dyn FnMut(Event)>,
    ) -> Self {
        let closure = Closure::wrap(heard);
        let options = AddEventListenerOptions::new();
        options.set_capture(ahead);
        if ahead {
            options.set_passive(true);
        }
        // Fails only for a callback that cannot be called.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            name,
            closure.as_ref().unchecked_ref(),
            &options,
        );
        Self {
            target: SendWrapper::new(target.clone()),
            name,
            ahead,
            closure: SendWrapper::new(closure),
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback_and_bool(self.name, callback, self.ahead);
    }
}
