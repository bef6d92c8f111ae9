//! A page that is watched: what was painted when, frame by frame, in a Chromium one can slow down.

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{Browser, Engine, Visitor};
use browser_tests::wait;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A browser whose pages are watched.
pub struct Watched {
    /// The browser.
    pub browser: Browser,
}

impl Watched {
    /// Starts Chromium, the only one that tells all of this.
    ///
    /// # Errors
    /// It does not start.
    pub fn start(visitor: Visitor) -> Result<Watched> {
        let watched = Watched {
            browser: Browser::start(Engine::Chromium, visitor)?,
        };
        watched.browser.client().post(
            "/timeouts",
            &json!({ "script": 120_000, "pageLoad": 120_000 }),
        )?;
        watched.devtools("Performance.enable", json!({}))?;
        let script = json!({ "source": include_str!("watch.js") });
        watched.devtools("Page.addScriptToEvaluateOnNewDocument", script)?;
        Ok(watched)
    }

    /// A command of the DevTools protocol.
    ///
    /// # Errors
    /// The browser refuses it.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.browser.client().post("/goog/cdp/execute", &body)
    }

    /// Goes to an address and waits until this becomes something, and then nothing changes any more.
    ///
    /// # Errors
    /// It takes too long.
    pub fn visit(&self, url: &str, sign: &str) -> Result<()> {
        self.browser.client().post("/url", &json!({ "url": url }))?;
        wait::until(sign, || {
            let found = self
                .browser
                .run(&format!("return Boolean({sign})"), json!([]))?;
            Ok(if found == true { Ok(()) } else { Err(found) })
        })?;
        self.quiet().map(drop)
    }

    /// Waits until nothing changes any more: how long after what the visitor did something was painted, and everything,
    /// in milliseconds.
    ///
    /// # Errors
    /// The page is gone.
    pub fn quiet(&self) -> Result<(f64, f64)> {
        let measured = self
            .browser
            .run_async("marchmapWatch.quiet(arguments[0])", json!([]))?;
        Ok(serde_json::from_value(measured)?)
    }

    /// What a script in the page returns.
    ///
    /// # Errors
    /// It throws, or returns something else.
    pub fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        Ok(serde_json::from_value(
            self.browser.run(script, json!([]))?,
        )?)
    }

    /// The long tasks since the last call, in milliseconds; zero when there was none.
    ///
    /// # Errors
    /// The page is gone.
    pub fn long_tasks(&self) -> Result<Vec<f64>> {
        let long: Vec<(f64, f64)> = self.ask(
            "const after = marchmapWatch.list; return marchmapWatch.long.splice(0).filter(([start]) => start >= after)",
        )?;
        let mut long: Vec<f64> = long.into_iter().map(|(_, length)| length).collect();
        if long.is_empty() {
            long.push(0.0);
        }
        Ok(long)
    }

    /// Types one letter where the focus is; after how long the first and the last of what came of it was painted.
    ///
    /// # Errors
    /// The browser cannot.
    pub fn letter(&self, letter: char) -> Result<(f64, f64)> {
        let strokes = ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": letter }));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.browser
            .client()
            .post("/actions", &json!({ "actions": [keyboard] }))?;
        self.quiet()
    }

    /// Drags what the selector finds to and fro; the milliseconds between frames, and until the map was painted after
    /// each time it was let go.
    ///
    /// # Errors
    /// It is missing, or the browser cannot.
    pub fn drag(&self, selector: &str, times: usize) -> Result<(Vec<f64>, Vec<f64>)> {
        let script = format!(
            "const box = document.querySelector('{selector}').getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]"
        );
        let (x, y): (f64, f64) = self.ask(&script)?;
        ensure!(x > 0.0 && y > 0.0, "{selector} is not to be seen");
        let (mut frames, mut painted) = (Vec::new(), Vec::new());
        for time in 0..times {
            let way = if time % 2 == 0 { 1.0 } else { -1.0 };
            let mouse = |kind: &str, step: f64| {
                let place = json!({ "type": kind, "x": x + way * 4.0 * step, "y": y + way * 2.0 * step, "button": "left", "buttons": 1, "clickCount": 1 });
                self.devtools("Input.dispatchMouseEvent", place)
            };
            self.browser.run("marchmapWatch.frames()", json!([]))?;
            mouse("mousePressed", 0.0)?;
            for step in 1..=60 {
                mouse("mouseMoved", f64::from(step))?;
            }
            let between: Vec<f64> = self.ask("return marchmapWatch.stop()")?;
            frames.extend(between);
            mouse("mouseReleased", 60.0)?;
            painted.push(self.quiet()?.1);
        }
        Ok((frames, painted))
    }

    /// The bytes of the WebAssembly's memory and of the scripts' heap, after the rubbish was collected.
    ///
    /// # Errors
    /// The browser does not tell.
    pub fn memory(&self) -> Result<(f64, f64)> {
        self.devtools("HeapProfiler.collectGarbage", json!({}))?;
        let wasm = self.ask("return marchmapWatch.memory?.buffer.byteLength ?? 0")?;
        let metrics = self.devtools("Performance.getMetrics", json!({}))?;
        let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
        let heap = metrics.find(|metric| metric["name"] == "JSHeapUsedSize");
        let heap = heap
            .and_then(|heap| heap["value"].as_f64())
            .context("no heap")?;
        Ok((wasm, heap))
    }
}
