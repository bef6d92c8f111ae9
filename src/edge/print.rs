//! Printing: the moment before it, the moment after it, and asking for it.

use web_sys::window;

use super::listener::Listener;

/// Calls `begins` before the page is printed, by whatever way, and `ends` after it, until the
/// listeners are dropped.
pub fn on_print(
    mut begins: impl FnMut() + 'static,
    mut ends: impl FnMut() + 'static,
) -> Option<[Listener; 2]> {
    let window = window()?;
    Some([
        Listener::new(&window, "beforeprint", move |_| begins()),
        Listener::new(&window, "afterprint", move |_| ends()),
    ])
}

/// Opens the browser's print dialogue. A frame that may not open one ignores it.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
