//! The tasks of the browser's event loop: a long work in several of them lets the page answer in between.

use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How long a task may take before it hands over, in milliseconds. On a phone four times slower than a desktop it is
/// below the 50 ms that <https://www.w3.org/TR/longtasks-1/> calls a long task.
const SLICE: f64 = 8.0;

/// What goes on here goes on in another task.
pub async fn next_task() {
    let begun = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        if window
            .and_then(|window| window.set_timeout_with_callback(&resolve).ok())
            .is_none()
        {
            // Without a window there is nothing to wait for.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(begun).await;
}

/// A work of many pieces, in tasks of a few milliseconds.
pub struct Slices {
    began: f64,
}

impl Slices {
    /// Begins with the present task.
    pub fn begin() -> Self {
        Self { began: Date::now() }
    }

    /// Between two pieces: hands over when the present task has taken its time.
    pub async fn pause(&mut self) {
        if Date::now() - self.began >= SLICE {
            next_task().await;
            self.began = Date::now();
        }
    }
}
