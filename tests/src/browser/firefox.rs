//! Firefox without a window, with every connection of its own switched off.

use std::collections::HashSet;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::visitor::Start;
use crate::wait;
use crate::webdriver::{Client, ELEMENT};

pub(super) fn driver(port: u16) -> Command {
    let program = std::env::var("GECKODRIVER").unwrap_or_else(|_| "geckodriver".to_owned());
    let mut command = Command::new(program);
    command.args(["--port", &port.to_string(), "--websocket-port", "0"]);
    // Firefox as root in somebody's session looks at this and refuses.
    command.env_remove("XAUTHORITY").env_remove("DISPLAY");
    // Without this a release ignores where remote settings are said to live (geckodriver says: nowhere).
    command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    command
}

pub(super) fn capabilities(start: &Start) -> Value {
    let visitor = start.visitor;
    let (host, port) = start.proxy.split_once(':').unwrap_or((start.proxy, "9"));
    let mut prefs = json!({
        "intl.accept_languages": visitor.language,
        "layout.css.prefers-color-scheme.content-override": i32::from(!visitor.dark),
        "ui.prefersReducedMotion": 1,
        "network.cookie.cookieBehavior": if visitor.no_storage { 2 } else { 5 },
        "network.proxy.type": 1,
        "network.proxy.http": host,
        "network.proxy.http_port": port.parse::<u16>().unwrap_or(9),
        "network.proxy.ssl": host,
        "network.proxy.ssl_port": port.parse::<u16>().unwrap_or(9),
        "devtools.console.stdout.content": true,
    });
    for (name, off) in QUIET {
        prefs[name] = off.parse().unwrap_or_else(|_| json!(off));
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "args": ["-headless"], "prefs": prefs },
    })
}

/// Preferences that end Firefox's own connections (Mozilla's list: “How to stop Firefox from making automatic connections”).
const QUIET: [(&str, &str); 19] = [
    ("app.normandy.enabled", "false"),
    ("app.update.disabledForTesting", "true"),
    ("browser.region.update.enabled", "false"),
    ("browser.safebrowsing.downloads.enabled", "false"),
    ("browser.safebrowsing.malware.enabled", "false"),
    ("browser.safebrowsing.phishing.enabled", "false"),
    ("browser.search.geoip.enabled", "false"),
    ("browser.search.update", "false"),
    ("browser.topsites.contile.enabled", "false"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("dom.push.connection.enabled", "false"),
    ("extensions.getAddons.cache.enabled", "false"),
    ("extensions.systemAddon.update.enabled", "false"),
    ("extensions.update.enabled", "false"),
    ("media.gmp-manager.updateEnabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("toolkit.telemetry.server", ""),
    ("network.trr.mode", "5"),
];

/// Moves into a window without a toolbar, as pages open them for a visitor's click: one with a toolbar is never narrower
/// than 450 px (browser.css).
pub(super) fn open_popup(client: &Client) -> Result<()> {
    let button = client.run(
        "const button = document.createElement('button');
         button.textContent = 'open';
         button.onclick = () => open('about:blank', '', 'popup,width=360,height=640');
         document.body.append(button);
         return button",
        json!([]),
    )?;
    let button = button[ELEMENT].as_str().context("no button")?;
    client.post(&format!("/element/{button}/click"), &json!({}))?;
    let wide = client.get("/window")?;
    let popup = wait::until("the narrow window to open", || {
        let windows = client.get("/window/handles")?;
        let mut windows = windows.as_array().into_iter().flatten();
        let other = windows.find(|window| **window != wide).cloned();
        Ok(other.ok_or("one window"))
    })?;
    client.delete("/window")?;
    client.post("/window", &json!({ "handle": popup }))?;
    Ok(())
}

/// What pages have thrown or written to the console as errors; the browser's own mishaps are left out, and what
/// follows from its ending a script amid its work because the visitor leaves (`dom.ipc.cancel_content_js_when_navigating`).
pub(super) fn page_errors(log: &str) -> Vec<String> {
    let mut ended = HashSet::new();
    let mut errors = Vec::new();
    for line in log.lines() {
        if line.contains("Script terminated by timeout") {
            ended.extend(line.strip_prefix("JavaScript warning: ").and_then(site));
        }
        let thrown = line
            .strip_prefix("JavaScript error: ")
            .and_then(site)
            .is_some_and(|site| {
                // A script that was running while the visitor left is refused the page it was in.
                let refused = line.contains("NS_ERROR_XPC_SECURITY_MANAGER_VETO");
                // Rust was amid such a function, and will not be called again.
                let amid = line.contains("closure invoked recursively or after being dropped");
                !(refused || amid && ended.contains(site))
            });
        if thrown || line.contains("panicked at") {
            errors.push(line.to_owned());
        }
    }
    errors
}

/// The scheme, host and port that a line of the log begins with; `None` for a script of the browser's own.
fn site(line: &str) -> Option<&str> {
    let host = line.strip_prefix("http://")?;
    let end = host.find('/')?;
    line.get(.."http://".len() + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_was_left_amid_its_work_has_not_failed() {
        const LEFT: &str = "JavaScript warning: http://localhost.:1/a/app_bg.wasm, line 5: Script terminated by timeout at:";
        const CLOSURE: &str = "JavaScript error: http://localhost.:1/a/start.js, line 1: Error: closure invoked recursively or after being dropped";
        let check = |log: &[&str], expected: &[&str]| {
            assert_eq!(page_errors(&log.join("\n")), expected);
        };
        check(&[LEFT, CLOSURE], &[]);
        check(&[CLOSURE, LEFT], &[CLOSURE]);
        check(&[&LEFT.replace(":1/", ":2/"), CLOSURE], &[CLOSURE]);
        let other = CLOSURE.replace("closure", "x");
        check(&[LEFT, &other], &[&other]);
        let panicked = "console.error: panicked at src/main.rs";
        check(&[LEFT, panicked], &[panicked]);
        check(&["JavaScript error: resource:///a.sys.mjs, line 1: x"], &[]);
    }
}
