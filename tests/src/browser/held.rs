//! What a page holds in memory, where the browser counts it.

use anyhow::{Result, bail};

use super::{Browser, Engine, chromium};

/// Counts of what a page holds, whether it is in the document or not.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// DOM nodes.
    pub nodes: f64,
    /// Listeners to DOM events.
    pub listeners: f64,
}

impl Browser {
    /// Counts what the page holds after everything nobody can reach is gone.
    ///
    /// # Errors
    /// When the engine does not count, or the browser is gone.
    pub fn held(&self) -> Result<Held> {
        match self.engine {
            Engine::Chromium => chromium::held(self),
            Engine::Firefox | Engine::WebKit => bail!("{} does not count", self.engine.name()),
        }
    }
}
