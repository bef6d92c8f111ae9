//! Printing: the moment before it, the moment after it, and asking for it.

use std::{cell::Cell, rc::Rc};

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

/// Opens the browser's print dialogue; `false` when it has not begun to print. A frame that may not
/// open a dialogue ignores it without a word.
pub fn print() -> bool {
    let Some(window) = window() else {
        return false;
    };
    let began = Rc::new(Cell::new(false));
    let heard = Rc::clone(&began);
    let _until_it_returns = Listener::new(&window, "beforeprint", move |_| heard.set(true));
    let _ = window.print();
    began.get()
}
