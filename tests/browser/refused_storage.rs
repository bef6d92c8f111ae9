//! Storage that is full, refuses or does not answer decides nothing: the host's file is shown, only not kept.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::Answer;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use crate::offline::{FILE, STALE, returning};
use crate::patience::{has_given_up, hasty_page};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [storage_that_is_full_or_hangs_decides_nothing],
    Logic: [storage_that_refuses_decides_nothing],
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

const FULL: &str = "() => Promise.reject(new DOMException('full', 'QuotaExceededError'))";
const NEVER: &str = "() => new Promise(() => {})";

/// Whatever storage does that is broken so, the host's file is shown, on the first visit and on later ones.
fn decides_nothing(session: &Session, page: &Page, breakage: &str) -> Result<()> {
    let host = session.host()?;
    // Storage that does not answer is waited for three seconds.
    let broken = hasty_page(session, 3000, breakage)?;
    host.answer("", Answer::html(&broken));
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
    match breakage.ends_with(NEVER) {
        true => has_given_up(page),
        false => Ok(()),
    }
}

/// What a browser's functions answer is set here, so one engine is enough for most of it.
fn storage_that_refuses_decides_nothing(session: &Session) -> Result<()> {
    let denied = "get() { throw new DOMException('denied', 'SecurityError'); }";
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
        decides_nothing(session, &page, &breakage)?;
    }
    Ok(())
}

/// The two kinds in each engine, whose workers and pages start at different moments.
fn storage_that_is_full_or_hangs_decides_nothing(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    decides_nothing(session, &page, &format!("Cache.prototype.put = {FULL}"))?;
    let hangs = format!("CacheStorage.prototype.open = {NEVER}");
    decides_nothing(session, &page, &hangs)
}
