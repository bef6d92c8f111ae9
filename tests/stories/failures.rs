//! Files that are broken, missing, late or empty: the page says what happened and shows what it can.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::browser::LAPTOP;
use stories::host::{Answer, Gate};
use stories::page::{Key, Page};
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    a_broken_entry_takes_no_good_one_with_it,
    a_missing_file_can_be_tried_again,
    a_web_page_instead_of_the_file,
    half_a_file,
    a_host_in_trouble,
    a_host_that_hangs_up,
    loading_shows_what_has_arrived,
    one_event,
    no_events,
];

const FILE: &str = "events.json";

/// Waits for the screen that says what went wrong, and gives its text.
fn failed(page: &Page) -> Result<String> {
    page.sees("the failed screen", |seen| seen.state == "failed")?;
    let text = page.text("[role=alert]")?;
    ensure!(!text.trim().is_empty(), "it says something");
    Ok(text)
}

/// The host is mended, and one press later everything is there.
fn mends(page: &Page, host: &stories::host::Host) -> Result<()> {
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

fn a_broken_entry_takes_no_good_one_with_it(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
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
    let page = stage.visitor(LAPTOP)?;
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
    page.press("button[data-action=problems]")?;
    page.wait_for(
        "the problems",
        "return document.querySelector('[data-problems-view]') !== null",
    )?;
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

fn a_missing_file_can_be_tried_again(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(FILE, Answer::status(404));
    let page = stage.visitor(LAPTOP)?;
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
fn a_web_page_instead_of_the_file(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(
        FILE,
        Answer::html("<!doctype html><title>Wi-Fi</title><p>Please log in"),
    );
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    failed(&page)?;
    mends(&page, &host)
}

/// Cut on the way, and cut at its source: neither is shown as if it were whole.
fn half_a_file(stage: &Stage) -> Result<()> {
    let whole = std::fs::read(stage.dist().join(FILE))?;
    let half = whole.len() / 2;
    for answer in [
        Answer::cut(whole.clone(), half),
        Answer::json(&whole[..half]),
    ] {
        let host = stage.host()?;
        host.answer(FILE, answer);
        let page = stage.visitor(LAPTOP)?;
        page.open(&host.url(""))?;
        failed(&page)?;
        mends(&page, &host)?;
    }
    Ok(())
}

fn a_host_in_trouble(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(FILE, Answer::status(500));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    ensure!(
        failed(&page)?.contains("500"),
        "the status is told to whoever can do something about it"
    );
    mends(&page, &host)
}

fn a_host_that_hangs_up(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let whole = std::fs::read(stage.dist().join(FILE))?;
    host.answer(FILE, Answer::cut(whole, 0));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    failed(&page)?;
    mends(&page, &host)
}

/// While the file is on its way the page says how much of it is there, and can be searched already.
fn loading_shows_what_has_arrived(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let whole = std::fs::read(stage.dist().join(FILE))?;
    let gate = Gate::default();
    host.answer(
        FILE,
        Answer::held("application/json", whole.clone(), whole.len() / 2, &gate),
    );
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
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

fn one_event(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(
        FILE,
        &json!([{ "title": "Rally", "start": "2031-05-03T14:00", "lat": 52.5, "lon": 13.4 }]),
    );
    let page = stage.visitor(LAPTOP)?;
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

fn no_events(stage: &Stage) -> Result<()> {
    for file in [
        json!({ "format": "marchmap/1", "events": [] }),
        json!([]),
        empty_geojson(),
    ] {
        let host = stage.host()?;
        host.answer(FILE, &file);
        let page = stage.visitor(LAPTOP)?;
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
