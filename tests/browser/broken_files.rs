//! Event files that are broken, missing, late or empty: the page reports what happened and shows what it can.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Gate};
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Network: [a_truncated_file_is_an_error, a_dropped_connection_is_an_error, loading_shows_progress],
    Logic: [a_broken_entry_leaves_the_good_ones, a_missing_file_can_be_retried, a_web_page_instead_of_the_file_is_an_error, a_server_error_can_be_retried, a_file_of_one_event, a_file_without_events],
};

pub const FILE: &str = "events.json";

/// Waits for the screen that says what went wrong, and gives its text.
pub fn failed(page: &Page) -> Result<String> {
    page.sees("the failed screen", |seen| seen.state == "failed")?;
    let text = page.text("[role=alert]")?;
    ensure!(!text.trim().is_empty(), "it says something");
    Ok(text)
}

/// The host serves the file again, and one press on “Retry” shows everything.
pub fn recovers(page: &Page, host: &browser_tests::host::Host) -> Result<()> {
    host.restore(FILE);
    page.press("button[data-action=retry]")?;
    let seen = page.ready_with_map()?;
    ensure!(
        seen.total > Some(100),
        "everything is there: {}",
        seen.in_short()
    );
    Ok(())
}

fn a_broken_entry_leaves_the_good_ones(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        FILE,
        &json!({ "format": "marchmap/1", "events": [
        { "id": "good", "title": "Rally", "start": "2031-05-03T14:00", "lat": 1.0, "lon": 2.0 },
        { "id": "no-such-day", "title": "March", "start": "2031-02-30" },
        "not an event",
        null,
        { "id": "far-out", "title": "Vigil", "start": "2031-05-04", "lat": 123.0, "lon": 2.0 },
        { "id": "good", "title": "Twin", "start": "2031-05-05" },
        { "title": "Script", "start": "2031-05-06", "url": "javascript:alert(1)" }
    ] }),
    );
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url(""))?;
    ensure!(seen.problems >= Some(6), "{}", seen.in_short());
    let titles: Vec<String> = page.ask(
        "return [...document.querySelectorAll('article[data-event] h3')].map(title => title.textContent)",
        json!([]),
    )?;
    for title in ["Rally", "March", "Vigil", "Twin", "Script"] {
        ensure!(
            titles.iter().any(|shown| shown == title),
            "{title} is missing from {titles:?}"
        );
    }
    // Two entries are no events; both are named among the problems.
    assert_eq!(seen.total, Some(5));
    assert_eq!(
        page.sees("one marker", |seen| seen.on_map() == 1)?.markers,
        ["good"]
    );
    // Visitors are not alarmed by what is the keepers' to mend: the way to it is in the footer.
    assert_eq!(page.count(".notice:not([hidden])")?, 0);
    page.press(".page-footer button[data-action=problems]")?;
    page.wait_for(
        "the problems",
        "return document.querySelector('[data-problems-view]') !== null",
    )?;
    page.sees("their link", |seen| seen.query == "check=1")?;
    let links: Vec<String> = page.ask(
        "return [...document.querySelectorAll('[data-problems-view] a')].map(link => link.getAttribute('href'))",
        json!([]),
    )?;
    ensure!(
        !links.is_empty() && links.iter().all(|link| link.starts_with("?event=")),
        "{links:?}"
    );
    let text = page.text("[data-problems-view]")?;
    for part in ["2031-02-30", "123", "javascript:alert(1)"] {
        ensure!(text.contains(part), "“{part}” is not in: {text}");
    }
    ensure!(
        !text.contains("problem.") && !text.contains("{{"),
        "a text is missing in: {text}"
    );
    page.key(Key::Escape)?;
    page.wait_for(
        "the list",
        "return document.querySelector('[data-problems-view]') === null",
    )?;
    assert_eq!(page.count("a[href^='javascript:']")?, 0);
    Ok(())
}

fn a_missing_file_can_be_retried(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(FILE, Answer::status(404));
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url("?country=FR"))?;
    failed(&page)?;
    page.press("button[data-action=retry]")?;
    failed(&page)?;
    host.restore(FILE);
    page.press("button[data-action=retry]")?;
    page.sees("France", |seen| {
        seen.state == "ready" && seen.matched == Some(10) && seen.on_map() == 10
    })?;
    Ok(())
}

/// A login page of the station's Wi-Fi, with status 200.
fn a_web_page_instead_of_the_file_is_an_error(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        FILE,
        Answer::html("<!doctype html><title>Wi-Fi</title><p>Please log in"),
    );
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    failed(&page)?;
    recovers(&page, &host)
}

/// Cut on the way, and cut at its source: neither is shown as if it were whole.
fn a_truncated_file_is_an_error(session: &Session) -> Result<()> {
    let whole = std::fs::read(session.dist().join(FILE))?;
    let half = whole.len() / 2;
    for answer in [
        Answer::cut(whole.clone(), half),
        Answer::json(&whole[..half]),
    ] {
        let host = session.host()?;
        host.answer(FILE, answer);
        let page = session.visitor(LAPTOP)?;
        page.open(&host.url(""))?;
        failed(&page)?;
        recovers(&page, &host)?;
    }
    Ok(())
}

fn a_server_error_can_be_retried(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(FILE, Answer::status(500));
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    ensure!(
        failed(&page)?.contains("500"),
        "the status is told to whoever can do something about it"
    );
    recovers(&page, &host)
}

fn a_dropped_connection_is_an_error(session: &Session) -> Result<()> {
    let host = session.host()?;
    let whole = std::fs::read(session.dist().join(FILE))?;
    host.answer(FILE, Answer::cut(whole, 0));
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    failed(&page)?;
    recovers(&page, &host)
}

/// While the file is on its way the page says how much of it is there, and can be searched already.
fn loading_shows_progress(session: &Session) -> Result<()> {
    let host = session.host()?;
    let whole = std::fs::read(session.dist().join(FILE))?;
    let gate = Gate::default();
    host.answer(
        FILE,
        Answer::held("application/json", whole.clone(), whole.len() / 2, &gate),
    );
    let page = session.visitor(LAPTOP)?;
    // Another list than that which may be in the page.
    page.open(&host.url("?sort=date"))?;
    page.wait_for(
        "a sentence with bytes in it",
        "return /[1-9]/.test(document.querySelector('.loading-note')?.textContent ?? '')",
    )?;
    assert_eq!(page.seen()?.state, "loading");
    page.search("meridian")?;
    gate.open();
    let seen = page.ready()?;
    assert_eq!(seen.listed(), ["washington-2023-11-04"]);
    Ok(())
}

fn a_file_of_one_event(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        FILE,
        &json!([{ "title": "Rally", "start": "2031-05-03T14:00", "lat": 52.5, "lon": 13.4 }]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    let seen = page.sees("one marker", |seen| seen.on_map() == 1)?;
    assert_eq!(
        (seen.total, seen.matched, seen.problems),
        (Some(1), Some(1), Some(0))
    );
    assert_eq!(seen.markers, seen.listed());
    let id = seen.markers[0].clone();
    page.reload()?;
    page.ready()?;
    assert_eq!(
        page.seen()?.listed(),
        [id],
        "an id made from the entry is the same on every load"
    );
    Ok(())
}

fn a_file_without_events(session: &Session) -> Result<()> {
    for file in [
        json!({ "format": "marchmap/1", "events": [] }),
        json!([]),
        empty_geojson(),
    ] {
        let host = session.host()?;
        host.answer(FILE, &file);
        let page = session.visitor(LAPTOP)?;
        let seen = page.visit(&host.url(""))?;
        assert_eq!(
            (seen.total, seen.matched, seen.problems),
            (Some(0), Some(0), Some(0)),
            "{file}"
        );
        ensure!(
            !page.text("section[data-list] h2")?.is_empty(),
            "it is said"
        );
        assert_eq!(
            page.count("section[data-list] button[data-action=reset]")?,
            0,
            "nothing to take back"
        );
    }
    Ok(())
}

fn empty_geojson() -> Value {
    json!({ "type": "FeatureCollection", "features": [] })
}
