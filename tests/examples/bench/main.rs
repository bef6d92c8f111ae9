//! How quick the core, its peers and the built page are, in real browsers: `cargo xtask bench` runs this with the page,
//! the folder of what it prepared and a file for what is measured.

mod contenders;
mod samples;
mod typing;
mod visitors;
mod watched;

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use browser_tests::browser::Engine;

use samples::Samples;

/// What is asked for.
pub struct Asked {
    /// The built page.
    pub dist: PathBuf,
    /// The page of the contenders, with the calendars beside it.
    pub folder: PathBuf,
    /// Fewer rounds.
    pub quick: bool,
}

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let mut word = |what: &str| words.next().with_context(|| format!("where is {what}?"));
    let (dist, folder) = (word("the built page")?.into(), word("the folder")?.into());
    let (measured, events, browsers) = (
        word("the file")?,
        word("how many events")?,
        word("a browser")?,
    );
    let rest: Vec<String> = words.collect();
    let has = |wanted: &str| rest.iter().any(|word| word == wanted);
    let asked = Asked {
        dist,
        folder,
        quick: has("quick"),
    };
    let mut samples = Samples::default();
    let (core, page) = (!has("page"), !has("core"));
    if page {
        visitors::phone(&asked, &mut samples)?;
    }
    for browser in browsers.split(',') {
        let engine = engine(browser)?;
        for events in events.split(',') {
            let events = events.parse().context("a number of events")?;
            if core {
                contenders::measure(engine, events, &asked, &mut samples)?;
            }
            if page && engine == Engine::Chromium {
                visitors::laptop(events, &asked, &mut samples)?;
                if events == contenders::SHAPED {
                    visitors::returning(events, &asked, &mut samples)?;
                }
                if events <= contenders::PEERS_MOST {
                    visitors::peers(events, &asked, &mut samples)?;
                }
            }
            samples.write(&measured)?;
        }
    }
    samples.write(&measured)
}

fn engine(name: &str) -> Result<Engine> {
    let all = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
    let engine = all.into_iter().find(|engine| engine.name() == name);
    engine.with_context(|| format!("no engine `{name}`"))
}
