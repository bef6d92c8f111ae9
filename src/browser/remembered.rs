//! What the visitor asked this device to remember. A browser that stores nothing forgets it at once.

use web_sys::{Storage, window};

/// What is remembered under a name.
pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Remembers a text under a name.
pub fn remember(name: &str, text: &str) {
    // A full or closed store is no reason to stop.
    let _ = storage().map(|storage| storage.set_item(name, text));
}

/// Forgets what is remembered under a name.
pub fn forget(name: &str) {
    let _ = storage().map(|storage| storage.remove_item(name));
}

/// Whether anything can be remembered.
pub fn can_remember() -> bool {
    storage().is_some()
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
