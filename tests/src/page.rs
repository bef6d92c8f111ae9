//! The page as a visitor uses it, in words: open, look, search, choose, press, go back.

use std::rc::Rc;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::wait;
use crate::webdriver::ELEMENT;

mod history;
mod keys;
mod pointer;
mod scroll;
mod seen;
mod sheets;

pub use keys::Key;
pub use seen::{Day, Seen};

/// The one page of one visitor.
pub struct Page {
    browser: Rc<Browser>,
}

impl Page {
    pub(crate) fn new(browser: Rc<Browser>) -> Page {
        Page { browser }
    }

    /// The browser it is shown in.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Goes to an address and waits for the document, not for what it fetches.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn open(&self, url: &str) -> Result<()> {
        self.post("/url", json!({ "url": url }))
    }

    /// Goes to an address and waits until the event file is shown, with all that comes after the list.
    ///
    /// # Errors
    /// When it does not become ready.
    pub fn visit(&self, url: &str) -> Result<Seen> {
        // Its parts come one after the other, that one last.
        const PARTS: &str = "return [document.documentElement.dataset.marchmap ?? '', document.querySelector('.view-switch') !== null]";
        self.open(url)?;
        wait::until("the page to be ready, and the rest of it", || {
            let parts = self.ask::<(String, bool)>(PARTS, json!([]));
            Ok(match parts {
                Ok((state, true)) if state == "ready" => Ok(()),
                // Between two documents there is nothing to look at.
                other => Err(format!("{other:?}")),
            })
        })?;
        self.seen()
    }

    /// Waits for `data-marchmap="ready"`.
    ///
    /// # Errors
    /// When it fails or takes too long.
    pub fn ready(&self) -> Result<Seen> {
        self.sees("the page to be ready", |seen| seen.state == "ready")
    }

    /// Waits until the service worker has filled its caches, so that it requests nothing more; whether this engine
    /// lets the page have one.
    ///
    /// # Errors
    /// When it takes too long.
    pub fn kept(&self) -> Result<bool> {
        self.wait_for(
            "the page to be kept, or not to be",
            "const kept = document.documentElement.dataset.kept; return kept !== undefined && kept !== 'coming'",
        )?;
        self.ask(
            "return document.documentElement.dataset.kept === 'yes'",
            json!([]),
        )
    }

    /// Waits until the map is there too, with everything in view on it.
    ///
    /// # Errors
    /// When it takes too long.
    pub fn ready_with_map(&self) -> Result<Seen> {
        self.ready()?;
        self.sees("markers on the map", |seen| {
            !seen.markers.is_empty() || !seen.clusters.is_empty()
        })
    }

    /// What is to be seen now.
    ///
    /// # Errors
    /// When the page is not Marchmap's.
    pub fn seen(&self) -> Result<Seen> {
        self.ask(seen::SCRIPT, json!([]))
    }

    /// Waits until what is seen is as expected, and gives it.
    ///
    /// # Errors
    /// When it takes too long; the error has what was seen last.
    pub fn sees(&self, what: &str, expected: impl Fn(&Seen) -> bool) -> Result<Seen> {
        wait::until(what, || {
            Ok(match self.seen() {
                Ok(seen) if expected(&seen) => Ok(seen),
                Ok(seen) => Err(seen.in_short()),
                // Between two documents there is nothing to look at.
                Err(error) => Err(format!("{error:#}")),
            })
        })
    }

    /// Runs the body of a function in the page and reads what it returns.
    ///
    /// # Errors
    /// When it throws or returns something else.
    pub fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> Result<T> {
        let answer = self.browser.run(script, arguments)?;
        serde_json::from_value(answer.clone()).with_context(|| format!("unexpected: {answer}"))
    }

    /// Waits until a script returns `true`.
    ///
    /// # Errors
    /// When it takes too long.
    pub fn wait_for(&self, what: &str, script: &str) -> Result<()> {
        wait::until(what, || {
            let answer = self.browser.run(script, json!([]));
            Ok(match answer {
                Ok(Value::Bool(true)) => Ok(()),
                Ok(other) => Err(other.to_string()),
                Err(error) => Err(format!("{error:#}")),
            })
        })
    }

    /// Presses what the selector finds first, as soon as it can be pressed.
    ///
    /// # Errors
    /// When it is missing, hidden or covered for too long.
    pub fn press(&self, selector: &str) -> Result<()> {
        wait::until(&format!("{selector} to be pressed"), || {
            let pressed = self
                .element(selector)
                .and_then(|id| self.post(&format!("/element/{id}/click"), json!({})));
            Ok(pressed.map_err(|error| format!("{error:#}")))
        })
    }

    /// Searches for words, in place of those before.
    ///
    /// # Errors
    /// When there is no search box.
    pub fn search(&self, words: &str) -> Result<()> {
        // Far down the header covers what WebDriver would press.
        self.to_top()?;
        self.press("input[type=search][name=q]")?;
        self.browser
            .run("document.activeElement.select()", json!([]))?;
        // Keys rather than WebDriver's own typing: WebKit refuses that in frames of another origin.
        self.keys(if words.is_empty() { "\u{e003}" } else { words })
    }

    /// Opens an event from the list, scrolling down to it where need be.
    ///
    /// # Errors
    /// When it is not in the list.
    pub fn open_from_list(&self, id: &str) -> Result<Seen> {
        self.scroll_to(id)?;
        self.press(&format!("article[data-event='{id}'] a"))?;
        self.sees(&format!("{id} opened"), |seen| {
            seen.opened.as_deref() == Some(id)
        })
    }

    /// What the selector finds first has this text.
    ///
    /// # Errors
    /// When it is missing.
    pub fn text(&self, selector: &str) -> Result<String> {
        let id = self.element(selector)?;
        let text = self.browser.client().get(&format!("/element/{id}/text"))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// How many elements the selector finds.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn count(&self, selector: &str) -> Result<usize> {
        self.ask(
            "return document.querySelectorAll(arguments[0]).length",
            json!([selector]),
        )
    }

    /// Goes into an iframe; everything after happens there.
    ///
    /// # Errors
    /// When there is none.
    pub fn enter(&self, selector: &str) -> Result<()> {
        let id = self.element(selector)?;
        self.post("/frame", json!({ "id": { ELEMENT: id } }))
    }

    /// Leaves all iframes.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn leave(&self) -> Result<()> {
        self.post("/frame", json!({ "id": null }))
    }

    fn element(&self, selector: &str) -> Result<String> {
        let wanted = json!({ "using": "css selector", "value": selector });
        let found = self.browser.client().post("/element", &wanted)?;
        match found[ELEMENT].as_str() {
            Some(id) => Ok(id.to_owned()),
            None => bail!("no element in {found}"),
        }
    }

    fn post(&self, path: &str, body: Value) -> Result<()> {
        self.browser.client().post(path, &body).map(drop)
    }
}
