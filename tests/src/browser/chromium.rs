//! Chromium without a window, without a sandbox (continuous integration runs as root) and without calls home.

use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::held::Held;
use super::visitor::Start;
use crate::webdriver::Client;

pub(super) fn driver(port: u16) -> Command {
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={port}"));
    command
}

pub(super) fn capabilities(start: &Start) -> Value {
    let visitor = start.visitor;
    let args = [
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-default-apps".to_owned(),
        "--disable-client-side-phishing-detection".to_owned(),
        "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,Translate,NetworkTimeServiceQuerying"
            .to_owned(),
        "--no-first-run".to_owned(),
        "--gaia-url=http://127.0.0.1:9".to_owned(),
        "--component-updater=url-source=http://127.0.0.1:9".to_owned(),
        "--force-prefers-reduced-motion".to_owned(),
        format!("--accept-lang={}", visitor.language),
        format!("--proxy-server=http://{}", start.proxy),
        // Once somebody types, the spelling checker asks for its dictionary; no setting stops it. It asks nobody.
        "--proxy-bypass-list=redirector.gvt1.com".to_owned(),
        "--host-resolver-rules=MAP redirector.gvt1.com 127.0.0.1:9".to_owned(),
    ];
    let cookies = if visitor.no_storage { 2 } else { 1 };
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": args,
            "prefs": {
                "intl.accept_languages": visitor.language,
                "profile.default_content_setting_values.cookies": cookies,
            },
        },
    })
}

/// What the visitor prefers of colours and motion, over the DevTools protocol.
pub(super) fn prefer(client: &Client, dark: bool, motion: bool) -> Result<()> {
    let scheme = if dark { "dark" } else { "light" };
    let motion = if motion { "no-preference" } else { "reduce" };
    let media = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
    ] });
    devtools(client, "Emulation.setEmulatedMedia", &media)
}

/// A viewport of any size, also narrower than a desktop window can be.
pub(super) fn resize(client: &Client, width: u32, height: u32) -> Result<()> {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", &metrics)
}

fn devtools(client: &Client, method: &str, params: &Value) -> Result<()> {
    answer(client, method, params).map(drop)
}

fn answer(client: &Client, method: &str, params: &Value) -> Result<Value> {
    let command = json!({ "cmd": method, "params": params });
    client.post("/goog/cdp/execute", &command)
}

/// What the page holds in memory once everything nobody can reach is gone, over the DevTools protocol.
pub(super) fn held(client: &Client) -> Result<Held> {
    devtools(client, "Performance.enable", &json!({}))?;
    devtools(client, "HeapProfiler.collectGarbage", &json!({}))?;
    let metrics = answer(client, "Performance.getMetrics", &json!({}))?;
    let count = |name: &str| {
        let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
        let metric = metrics.find(|metric| metric["name"] == name);
        let value = metric.and_then(|metric| metric["value"].as_f64());
        value.with_context(|| format!("{name} is not in {metrics:?}"))
    };
    Ok(Held {
        nodes: count("Nodes")?,
        listeners: count("JSEventListeners")?,
    })
}

/// What the console shows as an error, but for files a test made the host refuse.
pub(super) fn page_errors(client: &Client) -> Result<Vec<String>> {
    let log = client.post("/se/log", &json!({ "type": "browser" }))?;
    let entries = log.as_array().cloned().unwrap_or_default();
    let severe = entries
        .iter()
        .filter(|entry| entry["level"] == "SEVERE" && entry["source"] != "network");
    Ok(severe.map(|entry| entry["message"].to_string()).collect())
}
