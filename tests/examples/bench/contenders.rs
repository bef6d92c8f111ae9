//! The core and its peers on the same bytes in the same page, in turns.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{Browser, Engine, LAPTOP};
use browser_tests::host::Host;
use serde::Deserialize;
use serde_json::{Value, json};

use super::samples::Samples;
use super::{Asked, typing};

/// More events than this the peers are not given: their minutes would tell nothing new.
pub const PEERS_MOST: usize = 100_000;

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
    let name = format!("events-{events}.json");
    let bytes = run(
        &arena.browser,
        "return [await bench.load(argument)]",
        json!(name),
    )?;
    println!("  {}: {events} events, {} bytes", engine.name(), bytes[0]);
    let rounds = if asked.quick { 3 } else { 9 };
    let peers = events <= PEERS_MOST;
    let total = arena.open(rounds, peers)?;
    ensure!(total == events, "{total} events of {events} were read");
    arena.filter(rounds, peers)?;
    arena.pan(rounds, peers)
}

impl Arena<'_> {
    /// From bytes to something to see. How many events were read.
    fn open(&mut self, rounds: usize, peers: bool) -> Result<usize> {
        self.sample("json", "parse", Value::Null)?;
        if peers {
            self.sample_unmeasured("json", "features")?;
        }
        let mut total = 0;
        for round in 0..rounds {
            self.sample("json", "parse", Value::Null)?;
            let opened = self.sample("marchmap", "open", Value::Null)?;
            total = opened["total"].as_u64().context("how many")? as usize;
            let prepared = self.sample("marchmap", "prepare", Value::Null)?;
            for (name, told) in [("open", opened), ("prepare", prepared)] {
                let memory = told["memory"].as_f64().context("memory")? / self.events as f64;
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
                    self.sample_unmeasured("markercluster", "clear")?;
                }
            }
        }
        Ok(())
    }

    /// Has a contender do a work, and keeps its times; what it found.
    fn sample(&mut self, who: &str, what: &str, argument: Value) -> Result<Value> {
        let told = run(
            &self.browser,
            "return await bench.sample(...argument)",
            json!([who, what, argument]),
        );
        let told: Told = serde_json::from_value(told.with_context(|| format!("{who}: {what}"))?)?;
        for (name, times) in &told.times {
            self.add(&format!("{who}: {name}"), times);
        }
        Ok(told.found)
    }

    fn sample_unmeasured(&mut self, who: &str, what: &str) -> Result<()> {
        run(
            &self.browser,
            "return await bench.sample(...argument)",
            json!([who, what, null]),
        )
        .map(drop)
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
        const told = (ready) => globalThis.bench ? ready() : setTimeout(told, 20, ready);
        new Promise(told).then(async () => {{ {body} }}).then(done, (error) => done({{ error: String(error?.stack ?? error) }}))"
    );
    let answer = browser.run_async(&script, json!([argument]))?;
    ensure!(
        answer["error"].is_null(),
        "the page says: {}",
        answer["error"]
    );
    Ok(answer)
}
