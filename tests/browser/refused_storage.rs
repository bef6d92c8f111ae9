//! Storage that is full, refuses or does not answer decides nothing: the host's file is shown, only not kept.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::Answer;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use crate::offline::{FILE, STALE, returning};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [storage_that_refuses_decides_nothing],
    DevTools: [full_storage_shows_the_new_file],
};

fn full_storage_shows_the_new_file(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let set_quota = |size: u64| {
        let command = json!({
            "cmd": "Storage.overrideQuotaForOrigin",
            "params": { "origin": host.origin(), "quotaSize": size }
        });
        page.browser().client().post("/goog/cdp/execute", &command)
    };
    set_quota(1)?;
    host.answer(FILE, &json!([{ "title": "Rally", "start": "2031-05-03" }]));
    let seen = page.visit(&host.url(""))?;
    ensure!(seen.total == Some(1), "{}", seen.in_short());
    let stale: bool = page.ask(STALE, json!([]))?;
    ensure!(!stale, "it is the host's file");
    Ok(())
}

/// Whatever a browser's storage does, the host's file is shown, on the first visit and on later ones.
fn storage_that_refuses_decides_nothing(session: &Session) -> Result<()> {
    const FULL: &str = "() => Promise.reject(new DOMException('full', 'QuotaExceededError'))";
    const NEVER: &str = "() => new Promise(() => {})";
    let denied = "get() { throw new DOMException('denied', 'SecurityError'); }";
    let index = std::fs::read_to_string(session.dist().join("index.html"))?;
    let (before, after) = index.split_once("<head>").context("a head")?;
    let page = session.visitor(LAPTOP)?;
    for breakage in [
        format!("Cache.prototype.put = {FULL}"),
        format!("Cache.prototype.keys = {FULL}"),
        format!("Cache.prototype.match = {FULL}"),
        format!("CacheStorage.prototype.open = {FULL}"),
        format!("CacheStorage.prototype.open = {NEVER}"),
        format!("Cache.prototype.match = {NEVER}"),
        "Object.defineProperty(self, 'caches', { value: undefined })".to_owned(),
        format!("Object.defineProperty(self, 'caches', {{ {denied} }})"),
        format!("Object.defineProperty(self, 'localStorage', {{ {denied} }})"),
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })"
            .to_owned(),
        "ServiceWorkerContainer.prototype.register = () => { throw new TypeError('no'); }"
            .to_owned(),
    ] {
        let host = session.host()?;
        host.answer(
            "",
            Answer::html(&format!("{before}<head><script>{breakage}</script>{after}")),
        );
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(115), "{breakage}: {}", seen.in_short());
        page.kept()?;
        host.answer(FILE, &json!([{ "title": "Rally", "start": "2031-05-03" }]));
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(1), "{breakage}: {}", seen.in_short());
        assert_eq!(
            page.count("[data-stale]")?,
            0,
            "{breakage}: it is the host's file"
        );
    }
    Ok(())
}
