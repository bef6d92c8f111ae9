//! Where stories are told: every story in every engine, browsers shared, and proof kept when one fails.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, anyhow, bail};
use libtest_mimic::{Arguments, Failed, Trial};

use crate::browser::{Browser, Engine, Visitor};
use crate::host::Host;
use crate::page::Page;

mod proof;

/// What somebody does with the page, and what comes of it.
#[derive(Clone, Copy)]
pub struct Story {
    /// The function's name, read as a sentence.
    pub name: &'static str,
    /// The engines it is about; most are about all.
    pub engines: &'static [Engine],
    /// The story itself.
    pub tell: fn(&Stage) -> Result<()>,
}

/// Stories named after their functions: `stories![a_visitor_searches, …]`; with `Engine in [Chromium]` before, in these engines only.
#[macro_export]
macro_rules! stories {
    ($($tell:ident),+ $(,)?) => {
        $crate::stories![in $crate::stage::ALL; $($tell),+]
    };
    (in $engines:expr; $($tell:ident),+ $(,)?) => {
        &[$($crate::stage::Story { name: stringify!($tell), engines: $engines, tell: $tell }),+]
    };
}

/// Every engine.
pub const ALL: &[Engine] = &[Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// What a story has at hand.
pub struct Stage<'a> {
    /// The engine it is told in.
    pub engine: Engine,
    theatre: &'a Theatre,
    browsers: RefCell<Vec<Rc<Browser>>>,
}

/// What all stories share.
struct Theatre {
    dist: PathBuf,
    idle: Mutex<BTreeMap<(Engine, Visitor), Vec<Browser>>>,
}

/// How many browsers of one kind wait for the next story.
const IDLE: usize = 2;

impl Stage<'_> {
    /// The built site.
    pub fn dist(&self) -> &Path {
        &self.theatre.dist
    }

    /// A host of its own, an origin nobody has been to.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn host(&self) -> Result<Host> {
        Host::start(&self.theatre.dist)
    }

    /// A browser for `visitor`, with an empty page.
    ///
    /// # Errors
    /// When it does not start.
    pub fn visitor(&self, visitor: Visitor) -> Result<Page> {
        let idle = self
            .theatre
            .idle()
            .get_mut(&(self.engine, visitor))
            .and_then(Vec::pop);
        let browser = match idle {
            Some(browser) => browser,
            None => Browser::start(self.engine, visitor)?,
        };
        let browser = Rc::new(browser);
        self.browsers.borrow_mut().push(Rc::clone(&browser));
        Ok(Page::new(browser))
    }
}

impl Theatre {
    fn idle(&self) -> MutexGuard<'_, BTreeMap<(Engine, Visitor), Vec<Browser>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells a story; once more, and says so, when it fails: a busy machine's browser now and then loses what a driver
    /// asks of it. One that fails both times has failed.
    fn tell_twice(&self, story: Story, engine: Engine) -> Result<(), Failed> {
        self.tell(story, engine).or_else(|failed| {
            let why = failed.message().unwrap_or_default();
            eprintln!("{} in {} is told again: {why}", story.name, engine.name());
            self.tell(story, engine)
        })
    }

    fn tell(&self, story: Story, engine: Engine) -> Result<(), Failed> {
        let stage = Stage {
            engine,
            theatre: self,
            browsers: RefCell::default(),
        };
        let told = catch_unwind(AssertUnwindSafe(|| (story.tell)(&stage)));
        let browsers = stage.browsers.into_inner();
        let told = match told {
            Ok(told) => told,
            Err(panic) => Err(anyhow!("{}", words(&*panic))),
        };
        // Whatever a story is about, none may say anything to another host or break the page.
        let told = told.and_then(|()| {
            browsers
                .iter()
                .try_for_each(|browser| proof::clean(browser))
        });
        if let Err(error) = told {
            let kept = proof::keep(&format!("{}-{}", story.name, engine.name()), &browsers);
            return Err(format!("{error:#}\n{kept}").into());
        }
        for browser in browsers {
            if let Ok(browser) = Rc::try_unwrap(browser)
                && browser.forget().is_ok()
            {
                let mut idle = self.idle();
                let idle = idle.entry((engine, browser.visitor)).or_default();
                if idle.len() < IDLE {
                    idle.push(browser);
                }
            }
        }
        Ok(())
    }
}

/// Tells every story in every wanted engine, as `cargo test` expects it of a test.
pub fn run(stories: &[&[Story]]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Browsers are several processes each: two at a time keep two cores busy.
    arguments.test_threads.get_or_insert(2);
    let prepared = dist().and_then(|dist| Ok((dist, Engine::wanted()?)));
    let (dist, engines) = match prepared {
        Ok(prepared) => prepared,
        Err(error) => {
            eprintln!("{error:#}");
            return ExitCode::FAILURE;
        }
    };
    let theatre = Arc::new(Theatre {
        dist,
        idle: Mutex::default(),
    });
    let mut trials = Vec::new();
    for engine in engines {
        for story in stories.concat() {
            if story.engines.contains(&engine) {
                let theatre = Arc::clone(&theatre);
                let trial = Trial::test(story.name, move || theatre.tell_twice(story, engine));
                trials.push(trial.with_kind(engine.name()));
            }
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The built site: `MARCHMAP_DIST`, or `dist/` of the project.
fn dist() -> Result<PathBuf> {
    let dist = match std::env::var_os("MARCHMAP_DIST") {
        Some(dist) => PathBuf::from(dist),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
    };
    if !dist.join("index.html").is_file() {
        bail!(
            "{} holds no built page: run `cargo xtask test`, which builds it",
            dist.display()
        );
    }
    dist.canonicalize().context("the built page")
}

fn words(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
}
