//! What the browser can do, one capability a file; nothing here decides anything.
