//! A browser under WebDriver: an engine started for one kind of visitor, and ended with everything it left behind.

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::recorder::Recorder;
use crate::wait;
use crate::webdriver::Client;

mod chromium;
mod driver;
mod engine;
mod firefox;
mod held;
mod screen;
mod visitor;
mod webkit;

pub use engine::Engine;
pub use held::Held;
pub use visitor::{LAPTOP, PHONE, Visitor};

use driver::Driver;
use screen::Screen;
use visitor::Start;

/// A running browser.
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    /// Whom it serves.
    pub visitor: Visitor,
    client: Client,
    driver: Driver,
    recorder: Recorder,
    /// Dropped after the driver that draws on it.
    _screen: Option<Screen>,
}

impl Browser {
    /// Starts `engine` for `visitor`, with every request that is not for the loopback sent to a recorder.
    ///
    /// # Errors
    /// When a program is missing (says what to run) or the browser does not start.
    pub fn start(engine: Engine, visitor: Visitor) -> Result<Browser> {
        // Of several windows on one screen only one has the focus, so no two browsers share one.
        let screen = match engine {
            Engine::WebKit => Some(Screen::start()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let recorder = Recorder::start()?;
        let proxy = recorder.address();
        let start = Start {
            visitor,
            proxy: &proxy,
            display: screen.as_ref().map_or("", Screen::display),
        };
        let port = driver::free_port()?;
        let home = tempfile::Builder::new().prefix("marchmap-").tempdir()?;
        let (mut command, capabilities) = match engine {
            Engine::Chromium => (chromium::driver(port), chromium::capabilities(&start)),
            Engine::Firefox => (firefox::driver(port), firefox::capabilities(&start)),
            Engine::WebKit => (
                webkit::driver(port, &start, home.path())?,
                webkit::capabilities(),
            ),
        };
        // Profiles and caches go where they are deleted afterwards.
        command.env("TMPDIR", home.path()).env("HOME", home.path());
        for (name, folder) in [("CACHE", "cache"), ("CONFIG", "config"), ("DATA", "data")] {
            command.env(format!("XDG_{name}_HOME"), home.path().join(folder));
        }
        let driver = Driver::start(command, port, home)?;
        let client = Client::start(port, &capabilities)
            .with_context(|| format!("{} does not start\n{}", engine.name(), driver.log()))?;
        let browser = Browser {
            engine,
            visitor,
            client,
            driver,
            recorder,
            _screen: screen,
        };
        if engine == Engine::Firefox {
            firefox::open_popup(&browser.client)?;
        }
        browser.prepare()?;
        Ok(browser)
    }

    /// Whether this browser can serve a visitor without a new start: only size, and in Chromium colours, can be changed.
    pub(crate) fn can_serve(&self, visitor: Visitor) -> bool {
        visitor.language == self.visitor.language
            && visitor.no_storage == self.visitor.no_storage
            && (visitor.dark == self.visitor.dark || self.engine == Engine::Chromium)
    }

    /// Makes this browser that of another visitor, whom it [can serve](Self::can_serve).
    ///
    /// # Errors
    /// The browser is gone.
    pub(crate) fn serve(&mut self, visitor: Visitor) -> Result<()> {
        self.visitor = visitor;
        self.prepare()?;
        // What the last page did on its way out is not this visitor's.
        self.page_errors()?;
        self.foreign_requests();
        Ok(())
    }

    /// Size and preferences of the visitor.
    fn prepare(&self) -> Result<()> {
        if self.engine == Engine::Chromium {
            self.prefer_motion(false)?;
        }
        self.resize(self.visitor.width, self.visitor.height)
    }

    /// Whether the visitor likes to see motion; without this call less of it is preferred.
    ///
    /// # Errors
    /// The browser is not Chromium, or gone.
    pub fn prefer_motion(&self, motion: bool) -> Result<()> {
        chromium::prefer(&self.client, self.visitor.dark, motion)
    }

    /// Runs the body of a function in the page; `arguments` are its `arguments`.
    ///
    /// # Errors
    /// When it throws, or the browser is gone.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        self.client.run(script, arguments)
    }

    /// The same with a callback as the last of the `arguments`, which gives the result.
    ///
    /// # Errors
    /// When it throws, takes too long, or the browser is gone.
    pub fn run_async(&self, script: &str, arguments: Value) -> Result<Value> {
        let body = json!({ "script": script, "args": arguments });
        self.client.post("/execute/async", &body)
    }

    /// The driver, for what has no name here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Requests for other hosts than the loopback since the last call; none was let through.
    pub fn foreign_requests(&self) -> Vec<String> {
        self.recorder.take()
    }

    /// Errors the pages have thrown or written to the console since the last call. WebKit does not report them.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn page_errors(&self) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => chromium::page_errors(&self.client),
            Engine::Firefox => Ok(firefox::page_errors(&self.driver.news())),
            Engine::WebKit => Ok(Vec::new()),
        }
    }

    /// Leaves the page, so that nothing of it runs while the browser waits for the next test.
    ///
    /// # Errors
    /// The browser is gone.
    pub(crate) fn leave(&self) -> Result<()> {
        self.client
            .post("/url", &json!({ "url": "about:blank" }))
            .map(drop)
    }

    /// What the driver and the browser have printed.
    pub fn log(&self) -> String {
        self.driver.log()
    }

    /// Counts what the page holds after everything nobody can reach is gone.
    ///
    /// # Errors
    /// When the engine does not count, or the browser is gone.
    pub fn held(&self) -> Result<Held> {
        match self.engine {
            Engine::Chromium => chromium::held(&self.client),
            Engine::Firefox | Engine::WebKit => bail!("{} does not count", self.engine.name()),
        }
    }

    /// Gives the page a viewport of exactly so many CSS pixels.
    ///
    /// # Errors
    /// When the engine cannot.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            return chromium::resize(&self.client, width, height);
        }
        let sizes = "return [innerWidth, innerHeight, outerWidth, outerHeight]";
        let (mut outer_width, mut outer_height) = (i64::from(width), i64::from(height));
        wait::until("the window to take its size", || {
            let size = json!({ "width": outer_width, "height": outer_height });
            self.client.post("/window/rect", &size)?;
            let is: [i64; 4] = serde_json::from_value(self.run(sizes, json!([]))?)?;
            if is[..2] == [i64::from(width), i64::from(height)] {
                return Ok(Ok(()));
            }
            // What the browser keeps for its own frame is added. A window that has not taken the last size yet says the same
            // of it.
            outer_width = i64::from(width) + (is[2] - is[0]).max(0);
            outer_height = i64::from(height) + (is[3] - is[1]).max(0);
            Ok(Err((is, outer_width, outer_height)))
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that already crashed cannot be ended again.
        let _ = self.client.end();
    }
}
