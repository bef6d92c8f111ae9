//! What a page holds in memory, where the browser counts it.

/// Counts of what a page holds, whether it is in the document or not.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// DOM nodes.
    pub nodes: f64,
    /// Listeners to DOM events.
    pub listeners: f64,
}
