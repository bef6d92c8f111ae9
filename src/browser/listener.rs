//! An event listener that is removed when its owner is dropped.

use gloo_events::{EventListener, EventListenerOptions};
use send_wrapper::SendWrapper;
use web_sys::{Event, EventTarget};

/// A listener, removed on drop. The page has one thread; the signals that own a listener require
/// `Send` all the same.
#[must_use = "dropping a listener removes it"]
pub struct Listener {
    _listener: SendWrapper<EventListener>,
}

impl Listener {
    /// Calls `act` for every event called `name` at `target`, until the listener is dropped. It is
    /// passive: it cannot prevent what the browser does with the event.
    pub fn new(
        target: &EventTarget,
        name: &'static str,
        act: impl FnMut(&Event) + 'static,
    ) -> Self {
        let listener = EventListener::new(target, name, act);
        Self {
            _listener: SendWrapper::new(listener),
        }
    }

    /// The same, but it can prevent what the browser does with the event.
    pub fn active(
        target: &EventTarget,
        name: &'static str,
        act: impl FnMut(&Event) + 'static,
    ) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(target, name, options, act);
        Self {
            _listener: SendWrapper::new(listener),
        }
    }

    /// A passive one in the capture phase, before any listener on elements within `target`.
    pub fn capture(
        target: &EventTarget,
        name: &'static str,
        act: impl FnMut(&Event) + 'static,
    ) -> Self {
        let options = EventListenerOptions::run_in_capture_phase();
        let listener = EventListener::new_with_options(target, name, options, act);
        Self {
            _listener: SendWrapper::new(listener),
        }
    }
}
