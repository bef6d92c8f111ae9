//! The page's address and history: another query without loading the page again, back, reload.

use anyhow::Result;
use serde_json::json;

use super::Page;

impl Page {
    /// Goes to another query of the open page, given with its `?`, as Back and Forward do: the page follows without being
    /// loaded again. What it shows then is to be waited for.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn go(&self, query: &str) -> Result<()> {
        let script = "history.pushState(null, '', arguments[0] || location.pathname);
            return dispatchEvent(new PopStateEvent('popstate'))";
        self.ask::<bool>(script, json!([query])).map(drop)
    }

    /// Goes one step back in the history.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn back(&self) -> Result<()> {
        self.post("/back", json!({}))
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn reload(&self) -> Result<()> {
        self.post("/refresh", json!({}))
    }

    /// The query string of the address bar, without `?`.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn query(&self) -> Result<String> {
        self.ask("return location.search.replace(/^[?]/, '')", json!([]))
    }
}
