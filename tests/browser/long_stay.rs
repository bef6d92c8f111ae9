//! Memory does not grow during long use, and a replaced event file is released.

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    DevTools: [a_long_stay_leaves_nothing_behind, a_replaced_file_is_released],
};

/// How many actions the test takes; `MARCHMAP_SOAK_ACTIONS` changes it. 24,000 take about an hour.
const ACTIONS: u64 = 200;

/// How many of them at a time: a script may not take long.
const BATCH: u64 = 5;

/// What a visitor does, one thing after the other, by the same chance each time.
const WANDER: &str = r#"
    const [first, count, done] = arguments;
    let seed = first >>> 0;
    // How many steps back the page began is stored in each entry of the history: a browser that is asked for many steps
    // in a short time takes none. Before the first the page was not there.
    const at = () => history.state?.at ?? 0;
    if (window.goingBack === undefined) {
        window.goingBack = 0;
        history.pushState = (_, ...step) => History.prototype.pushState.call(history, { at: at() + 1 }, ...step);
        history.replaceState = (_, ...step) => History.prototype.replaceState.call(history, { at: at() }, ...step);
        addEventListener('popstate', (event) => { if (event.isTrusted) goingBack = 0 });
    }
    // Mulberry32: a number below `end`.
    const below = (end) => {
        seed = (seed + 0x6D2B79F5) >>> 0;
        let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 * end) | 0;
    };
    const all = (selector) => [...document.querySelectorAll(selector)];
    const one = (selector) => { const found = all(selector); return found[below(found.length)] };
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const go = (query) => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')) };
    const set = (element, kind, value) => {
        if (!element) return;
        element.value = value;
        element.dispatchEvent(new Event(kind, { bubbles: true }));
    };
    const press = (selector) => one(selector)?.click();
    const does = [
        () => set(one('input[name=q]'), 'input', ['m', 'ma', 'mar', 'rally 1', 'city 12', 'nothing like this', ''][below(7)]),
        () => press('[data-opens]'),
        () => press('dialog.sheet input[type=checkbox], dialog.sheet input[type=radio]'),
        () => press('[data-action=close-sheet]'),
        () => press('article[data-event] a'),
        () => press('aside[data-open-event] button[data-action=close]'),
        () => press('[data-action=zoom-in]'),
        () => press('[data-action=zoom-out]'),
        () => press('[data-action=world]'),
        () => one('.leaflet-container')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true })),
        () => press('.world-map [data-cluster], .world-map [data-event]'),
        () => press('.chip [data-action=remove], [data-when]'),
        () => press('details.facet > summary'),
        () => press('[data-action=reset]'),
        () => scrollTo(0, below(5000)),
        () => go('?view=' + ['both', 'list', 'map', 'month'][below(4)]),
        () => go('?when=all&lang=' + ['en', 'ar'][below(2)]),
        () => go('?data=' + ['one', 'two'][below(2)] + '.json'),
        () => { if (at() > goingBack) { goingBack += 1; history.back() } },
    ];
    (async () => {
        for (let time = 0; time < count; time++) {
            does[below(does.length)]();
            await painted();
        }
    })().then(() => done(seed), (error) => done(String(error)));
"#;

fn a_long_stay_leaves_nothing_behind(session: &Session) -> Result<()> {
    let actions: u64 = match std::env::var("MARCHMAP_SOAK_ACTIONS") {
        Ok(actions) => actions.parse().context("MARCHMAP_SOAK_ACTIONS")?,
        Err(_) => ACTIONS,
    };
    let host = session.host()?;
    host.answer("one.json", &crowd(1000));
    host.answer("two.json", &crowd(1300));
    let page = session.visitor(LAPTOP)?;
    let watch = watch_memory(&page)?;
    page.visit(&host.url("?data=one.json"))?;
    page.ready_with_map()?;
    let mut seed = json!(20_231_104);
    // The first half fills the caches, such as the formatters of both languages.
    let mut wander = || -> Result<Held> {
        for _ in 0..actions / 2 / BATCH {
            seed = page.browser().run_async(WANDER, json!([seed, BATCH]))?;
            ensure!(seed.is_u64(), "the page says: {seed}");
        }
        rested(&page)
    };
    let middle = wander()?;
    let end = wander()?;
    forget_memory(&page, watch)?;
    middle.check(&end)
}

fn a_replaced_file_is_released(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let mut sizes = Vec::new();
    host.answer("0.json", &crowd(10));
    let watch = watch_memory(&page)?;
    page.visit(&host.url("?data=0.json"))?;
    for number in 1..=6 {
        let file = format!("{number}.json");
        host.answer(&file, &crowd(20_000 + number));
        go(&page, &format!("?data={file}"))?;
        page.sees("the next file", |seen| seen.total == Some(20_000 + number))?;
        page.ready_with_map()?;
        sizes.push(held(&page)?);
    }
    // The second is read while the first is shown, the third into what the first has left; from then on there is room.
    let [_, _, third, .., last] = &sizes[..] else {
        unreachable!("six were opened")
    };
    forget_memory(&page, watch)?;
    third.check(last)
}

/// What a tab holds.
#[derive(Debug)]
struct Held {
    wasm: f64,
    heap: f64,
    nodes: f64,
    listeners: f64,
}

impl Held {
    /// Fails when it has grown by more than chance explains.
    fn check(&self, later: &Held) -> Result<()> {
        let grown = later.wasm > self.wasm + 2e6
            || later.heap > self.heap * 1.1 + 1e6
            || later.nodes > self.nodes * 1.1 + 300.0
            || later.listeners > self.listeners * 1.1 + 30.0;
        ensure!(!grown, "it grew from {self:?} to {later:?}");
        Ok(())
    }
}

/// What is held once the page is as it was in the beginning.
fn rested(page: &Page) -> Result<Held> {
    let close = "scrollTo(0, 0); document.querySelector('[data-action=close-sheet]')?.click()";
    page.browser().run(close, json!([]))?;
    go(page, "?data=one.json")?;
    page.sees("the first file", |seen| {
        seen.total == Some(1000) && seen.opened.is_none()
    })?;
    page.ready_with_map()?;
    held(page)
}

fn go(page: &Page, query: &str) -> Result<()> {
    let script =
        "history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))";
    page.browser().run(script, json!([query])).map(drop)
}

fn held(page: &Page) -> Result<Held> {
    let tool = |command: &str, parameters: Value| devtools(page, command, parameters);
    tool("Performance.enable", json!({}))?;
    // What a first collection lets go may hold more.
    for _ in 0..2 {
        tool("HeapProfiler.collectGarbage", json!({}))?;
    }
    let wasm = page.ask("return heldMemory.buffer.byteLength", json!([]))?;
    let metrics = tool("Performance.getMetrics", json!({}))?;
    let metric = |name: &str| {
        let mut all = metrics["metrics"].as_array().into_iter().flatten();
        let metric = all.find(|metric| metric["name"] == name);
        metric
            .and_then(|metric| metric["value"].as_f64())
            .context("a metric")
    };
    Ok(Held {
        wasm,
        heap: metric("JSHeapUsedSize")?,
        nodes: metric("Nodes")?,
        listeners: metric("JSEventListeners")?,
    })
}

/// Makes pages opened from now on expose their WebAssembly memory; returns what `forget_memory` needs.
fn watch_memory(page: &Page) -> Result<Value> {
    let script = "for (const name of ['instantiate', 'instantiateStreaming']) {
        const own = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await own.apply(WebAssembly, given);
            globalThis.heldMemory ??= (made.instance ?? made).exports.memory;
            return made;
        };
    }";
    devtools(
        page,
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": script }),
    )
}

/// Leaves the browser to the next test as it was.
fn forget_memory(page: &Page, watch: Value) -> Result<()> {
    devtools(page, "Page.removeScriptToEvaluateOnNewDocument", watch).map(drop)
}

fn devtools(page: &Page, command: &str, parameters: Value) -> Result<Value> {
    let body = json!({ "cmd": command, "params": parameters });
    page.browser().client().post("/goog/cdp/execute", &body)
}

/// Made-up events spread over days and the globe.
fn crowd(many: usize) -> Value {
    let event = |at: usize| {
        let kind = ["march", "rally", "vigil"][at % 3];
        let country = ["DE", "BR", "JP", "US"][at % 4];
        json!({
            "id": format!("e{at}"), "title": format!("Rally {at}"), "kind": kind,
            "start": format!("2031-{:02}-{:02}T1{}:00", 1 + at % 12, 1 + at / 12 % 28, at % 10),
            "timezone": "Europe/Berlin", "city": format!("City {}", at % 500), "country": country,
            "lat": (at * 7919 % 12_000) as f64 / 100.0 - 60.0, "lon": (at * 104_729 % 36_000) as f64 / 100.0 - 180.0
        })
    };
    json!({ "format": "marchmap/1", "events": (0..many).map(event).collect::<Vec<_>>() })
}
