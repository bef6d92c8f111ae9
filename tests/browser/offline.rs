//! A visitor who has been here before has the calendar without a network.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Gate, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

use crate::patience::{has_given_up, hasty_page};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [the_calendar_opens_offline, a_broken_transfer_does_not_replace_the_copy, a_host_that_falls_silent_leaves_the_copy],
    Logic: [a_broken_answer_does_not_replace_the_copy],
    Network: [offline_goes_when_the_network_is_back, the_second_visit_shows_progress, any_readable_encoding_is_shown_on_the_second_visit, files_with_different_queries_have_different_copies],
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
    // The part of the page that listens comes in a task of its own.
    page.wait_for(
        "who listens",
        "return document.querySelector('.offer') !== null",
    )?;
    page.ask::<bool>(
        "return window.dispatchEvent(new Event('online'))",
        json!([]),
    )?;
    Ok(())
}

/// Has an open page look for a newer file, and waits until it has the host's answer.
pub fn looks_again(page: &Page, host: &Host) -> Result<()> {
    const ARRIVED: &str = "return performance.getEntriesByType('resource')
        .filter(({ name, responseEnd }) => name.endsWith('/events.json') && responseEnd > 0).length";
    let asked = || {
        let requests = host.requests();
        requests
            .iter()
            .filter(|request| request.path() == Some(FILE))
            .count()
    };
    let (before, arrived) = (asked(), page.ask::<usize>(ARRIVED, json!([]))?);
    network_is_back(page)?;
    wait::until("another look", || {
        let now = (asked(), page.ask::<usize>(ARRIVED, json!([]))?);
        Ok(match now.0 > before && now.1 > arrived {
            true => Ok(()),
            false => Err(now),
        })
    })?;
    // What the page makes of it comes in a task after that.
    page.browser().run_async(
        "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done))",
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

/// Each of these answers leaves a visitor with the copy, until the file is there again.
fn leave_the_copy(session: &Session, answers: impl IntoIterator<Item = Answer>) -> Result<()> {
    let (host, page) = returning(session)?;
    for wrong in answers {
        host.answer(FILE, wrong);
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(115), "{}", seen.in_short());
        page.wait_for("a word about the copy", STALE)?;
    }
    host.restore(FILE);
    page.visit(&host.url(""))?;
    let stale: bool = page.ask(STALE, json!([]))?;
    ensure!(!stale, "the file is there again");
    Ok(())
}

fn a_broken_answer_does_not_replace_the_copy(session: &Session) -> Result<()> {
    let whole = std::fs::read_to_string(session.dist().join(FILE))?;
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let login = "<!doctype html><title>Sign in to the café's network</title>";
    let answers = [
        Answer::html(login),
        Answer::json(half),
        Answer::json("{\"error\":\"login\"}"),
        Answer::json("42"),
        Answer::json("{\"events\":{}}"),
    ];
    leave_the_copy(session, answers)
}

/// The copy is shown once nothing has come for ten seconds; what would still come is not waited for.
fn a_host_that_falls_silent_leaves_the_copy(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("", Answer::html(&hasty_page(session, 10_000, "")?));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    ensure!(page.kept()?, "the page is cached");
    has_copy(&page, &host.url(FILE))?;
    let whole = std::fs::read(session.dist().join(FILE))?;
    let gate = Gate::default();
    host.answer(FILE, Answer::held("application/json", whole, 100, &gate));
    let seen = page.visit(&host.url(""))?;
    ensure!(seen.total == Some(115), "{}", seen.in_short());
    has_given_up(&page)?;
    page.wait_for("a word about the copy's age", STALE)
}

/// Cut on the way, or another status: engines tell the page so in different ways.
fn a_broken_transfer_does_not_replace_the_copy(session: &Session) -> Result<()> {
    let whole = std::fs::read(session.dist().join(FILE))?;
    let half = whole.len() / 2;
    leave_the_copy(session, [Answer::cut(whole, half), Answer::status(503)])
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
    // Another encoding is not guessed: its letters are replaced, and a problem says so.
    for (bytes, title) in [
        (utf16, "Marché"),
        (latin1, "March\u{FFFD}"),
        (marked, "Marché"),
    ] {
        host.answer(FILE, Answer::json(bytes));
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(1), "{}", seen.in_short());
        assert_eq!(page.text("[data-list] article h3")?, title);
        assert_eq!(page.count("[data-stale]")?, 0, "it is the host's file");
        // The same file once more is no newer one.
        looks_again(&page, &host)?;
        assert_eq!(page.count("[data-stale], [data-action=refresh]")?, 0);
        // It is the copy from now on.
        has_copy(&page, &host.url(FILE))?;
    }
    let url = host.url("");
    drop(host);
    page.visit(&url)?;
    page.wait_for("a word about the copy's age", STALE)?;
    assert_eq!(page.text("[data-list] article h3")?, "Marché");
    Ok(())
}

fn files_with_different_queries_have_different_copies(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let other = json!([{ "title": "Rally", "start": "2031-05-03" }]);
    host.answer("other.json", &other);
    page.visit(&host.url("?data=other.json%3Fy%3D2"))?;
    ensure!(page.kept()?, "the page is cached");
    page.visit(&host.url("?data=other.json%3Fy%3D2"))?;
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
    // It is back while nobody sees the page.
    let see = |visibility: &str, event: &str| {
        page.ask::<bool>(
            "const [visibility, event] = arguments;
             Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
             document.dispatchEvent(new Event('visibilitychange'));
             return window.dispatchEvent(new Event(event))",
            json!([visibility, event]),
        )
    };
    see("hidden", "offline")?;
    page.wait_for("a word about the network", STALE)?;
    see("hidden", "online")?;
    see("visible", "focus")?;
    page.wait_for("no word any more", FRESH)?;
    Ok(())
}
