//! Whether the browser has a network.

use web_sys::window;

use super::listener::Listener;

/// Tells when the network comes (`true`) and goes, until the listeners are dropped.
pub fn on_change(changed: impl Fn(bool) + Copy + 'static) -> Option<[Listener; 2]> {
    let window = window()?;
    let hear = |name, online| Listener::new(&window, name, move |_| changed(online));
    Some([hear("online", true), hear("offline", false)])
}
