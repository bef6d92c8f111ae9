//! A visitor who has been here before has the calendar without a network.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{Engine, LAPTOP};
use browser_tests::host::{Answer, Gate, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [the_calendar_opens_offline, a_broken_answer_does_not_replace_the_copy, a_host_that_falls_silent_leaves_the_copy, an_emptied_calendar_says_what_it_had, storage_that_refuses_decides_nothing],
    Network: [an_empty_calendar_is_shown_as_what_it_is, an_emptied_calendar_is_offered_in_words, offline_goes_when_the_network_is_back, json_that_is_no_event_file_is_not_offered, the_second_visit_shows_progress, any_readable_encoding_is_shown_on_the_second_visit, files_with_different_queries_have_different_copies],
    DevTools: [full_storage_shows_the_new_file],
    Logic: [a_newer_file_is_offered],
};

const FILE: &str = "events.json";

/// A visitor whose browser has the page in its caches, and a copy of the events.
fn returning(session: &Session) -> Result<(Host, Page)> {
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
fn network_is_back(page: &Page) -> Result<()> {
    page.ask::<bool>(
        "return window.dispatchEvent(new Event('online'))",
        json!([]),
    )?;
    Ok(())
}

/// Whether the page says that the calendar has no events any more.
const EMPTIED: &str = "return document.querySelector('[data-emptied]') !== null";

/// Whether the page says that what it shows is a copy.
const STALE: &str = "return document.querySelector('[data-stale]') !== null";

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

fn a_newer_file_is_offered(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?country=FR"))?;
    page.sees("France", |seen| seen.matched == Some(10))?;
    page.open_from_list("paris-2023-11-04")?;
    let text = std::fs::read_to_string(session.dist().join("events.json"))?;
    let mut file: Value = serde_json::from_str(&text)?;
    if let Some(events) = file["events"].as_array_mut() {
        let paris = events
            .iter_mut()
            .find(|event| event["id"] == "paris-2023-11-04");
        if let Some(paris) = paris {
            paris["status"] = "cancelled".into();
            paris["title"] = "Called off".into();
        }
        events.push(
            json!({ "id": "new", "title": "New", "start": "2023-11-05T10:00", "country": "FR" }),
        );
    }
    host.answer("events.json", &file);
    network_is_back(&page)?;
    page.wait_for(
        "the offer",
        "return document.querySelector('[data-action=refresh]') !== null",
    )?;
    page.sees("nothing changed under the visitor's hand", |seen| {
        seen.matched == Some(10) && seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    page.press("[data-action=refresh]")?;
    page.sees("one more, and the same event", |seen| {
        seen.matched == Some(11)
            && seen.total == Some(116)
            && seen.query.contains("country=FR")
            && seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    page.wait_for(
        "the same event called off, in the panel and in the list",
        "return ['aside h2', '[data-list] article[data-event=paris-2023-11-04] h3'].every(
            place => document.querySelector(place)?.textContent.includes('Called off'))",
    )?;
    let offered: bool = page.ask(
        "return document.querySelector('[data-action=refresh]') !== null",
        json!([]),
    )?;
    ensure!(!offered, "it is taken");
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

fn json_that_is_no_event_file_is_not_offered(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    for wrong in ["{\"error\":\"login\"}", "42", "{\"events\":{}}"] {
        host.answer(FILE, Answer::json(wrong));
        network_is_back(&page)?;
        page.wait_for("a word about it", STALE)?;
        assert_eq!(page.count("[data-action=refresh]")?, 0, "{wrong}");
        // The file is there again, and the word goes.
        host.restore(FILE);
        network_is_back(&page)?;
        page.wait_for(
            "no word any more",
            "return document.querySelector('[data-stale]') === null",
        )?;
    }
    Ok(())
}

/// A calendar may be emptied on purpose or by mistake: it is shown empty, and what it had is one press away.
fn an_emptied_calendar_says_what_it_had(session: &Session) -> Result<()> {
    // WebKit's driver forgets caches once no page is open and no worker is there, as private windows do.
    let workers: &[bool] = match session.engine {
        Engine::WebKit => &[true],
        _ => &[true, false],
    };
    for worker in workers.iter().copied() {
        let host = session.host()?;
        if !worker {
            host.answer("sw.js", Answer::status(404));
        }
        let page = session.visitor(LAPTOP)?;
        page.visit(&host.url(""))?;
        assert_eq!(page.kept()?, worker);
        has_copy(&page, &host.url(FILE))?;
        host.answer(
            FILE,
            Answer::json("{ \"format\": \"marchmap/1\", \"events\": [] }"),
        );
        // The copy is there on each visit, until a calendar with events takes its place.
        for _ in 0..2 {
            let seen = page.visit(&host.url(""))?;
            ensure!(seen.total == Some(0), "{}", seen.in_short());
            page.wait_for("a word about it", EMPTIED)?;
            let words = page.text("[data-emptied]")?;
            ensure!(
                words.contains("is now empty") && words.contains("115 events"),
                "{words}"
            );
            assert_eq!(page.count("[data-stale]")?, 0, "it is the host's file");
        }
        page.press("[data-action=last-copy]")?;
        page.sees("the last copy", |seen| seen.total == Some(115))?;
        page.wait_for("a word about the copy's age", STALE)?;
        let words = page.text("[data-stale]")?;
        ensure!(words.contains("is now empty"), "{words}");
        // The page looks again and finds the same empty file: nothing to offer.
        network_is_back(&page)?;
        host.restore(FILE);
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(115), "{}", seen.in_short());
        assert_eq!(page.count("[data-emptied], [data-stale]")?, 0);
        // Without a network it is the copy again.
        let url = host.url("?country=US");
        if worker {
            drop(host);
            let seen = page.visit(&url)?;
            ensure!(seen.total == Some(115), "{}", seen.in_short());
        }
    }
    Ok(())
}

fn an_empty_calendar_is_shown_as_what_it_is(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    host.answer(FILE, Answer::json("[]"));
    for _ in 0..2 {
        page.visit(&host.url(""))?;
        page.sees("nothing", |seen| {
            seen.state == "ready" && seen.total == Some(0)
        })?;
        has_copy(&page, &host.url(FILE))?;
        page.wait_for(
            "the second file",
            "return document.querySelector('footer') !== null",
        )?;
        assert_eq!(page.count("[data-emptied], [data-stale]")?, 0);
    }
    // Its first events take the place of the empty copy.
    host.restore(FILE);
    page.visit(&host.url(""))?;
    host.answer(FILE, Answer::json("[]"));
    wait::until("what it had", || {
        page.visit(&host.url(""))?;
        Ok(match page.count("[data-emptied]")? {
            0 => Err("nothing".to_owned()),
            _ => Ok(()),
        })
    })
}

fn an_emptied_calendar_is_offered_in_words(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?country=FR"))?;
    host.answer(FILE, Answer::json("[]"));
    network_is_back(&page)?;
    const OFFER: &str = "return document.querySelector('[data-action=refresh]') !== null";
    page.wait_for("the offer", OFFER)?;
    let words = page.text(".offer")?;
    ensure!(words.contains("is now empty"), "{words}");
    page.sees("nothing changed", |seen| seen.matched == Some(10))?;
    page.press("[data-action=refresh]")?;
    page.sees("the empty calendar", |seen| seen.total == Some(0))?;
    page.wait_for("a word about it", EMPTIED)?;
    page.press("[data-action=last-copy]")?;
    page.sees("the events again", |seen| {
        seen.matched == Some(10) && seen.query == "country=FR"
    })?;
    let asked = || {
        host.requests()
            .iter()
            .filter(|request| request.target.ends_with(FILE))
            .count()
    };
    let before = asked();
    network_is_back(&page)?;
    wait::until("another look", || {
        Ok(if asked() > before {
            Ok(())
        } else {
            Err("none".to_owned())
        })
    })?;
    page.wait_for("a word about the copy's age", STALE)?;
    assert_eq!(
        page.count("[data-action=refresh]")?,
        0,
        "the same is not offered again"
    );
    // Once there are events again they are offered.
    host.answer(FILE, &json!([{ "title": "Rally", "start": "2031-05-03" }]));
    network_is_back(&page)?;
    page.wait_for("the offer", OFFER)?;
    page.press("[data-action=refresh]")?;
    page.sees("one event", |seen| seen.total == Some(1))?;
    assert_eq!(page.count("[data-emptied], [data-stale]")?, 0);
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
