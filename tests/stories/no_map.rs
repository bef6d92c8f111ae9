//! The list never waits for the map, and does without it.

use anyhow::{Result, ensure};
use stories::browser::LAPTOP;
use stories::host::{Answer, Gate};
use stories::page::Page;
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    the_list_is_usable_while_the_map_is_on_its_way,
    the_list_is_usable_without_the_map,
    the_map_is_usable_without_its_background,
];

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

fn the_list_is_usable_while_the_map_is_on_its_way(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let gate = Gate::default();
    let code = std::fs::read(stage.dist().join(LEAFLET))?;
    host.answer(LEAFLET, Answer::held("text/javascript", code, 100, &gate));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    list_works(&page)?;
    ensure!(page.seen()?.on_map() == 0, "there is no map yet");
    gate.open();
    page.sees("the map, with what was searched meanwhile", |seen| {
        seen.markers == ["washington-2023-11-04"]
    })?;
    Ok(())
}

fn the_list_is_usable_without_the_map(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(LEAFLET, Answer::status(404));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    list_works(&page)?;
    page.wait_for(
        "the map's place says that there is none",
        "return document.querySelector('.map-failed') !== null",
    )?;
    assert_eq!(page.seen()?.on_map(), 0);
    Ok(())
}

fn the_map_is_usable_without_its_background(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer("basemap/world.json", Answer::status(404));
    let page = stage.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.sees("every event on the map", |seen| seen.on_map() == 115)?;
    Ok(())
}
