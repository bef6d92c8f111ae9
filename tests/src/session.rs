//! What a test has at hand: hosts of its own, and browsers that are shared with the tests after it.
//!
//! Starting a browser takes seconds, so browsers are reused. A test still finds one without any state: every host has
//! an origin of its own (storage, caches and service workers belong to origins), size and preferences are set anew, and
//! a browser in which a test failed is ended.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Result, anyhow};

use crate::browser::{Browser, Engine, Visitor};
use crate::generated::Generated;
use crate::host::{Answer, Gate, Host};
use crate::page::Page;

mod evidence;

/// One run of a test in one engine.
pub struct Session<'a> {
    /// The engine of its browsers.
    pub engine: Engine,
    pool: &'a Pool,
    browsers: RefCell<Vec<Rc<Browser>>>,
}

/// The built site, and the browsers that wait for the next test.
pub(crate) struct Pool {
    dist: PathBuf,
    idle: Mutex<Vec<Browser>>,
}

impl Session<'_> {
    /// The folder of the built site.
    pub fn dist(&self) -> &Path {
        &self.pool.dist
    }

    /// A host of the built site with an origin of its own.
    ///
    /// # Errors
    /// No port can be bound.
    pub fn host(&self) -> Result<Host> {
        Host::start(&self.pool.dist)
    }

    /// Such a host, which gives the first bytes of the event file and holds the rest until the gate opens.
    ///
    /// # Errors
    /// No port can be bound, or the file not be read.
    pub fn host_that_holds_events(&self, gate: &Gate) -> Result<Host> {
        const FIRST: usize = 100;
        let host = self.host()?;
        let file = std::fs::read(self.dist().join("events.json"))?;
        host.answer(
            "events.json",
            Answer::held("application/json", file, FIRST, gate),
        );
        Ok(host)
    }

    /// A host for sites that `marchmap site` makes of the built app.
    ///
    /// # Errors
    /// No port or no folder can be had.
    pub fn generated(&self) -> Result<Generated> {
        Generated::new(&self.pool.dist)
    }

    /// A browser for `visitor`, with an empty page. One whose [`Page`] this test has dropped is used again: with the same
    /// host it may have that host's files and storage.
    ///
    /// # Errors
    /// It does not start; or the page dropped has thrown an error or asked another host.
    pub fn visitor(&self, visitor: Visitor) -> Result<Page> {
        let idle = match self.dropped(visitor)? {
            Some(browser) => Some(browser),
            None => self.pool.take(self.engine, visitor),
        };
        // One that died while it waited is replaced.
        let idle = idle.and_then(|mut browser| browser.serve(visitor).is_ok().then_some(browser));
        let browser = match idle {
            Some(browser) => browser,
            None => Browser::start(self.engine, visitor)?,
        };
        let browser = Rc::new(browser);
        self.browsers.borrow_mut().push(Rc::clone(&browser));
        Ok(Page::new(browser))
    }

    /// A browser of this test whose page is gone, and which can serve this visitor.
    fn dropped(&self, visitor: Visitor) -> Result<Option<Browser>> {
        let mut browsers = self.browsers.borrow_mut();
        let is_free =
            |browser: &Rc<Browser>| Rc::strong_count(browser) == 1 && browser.can_serve(visitor);
        let Some(at) = browsers.iter().position(is_free) else {
            return Ok(None);
        };
        evidence::clean(&browsers[at])?;
        let browser = Rc::try_unwrap(browsers.swap_remove(at)).ok();
        // One that died is replaced.
        Ok(browser.filter(|browser| browser.leave().is_ok()))
    }
}

impl Pool {
    pub(crate) fn new(dist: PathBuf) -> Pool {
        Pool {
            dist,
            idle: Mutex::default(),
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A waiting browser that can serve this visitor.
    fn take(&self, engine: Engine, visitor: Visitor) -> Option<Browser> {
        let mut idle = self.idle();
        let at = idle
            .iter()
            .rposition(|browser| browser.engine == engine && browser.can_serve(visitor))?;
        Some(idle.remove(at))
    }

    /// Ends the waiting browsers of an engine whose tests have all run.
    pub(crate) fn end(&self, engine: Engine) {
        let ended: Vec<_> = self
            .idle()
            .extract_if(.., |browser| browser.engine == engine)
            .collect();
        // Outside of the lock: the end of a browser takes a while.
        drop(ended);
    }

    /// Runs a test once. The error says what failed and where the evidence is.
    pub(crate) fn run(
        &self,
        name: &str,
        engine: Engine,
        test: fn(&Session) -> Result<()>,
    ) -> Result<()> {
        let session = Session {
            engine,
            pool: self,
            browsers: RefCell::default(),
        };
        let result = catch_unwind(AssertUnwindSafe(|| test(&session)))
            .unwrap_or_else(|panic| Err(anyhow!("{}", message(&*panic))));
        let browsers = session.browsers.into_inner();
        // Whatever a test is about, no page may reach another host or throw an error.
        let result = result.and_then(|()| {
            browsers
                .iter()
                .try_for_each(|browser| evidence::clean(browser))
        });
        if let Err(error) = result {
            let saved = evidence::save(&format!("{name}-{}", engine.name()), &browsers);
            return Err(anyhow!("{error:#}\n{saved}"));
        }
        for browser in browsers {
            if let Ok(browser) = Rc::try_unwrap(browser)
                && browser.leave().is_ok()
            {
                self.idle().push(browser);
            }
        }
        Ok(())
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without a message")
}
