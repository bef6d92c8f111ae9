//! A visitor who has been here before has the calendar without a network.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Gate, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [the_calendar_opens_offline, a_broken_answer_does_not_replace_the_copy, a_host_that_falls_silent_leaves_the_copy, storage_that_refuses_decides_nothing],
    Network: [offline_goes_when_the_network_is_back, the_second_visit_shows_progress, any_readable_encoding_is_shown_on_the_second_visit, files_with_different_queries_have_different_copies],
    DevTools: [full_storage_shows_the_new_file],
};

pub const FILE: &str = "events.json";

/// A visitor whose browser has the page in its caches, and a copy of the events.
pub fn returning(session: &Session) -> Result<(Host, Page)> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    ensure!(page.kept()?, "the page is cached");
    has_copy(&page, &host.url(FILE))?;
    Ok((host, page))
}

/// Waits until the browser has a copy of the event file at this address.
pub fn has_copy(page: &Page, url: &str) -> Result<()> {
    wait::until("a copy of the events", || {
        let copied = page.browser().run_async(
            "const [url, done] = arguments; caches.match(url).then(copy => done(copy !== undefined))",
            json!([url]),
        )?;
        Ok(match copied {
            Value::Bool(true) => Ok(()),
            other => Err(other.to_string()),
        })
    })
}

/// Tells an open page that the network is back: it looks for a newer file.
pub fn network_is_back(page: &Page) -> Result<()> {
    page.ask::<bool>(
        "return window.dispatchEvent(new Event('online'))",
        json!([]),
    )?;
    Ok(())
}

/// Whether the page says that what it shows is a copy.
pub const STALE: &str = "return document.querySelector('[data-stale]') !== null";

fn the_calendar_opens_offline(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let url = host.url("?country=US");
    drop(host);
    let seen = page.visit(&url)?;
    ensure!(seen.total == Some(115), "{}", seen.in_short());
    page.wait_for("a word about the copy's age", STALE)?;
    page.search("meridian")?;
    page.sees("one", |seen| seen.listed() == ["washington-2023-11-04"])?;
    page.open_from_list("washington-2023-11-04")?;
    page.sees("it on the map", |seen| seen.on_map() == 1)?;
    Ok(())
}

fn a_broken_answer_does_not_replace_the_copy(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let whole = std::fs::read_to_string(session.dist().join("events.json"))?;
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let login = "<!doctype html><title>Sign in to the café's network</title>";
    for wrong in [
        Answer::html(login),
        Answer::cut(whole.as_bytes(), whole.len() / 2),
        Answer::json(half),
        Answer::json("{\"error\":\"login\"}"),
        Answer::json("42"),
        Answer::json("{\"events\":{}}"),
        Answer::status(503),
    ] {
        host.answer("events.json", wrong);
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(115), "{}", seen.in_short());
        page.wait_for("a word about the copy", STALE)?;
    }
    host.restore("events.json");
    page.visit(&host.url(""))?;
    let stale: bool = page.ask(STALE, json!([]))?;
    ensure!(!stale, "the file is there again");
    Ok(())
}

/// The copy is shown once nothing has come for ten seconds; what would still come is not waited for.
fn a_host_that_falls_silent_leaves_the_copy(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let whole = std::fs::read(session.dist().join(FILE))?;
    let gate = Gate::default();
    host.answer(FILE, Answer::held("application/json", whole, 100, &gate));
    let seen = page.visit(&host.url(""))?;
    ensure!(seen.total == Some(115), "{}", seen.in_short());
    page.wait_for("a word about the copy's age", STALE)
}

fn the_second_visit_shows_progress(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let whole = std::fs::read(session.dist().join(FILE))?;
    let (gate, half) = (Gate::default(), whole.len() / 2);
    host.answer(FILE, Answer::held("application/json", whole, half, &gate));
    page.open(&host.url(""))?;
    page.wait_for(
        "a sentence with bytes in it",
        "return /[1-9]/.test(document.querySelector('.loading-note')?.textContent ?? '')",
    )?;
    gate.open();
    page.ready()?;
    let stale: bool = page.ask(STALE, json!([]))?;
    ensure!(!stale, "it is the host's file");
    Ok(())
}

/// What the page can read is judged by the page alone.
fn any_readable_encoding_is_shown_on_the_second_visit(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let text = "[{ \"title\": \"Marché\", \"start\": \"2031-05-03\", \"lat\": NaN, \"lon\": NaN }]";
    let utf16 = text.encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf16).collect();
    let latin1 = text.chars().map(|letter| letter as u8).collect();
    let marked = format!("\u{FEFF}{text}").into_bytes();
    for bytes in [utf16, latin1, marked] {
        host.answer(FILE, Answer::json(bytes));
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(1), "{}", seen.in_short());
        let stale: bool = page.ask(STALE, json!([]))?;
        ensure!(!stale, "it is the host's file");
    }
    Ok(())
}

fn files_with_different_queries_have_different_copies(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let other = json!([{ "title": "Rally", "start": "2031-05-03" }]);
    host.answer("other.json", &other);
    page.visit(&host.url("?data=other.json%3Fy%3D2"))?;
    ensure!(page.kept()?, "the page is cached");
    wait::until("a copy", || {
        let copies = page.browser().run_async(
            "const done = arguments[0];
             caches.keys().then(async names => done((await Promise.all(names.map(async name =>
                 (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()))",
            json!([]),
        )?;
        let copies: Vec<String> = serde_json::from_value(copies)?;
        let copied = copies.iter().any(|url| url.contains("/other.json"));
        Ok(if copied {
            Ok(())
        } else {
            Err(copies.join(" "))
        })
    })?;
    host.answer("other.json", Answer::status(503));
    page.open(&host.url("?data=other.json%3Fy%3D3"))?;
    page.sees("the failed screen", |seen| seen.state == "failed")?;
    let seen = page.visit(&host.url("?data=other.json%3Fy%3D2"))?;
    ensure!(seen.total == Some(1), "{}", seen.in_short());
    page.wait_for("a word about the copy's age", STALE)
}

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

fn offline_goes_when_the_network_is_back(session: &Session) -> Result<()> {
    const FRESH: &str = "return document.querySelector('[data-stale]') === null";
    let (host, page) = returning(session)?;
    // A visit on which the connection breaks, which WebKit takes for the end of the file.
    let whole = std::fs::read(session.dist().join(FILE))?;
    host.answer(FILE, Answer::cut(whole, 0));
    page.visit(&host.url("?country=FR"))?;
    page.wait_for("a word about the network", STALE)?;
    // Still none.
    network_is_back(&page)?;
    page.wait_for("the same word", STALE)?;
    host.restore(FILE);
    network_is_back(&page)?;
    page.wait_for("no word any more", FRESH)?;
    page.sees("the calendar", |seen| seen.matched == Some(10))?;
    // An open page loses its network and gets it back.
    page.ask::<bool>(
        "return window.dispatchEvent(new Event('offline'))",
        json!([]),
    )?;
    page.wait_for("a word about the network", STALE)?;
    let words = page.text("[data-stale]")?;
    ensure!(words.contains("You are offline"), "{words}");
    network_is_back(&page)?;
    page.wait_for("no word any more", FRESH)?;
    assert_eq!(
        page.count("[data-action=refresh]")?,
        0,
        "nothing has changed"
    );
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
