//! Whether anybody can see the page: not while its tab is behind another or the screen is off.

use web_sys::{VisibilityState, window};

use super::listener::Listener;

/// Whether the page can be seen now.
pub fn is_visible() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls `changed` whenever [`is_visible`] changes, until the listener is dropped.
pub fn on_change(mut changed: impl FnMut() + 'static) -> Option<Listener> {
    let document = window()?.document()?;
    Some(Listener::new(&document, "visibilitychange", move |_| {
        changed();
    }))
}
