//! The list does not wait for the map, and works without it.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Gate};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;

pub const TESTS: &[Test] = tests! {
    Logic: [the_list_is_usable_while_the_map_loads, the_list_is_usable_without_the_map, the_map_is_usable_without_a_basemap],
};

const LEAFLET: &str = "leaflet/leaflet.js";

fn list_works(page: &Page) -> Result<()> {
    let seen = page.ready()?;
    assert_eq!(seen.matched, Some(115));
    ensure!(!seen.listed().is_empty(), "{}", seen.in_short());
    page.search("meridian")?;
    page.sees("one", |seen| seen.listed() == ["washington-2023-11-04"])?;
    page.open_from_list("washington-2023-11-04")?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.sees("closed", |seen| seen.opened.is_none())?;
    Ok(())
}

fn the_list_is_usable_while_the_map_loads(session: &Session) -> Result<()> {
    let host = session.host()?;
    let gate = Gate::default();
    let code = std::fs::read(session.dist().join(LEAFLET))?;
    host.answer(LEAFLET, Answer::held("text/javascript", code, 100, &gate));
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    list_works(&page)?;
    ensure!(page.seen()?.on_map() == 0, "there is no map yet");
    gate.open();
    page.sees("the map, with what was searched meanwhile", |seen| {
        seen.markers == ["washington-2023-11-04"]
    })?;
    Ok(())
}

fn the_list_is_usable_without_the_map(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(LEAFLET, Answer::status(404));
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    list_works(&page)?;
    page.wait_for(
        "the map's place says that there is none",
        "return document.querySelector('.map-failed') !== null",
    )?;
    assert_eq!(page.seen()?.on_map(), 0);
    Ok(())
}

fn the_map_is_usable_without_a_basemap(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("basemap/world.json", Answer::status(404));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.sees("every event on the map", |seen| seen.on_map() == 115)?;
    Ok(())
}
