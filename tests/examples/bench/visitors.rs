//! The built page as a visitor has it: a file opened, letters typed, the map dragged, a link followed on a telephone.

use anyhow::{Context as _, Result};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::{Answer, Host};
use serde_json::{Value, json};

use super::Asked;
use super::contenders;
use super::samples::Samples;
use super::typing::WORDS;
use super::watched::Watched;

/// The moment the made-up calendars are looked at.
const NOW: &str = "now=2031-03-01T12:00:00Z";

/// A laptop with a file of so many events.
///
/// # Errors
/// The browser or the page fails.
pub fn laptop(events: usize, asked: &Asked, samples: &mut Samples) -> Result<()> {
    let file = std::fs::read(asked.folder.join(format!("events-{events}.json")))?;
    let file = Answer::json(file);
    let watched = Watched::start(LAPTOP)?;
    let mut add = |name: &str, values: &[f64]| {
        samples.add("chromium", events, &format!("page: {name}"), values)
    };
    for _ in 0..if asked.quick { 2 } else { 5 } {
        // A new origin each time, which keeps nothing.
        let host = Host::start(&asked.dist)?;
        host.answer("events.json", file.clone());
        watched.visit(&host.url(&format!("?{NOW}")), "marchmapWatch.map")?;
        let (end, list, map): (f64, f64, f64) = watched.ask(
            "const file = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/events.json'));
            return [file.responseEnd, marchmapWatch.list, marchmapWatch.map]",
        )?;
        add("open, list", &[list - end]);
        add("open, map", &[map - end]);
        add("long tasks after the first list", &watched.long_tasks()?);
    }
    let host = Host::start(&asked.dist)?;
    host.answer("events.json", file);
    watched.visit(
        &host.url(&format!("?{NOW}&map=5/50/10")),
        "marchmapWatch.map",
    )?;
    let (wasm, heap) = watched.memory()?;
    add("memory, WebAssembly", &[wasm / events as f64]);
    add("memory, scripts", &[heap / events as f64]);
    watched.long_tasks()?;
    for word in WORDS {
        watched.browser.run(
            "const box = document.querySelector('input[type=search][name=q]'); box.focus(); box.select()",
            json!([]),
        )?;
        for letter in word.chars() {
            let (next, all) = watched.letter(letter)?;
            add("letter, next frame", &[next]);
            add("letter", &[all]);
        }
    }
    add("long tasks while typing", &watched.long_tasks()?);
    watched.visit(
        &host.url(&format!("?{NOW}&map=5/50/10")),
        "marchmapWatch.map",
    )?;
    watched.long_tasks()?;
    let (frames, painted) = watched.drag(".map-canvas", 8)?;
    add("late frames", &[late(&frames)]);
    add("drag", &painted);
    add("long tasks while dragging", &watched.long_tasks()?);
    Ok(())
}

/// A visitor who comes again, with the service worker and the snapshot of the first visit at work: from the link to
/// the list, as quick as the machine can and over a network of 3 MB/s.
///
/// # Errors
/// The browser or the page fails.
pub fn returning(events: usize, asked: &Asked, samples: &mut Samples) -> Result<()> {
    let file = std::fs::read(asked.folder.join(format!("events-{events}.json")))?;
    let file = Answer::json(file);
    for (network, speed) in [("", -1), (", 3 MB/s", 3_000_000)] {
        for _ in 0..if asked.quick { 2 } else { 5 } {
            let watched = Watched::start(LAPTOP)?;
            watched.devtools("Network.enable", json!({}))?;
            let limits = json!({ "offline": false, "latency": 0, "downloadThroughput": speed, "uploadThroughput": speed });
            watched.devtools("Network.emulateNetworkConditions", limits)?;
            let host = Host::start(&asked.dist)?;
            host.answer("events.json", file.clone());
            for visit in ["first visit", "second visit"] {
                let kept = "marchmapWatch.list && navigator.serviceWorker?.controller";
                watched.visit(&host.url(&format!("?{NOW}")), kept)?;
                let list: f64 = watched.ask("return marchmapWatch.list")?;
                let name = format!("page: {visit}{network}");
                samples.add("chromium", events, &name, &[list]);
            }
        }
    }
    Ok(())
}

/// The peers' maps, dragged as the page's was.
///
/// # Errors
/// The browser or the page fails.
pub fn peers(events: usize, asked: &Asked, samples: &mut Samples) -> Result<()> {
    let host = Host::start(&asked.folder)?;
    let watched = Watched::start(LAPTOP)?;
    let page = json!({ "url": host.url("index.html") });
    watched.browser.client().post("/url", &page)?;
    let file = json!(format!("events-{events}.json"));
    contenders::run(
        &watched.browser,
        "return [await bench.load(argument)]",
        file,
    )?;
    let work = |who: &str, what: &str| {
        let body = "return await bench.sample(...argument)";
        contenders::run(&watched.browser, body, json!([who, what]))
    };
    work("json", "parse")?;
    work("json", "features")?;
    for who in ["supercluster", "markercluster"] {
        work(who, "load")?;
        work(who, "show")?;
        watched.quiet()?;
        let (frames, painted) = watched.drag("#map", 8)?;
        samples.add(
            "chromium",
            events,
            &format!("{who}: late frames"),
            &[late(&frames)],
        );
        samples.add("chromium", events, &format!("{who}: drag"), &painted);
    }
    Ok(())
}

/// How many of a hundred frames came later than sixty a second would; a millisecond is the clock's.
fn late(frames: &[f64]) -> f64 {
    let late = frames.iter().filter(|time| **time > 17.7).count();
    100.0 * late as f64 / frames.len().max(1) as f64
}

/// A link followed on a slow telephone in a slow network, with nothing kept from before; beside a page written by hand.
///
/// # Errors
/// The browser or the page fails.
pub fn phone(asked: &Asked, samples: &mut Samples) -> Result<()> {
    let file = std::fs::read(asked.dist.join("events.json")).context("the bundled calendar")?;
    let file: Value = serde_json::from_slice(&file)?;
    let events = file["events"].as_array().context("events")?;
    let by_hand = by_hand(events);
    let published = std::fs::read_to_string(asked.folder.join("published.html"))
        .context("the page with its first events")?;
    for _ in 0..if asked.quick { 2 } else { 5 } {
        for (name, page) in [
            ("link on a phone", ""),
            ("link on a phone, by hand", "by-hand.html"),
        ] {
            let watched = Watched::start(PHONE)?;
            watched.devtools("Network.enable", json!({}))?;
            // Lighthouse's slow 4G, made really slow instead of reckoned.
            watched.devtools(
                "Network.emulateNetworkConditions",
                json!({ "offline": false, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 768_000 / 8 }),
            )?;
            watched.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
            let host = Host::start(&asked.dist)?;
            host.compress(browser_tests::host::Compression::Gzip);
            host.keep_alive();
            host.answer("by-hand.html", Answer::html(&by_hand));
            host.answer("", Answer::html(&published));
            watched.visit(&host.url(page), "marchmapWatch.first")?;
            let list: f64 = watched.ask("return marchmapWatch.first")?;
            samples.add("chromium", events.len(), &format!("page: {name}"), &[list]);
        }
    }
    Ok(())
}

/// The same list as plain HTML: what no page can be quicker than.
fn by_hand(events: &[Value]) -> String {
    let text = |value: &Value| {
        let text = value.as_str().unwrap_or_default();
        text.replace('&', "&amp;").replace('<', "&lt;")
    };
    let rows = events.iter().map(|event| {
        format!(
            "<li><article data-event=\"{}\"><time>{}</time> <h3>{}</h3><p>{}, {}</p></article>\n",
            text(&event["id"]),
            text(&event["start"]),
            text(&event["title"]),
            text(&event["place"]),
            text(&event["city"])
        )
    });
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>By hand</title>\n<ol>\n{}</ol>\n",
        rows.collect::<String>()
    )
}
