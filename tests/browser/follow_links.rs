//! The address bar is the state: links, Back and reload show the same page.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::page::Seen;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;

pub const TESTS: &[Test] = tests! {
    History: [back_undoes_step_by_step, a_reload_changes_nothing],
    Logic: [a_link_opens_the_same_view, unknown_query_keys_are_kept, a_link_to_a_missing_event_says_so],
    Network: [too_long_a_link_is_cut_and_says_so],
};

/// What a visitor would call the view.
fn view(seen: &Seen) -> (Vec<&str>, Vec<String>, Vec<usize>, Option<String>) {
    (
        seen.listed(),
        seen.markers.clone(),
        seen.clusters.clone(),
        seen.opened.clone(),
    )
}

fn a_link_opens_the_same_view(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.choose("country", "GB")?;
    page.sees("Britain", |seen| seen.query == "country=GB")?;
    let id = "london-2023-11-04-5";
    page.open_from_list(id)?;
    let link = format!("country=GB&event={id}");
    let here = page.sees("the map at rest", |seen| {
        seen.on_map() > 0 && seen.query == link
    })?;
    let other = session.visitor(LAPTOP)?;
    other.visit(&host.url(&format!("?{}", here.query)))?;
    other.sees("the same list and event", |there| {
        there.listed() == here.listed() && there.opened == here.opened && there.on_map() > 0
    })?;
    Ok(())
}

fn back_undoes_step_by_step(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    // WebKit passes over entries made before the visitor has touched the page, and counts no menu driven by WebDriver.
    page.press("h1")?;
    page.choose("country", "FR")?;
    page.sees("France", |seen| {
        seen.query == "country=FR" && seen.matched == Some(10)
    })?;
    page.open_from_list("paris-2023-11-04")?;
    page.back()?;
    page.sees("France without an event", |seen| {
        seen.opened.is_none() && seen.query == "country=FR" && seen.matched == Some(10)
    })?;
    page.back()?;
    page.sees("the beginning", |seen| {
        seen.query.is_empty() && seen.matched == seen.total && seen.state == "ready"
    })?;
    page.browser()
        .client()
        .post("/forward", &serde_json::json!({}))?;
    page.sees("France once more", |seen| {
        seen.query == "country=FR" && seen.matched == Some(10)
    })?;
    Ok(())
}

fn a_reload_changes_nothing(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?q=march&when=all&country=BR&map=4/-15/-50"))?;
    let before = page.sees("markers", |seen| seen.on_map() > 0)?;
    page.reload()?;
    page.ready()?;
    let after = page.sees("the same markers", |seen| seen.on_map() == before.on_map())?;
    assert_eq!(view(&before), view(&after));
    assert_eq!(before.query, after.query);
    ensure!(after.query.contains("map=4/-15/-50"), "{}", after.query);
    Ok(())
}

/// A key that Marchmap does not know comes with every link all the same.
fn unknown_query_keys_are_kept(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?ref=newsletter"))?;
    page.choose("country", "FR")?;
    page.sees("France", |seen| {
        seen.query.contains("country=FR") && seen.query.contains("ref=newsletter")
    })?;
    Ok(())
}

fn a_link_to_a_missing_event_says_so(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url("?event=never-was"))?;
    assert_eq!(seen.opened, None);
    assert_eq!(seen.matched, seen.total);
    ensure!(page.count(".notice:not([hidden])")? > 0, "a notice");
    Ok(())
}

fn too_long_a_link_is_cut_and_says_so(session: &Session) -> Result<()> {
    const NOTICE: &str = "[data-link-too-long]";
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let words = "a".repeat(20_000);
    let seen = page.visit(&host.url(&format!("?country=FR&q={words}")))?;
    assert_eq!(seen.matched, Some(10));
    page.wait_for(
        "a word about it",
        "return document.querySelector('[data-link-too-long]') !== null",
    )?;
    page.search("paris")?;
    page.sees("Paris", |seen| seen.query == "q=paris&country=FR")?;
    page.wait_for(
        "no word any more",
        "return document.querySelector('[data-link-too-long]') === null",
    )?;
    // As long as links may be.
    page.visit(&host.url(&format!("?country=FR&x={}", "a".repeat(7_000))))?;
    page.ready_with_map()?;
    assert_eq!(page.count(NOTICE)?, 0);
    Ok(())
}
