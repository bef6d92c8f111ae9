//! What the browser keeps for the visitor between visits, where it is allowed to.
//!
//! Storage may be denied, as in a sandboxed frame, or full: then nothing is kept, and nothing fails.

use web_sys::{Storage, window};

/// What was kept under `key`.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps `value` under `key`; `None` forgets it.
pub fn set(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

/// Asking for the storage is what a browser refuses when it denies it.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
