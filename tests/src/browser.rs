//! A browser under WebDriver: an engine started for one kind of visitor, and ended with everything it left behind.

use std::cell::Cell;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::recorder::Recorder;
use crate::wait;
use crate::webdriver::Client;

mod chromium;
mod firefox;
mod held;
mod screen;
mod webkit;

pub use held::Held;
use screen::Screen;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver.
    WebKit,
}

/// What a browser reports about its visitor to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visitor {
    /// The viewport's width in CSS pixels.
    pub width: u32,
    /// The viewport's height in CSS pixels.
    pub height: u32,
    /// Whether the system prefers dark colours.
    pub dark: bool,
    /// The language the browser prefers (BCP 47).
    pub language: &'static str,
    /// Whether the browser refuses cookies and storage.
    pub no_storage: bool,
}

/// A laptop with English and light colours.
pub const LAPTOP: Visitor = Visitor {
    width: 1280,
    height: 800,
    dark: false,
    language: "en",
    no_storage: false,
};

/// A phone held upright.
pub const PHONE: Visitor = Visitor {
    width: 360,
    height: 740,
    ..LAPTOP
};

/// What an engine needs to start.
pub(crate) struct Start<'a> {
    pub visitor: Visitor,
    /// `127.0.0.1:PORT` of the recorder.
    pub proxy: &'a str,
    /// `:NUMBER` of the X display, for engines that need one.
    pub display: &'a str,
}

impl Engine {
    /// The name used in `MARCHMAP_BROWSERS` and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engines named in `MARCHMAP_BROWSERS`, or all.
    ///
    /// # Errors
    /// When a name is unknown.
    pub fn wanted() -> Result<Vec<Engine>> {
        let all = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
        let Ok(names) = std::env::var("MARCHMAP_BROWSERS") else {
            return Ok(all.to_vec());
        };
        let find = |name: &str| {
            let engine = all.into_iter().find(|engine| engine.name() == name.trim());
            engine.with_context(|| {
                format!("MARCHMAP_BROWSERS: no engine “{name}”; known: chromium, firefox, webkit")
            })
        };
        names.split(',').map(find).collect()
    }
}

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
        let port = free_port()?;
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
            firefox::open_popup(&browser)?;
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
            chromium::prefer(self)?;
        }
        self.resize(self.visitor.width, self.visitor.height)
    }

    /// Runs the body of a function in the page; `arguments` are its `arguments`.
    ///
    /// # Errors
    /// When it throws, or the browser is gone.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        let body = json!({ "script": script, "args": arguments });
        self.client.post("/execute/sync", &body)
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
            Engine::Chromium => chromium::page_errors(self),
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

    /// Gives the page a viewport of exactly so many CSS pixels.
    ///
    /// # Errors
    /// When the engine cannot.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            return chromium::resize(self, width, height);
        }
        let inner = "return [innerWidth, innerHeight]";
        let (mut outer_width, mut outer_height) = (i64::from(width), i64::from(height));
        wait::until("the window to take its size", || {
            let size = json!({ "width": outer_width, "height": outer_height });
            self.client.post("/window/rect", &size)?;
            let is: (i64, i64) = serde_json::from_value(self.run(inner, json!([]))?)?;
            if is == (width.into(), height.into()) {
                return Ok(Ok(()));
            }
            // What the browser keeps for its own frame is added.
            outer_width += i64::from(width) - is.0;
            outer_height += i64::from(height) - is.1;
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

/// A driver's process and its folder, gone when dropped.
struct Driver {
    process: Child,
    home: tempfile::TempDir,
    /// How much of the log has been looked at.
    read: Cell<usize>,
}

impl Driver {
    fn start(mut command: Command, port: u16, home: tempfile::TempDir) -> Result<Driver> {
        let log = std::fs::File::create(log_path(&home))?;
        command.stdin(Stdio::null());
        command.stdout(log.try_clone()?).stderr(log);
        let program = command.get_program().to_string_lossy().into_owned();
        let process = command.spawn().with_context(|| {
            format!("{program} does not start: run `cargo xtask test`, which sets everything up")
        })?;
        let mut driver = Driver {
            process,
            home,
            read: Cell::new(0),
        };
        wait::until(&format!("{program} to answer"), || {
            if let Some(status) = driver.process.try_wait()? {
                bail!("{program} ended with {status}\n{}", driver.log());
            }
            Ok(if crate::webdriver::answers(port) {
                Ok(())
            } else {
                Err("no answer")
            })
        })?;
        Ok(driver)
    }

    fn log(&self) -> String {
        let log = std::fs::read(log_path(&self.home)).unwrap_or_default();
        String::from_utf8_lossy(&log).into_owned()
    }

    /// What has been printed since the last call.
    fn news(&self) -> String {
        let log = self.log();
        let news = log.get(self.read.get()..).unwrap_or_default().to_owned();
        self.read.set(log.len());
        news
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn log_path(home: &tempfile::TempDir) -> PathBuf {
    home.path().join("driver.log")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
