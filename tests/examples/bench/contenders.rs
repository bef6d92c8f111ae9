//! The core and its peers on the same bytes in the same page, in turns.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{Browser, Engine, LAPTOP};
use browser_tests::host::Host;
use serde::Deserialize;
use serde_json::{Value, json};

use super::samples::Samples;
use super::{Asked, typing};

/// More events than this the peers are not given: their minutes would tell nothing new.
pub const PEERS_MOST: usize = 100_000;

/// The size that most bars are about, and that there is a file of in each shape.
pub const SHAPED: usize = 100_000;

/// What a contender tells of a work.
#[derive(Deserialize)]
struct Told {
    /// By what was measured, milliseconds.
    times: BTreeMap<String, Vec<f64>>,
    found: Value,
}

/// A browser with the page of the contenders.
struct Arena<'a> {
    browser: Browser,
    events: usize,
    samples: &'a mut Samples,
}

/// Measures everything at one size.
///
/// # Errors
/// The browser or the page fails.
pub fn measure(engine: Engine, events: usize, asked: &Asked, samples: &mut Samples) -> Result<()> {
    let host = Host::start(&asked.folder)?;
    // Only then the clock of the page is finer than a tenth of a millisecond.
    host.header("Cross-Origin-Opener-Policy", "same-origin");
    host.header("Cross-Origin-Embedder-Policy", "require-corp");
    let browser = Browser::start(engine, LAPTOP)?;
    browser
        .client()
        .post("/timeouts", &json!({ "script": 600_000 }))?;
    browser
        .client()
        .post("/url", &json!({ "url": host.url("index.html") }))?;
    let mut arena = Arena {
        browser,
        events,
        samples,
    };
    arena.load(&format!("events-{events}.json"))?;
    let rounds = if asked.quick { 3 } else { 9 };
    let peers = events <= PEERS_MOST;
    let total = arena.open(rounds, peers)?;
    ensure!(total == events, "{total} events of {events} were read");
    arena.filter(rounds, peers)?;
    arena.pan(rounds, peers)?;
    match events {
        SHAPED => arena.shapes(&asked.folder.join("shapes"), rounds),
        _ => Ok(()),
    }
}

impl Arena<'_> {
    /// From bytes to something to see. How many events were read.
    fn open(&mut self, rounds: usize, peers: bool) -> Result<usize> {
        self.sample("json", "parse", Value::Null)?;
        if peers {
            self.run_sample("json", "features", Value::Null)?;
        }
        let mut total = 0;
        for round in 0..rounds {
            self.sample("json", "parse", Value::Null)?;
            let opened = self.sample("marchmap", "open", Value::Null)?;
            total = opened["total"].as_u64().context("how many")? as usize;
            let prepared = self.sample("marchmap", "prepare", Value::Null)?;
            for (name, sample) in [("open", opened), ("prepare", prepared)] {
                let memory = sample["memory"].as_f64().context("memory")? / self.events as f64;
                self.add(&format!("marchmap: memory after {name}"), &[memory]);
            }
            if peers {
                self.sample("supercluster", "load", Value::Null)?;
                if round < 3 {
                    self.sample("minisearch", "index", Value::Null)?;
                }
                if round < 1 {
                    self.sample("markercluster", "load", Value::Null)?;
                }
            }
        }
        Ok(total)
    }

    /// Files of each shape: from bytes to the first list.
    fn shapes(&mut self, folder: &Path, rounds: usize) -> Result<()> {
        let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
        files.sort_by_key(std::fs::DirEntry::file_name);
        for file in files {
            let name = file.file_name().to_string_lossy().into_owned();
            let shape = name.trim_end_matches(".json").replace('-', " ");
            self.load(&format!("shapes/{name}"))?;
            for round in 0..=rounds {
                let parsed = self.run_sample("json", "parse", Value::Null)?;
                let opened = self.run_sample("marchmap", "open", Value::Null)?;
                // The first round of a file warms the engine up.
                if round > 0 {
                    for (who, sample) in [("json", parsed), ("marchmap", opened)] {
                        for (what, times) in sample.times {
                            self.add(&format!("{who}: {what}, {shape}"), &times);
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn load(&self, file: &str) -> Result<()> {
        let body = "return [await bench.load(argument)]";
        let bytes = run(&self.browser, body, json!(file))?;
        let engine = self.browser.engine.name();
        println!("  {engine}: {file}, {} bytes", bytes[0]);
        Ok(())
    }

    /// Letters typed and countries chosen.
    fn filter(&mut self, rounds: usize, peers: bool) -> Result<()> {
        for round in 0..rounds.div_ceil(2) {
            for filter in typing::filters() {
                self.sample("marchmap", "filter", filter.clone())?;
                if peers && round == 0 {
                    self.sample("marchmap", "filterAll", filter.clone())?;
                    self.sample("supercluster", "filter", filter)?;
                }
            }
        }
        Ok(())
    }

    /// The map moved about.
    fn pan(&mut self, rounds: usize, peers: bool) -> Result<()> {
        for round in 0..rounds.div_ceil(2) {
            self.sample("marchmap", "pan", Value::Null)?;
            if peers {
                self.sample("supercluster", "pan", Value::Null)?;
                if round == 0 {
                    self.sample("markercluster", "pan", Value::Null)?;
                    self.run_sample("markercluster", "clear", Value::Null)?;
                }
            }
        }
        Ok(())
    }

    /// Has a contender do a work, and keeps its times; what it found.
    fn sample(&mut self, who: &str, what: &str, argument: Value) -> Result<Value> {
        let sample = self.run_sample(who, what, argument)?;
        for (name, times) in &sample.times {
            self.add(&format!("{who}: {name}"), times);
        }
        Ok(sample.found)
    }

    fn run_sample(&self, who: &str, what: &str, argument: Value) -> Result<Told> {
        let sample = run(
            &self.browser,
            "return await bench.sample(...argument)",
            json!([who, what, argument]),
        );
        Ok(serde_json::from_value(
            sample.with_context(|| format!("{who}: {what}"))?,
        )?)
    }

    fn add(&mut self, name: &str, values: &[f64]) {
        self.samples
            .add(self.browser.engine.name(), self.events, name, values);
    }
}

/// Runs the body of an async function with one argument, once the page is there.
///
/// # Errors
/// It throws.
pub fn run(browser: &Browser, body: &str, argument: Value) -> Result<Value> {
    let script = format!(
        "const [argument, done] = arguments;
        const whenReady = (ready) => globalThis.bench ? ready() : setTimeout(whenReady, 20, ready);
        new Promise(whenReady).then(async () => {{ {body} }}).then(done, (error) => done({{ error: String(error?.stack ?? error) }}))"
    );
    let answer = browser.run_async(&script, json!([argument]))?;
    ensure!(
        answer["error"].is_null(),
        "the page says: {}",
        answer["error"]
    );
    Ok(answer)
}
