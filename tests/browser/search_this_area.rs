//! The map as a filter: the list follows what the visitor moves the map to, and no other move.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::Host;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Pointer: [the_list_follows_what_the_map_shows],
    Logic: [other_filters_do_not_move_a_map_that_filters, a_link_with_an_area_shows_it],
};

fn cities(session: &Session) -> Result<Host> {
    let host = session.host()?;
    let event = |id: &str, title: &str, lat: f64, lon: f64| json!({ "id": id, "title": title, "start": "2031-05-03", "lat": lat, "lon": lon });
    host.answer(
        "events.json",
        &json!([
            event("lyon", "Rally", 45.7578, 4.832),
            event("vienna", "Danube march", 48.2082, 16.3738),
            event("bratislava", "Danube march", 48.1486, 17.1077),
            event("sydney", "Rally", -33.87, 151.21),
        ]),
    );
    Ok(host)
}

/// The value of a key in the address, or an empty text.
fn value(page: &Page, key: &str) -> Result<String> {
    page.ask(
        "return new URLSearchParams(location.search).get(arguments[0]) ?? ''",
        json!([key]),
    )
}

fn is_on(page: &Page) -> Result<bool> {
    page.ask(
        "return document.querySelector('input[name=area]').checked",
        json!([]),
    )
}

fn the_list_follows_what_the_map_shows(session: &Session) -> Result<()> {
    let host = cities(session)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?map=5/47/10"))?;
    page.ready_with_map()?;
    ensure!(!is_on(&page)?);
    page.press("input[name=area]")?;
    page.sees("Europe", |seen| {
        seen.matched == Some(3) && !seen.listed().contains(&"sydney")
    })?;
    let first = value(&page, "area")?;
    assert_eq!(value(&page, "map")?, "5/47/10", "the map has not moved");
    // To the west: the Danube leaves the map.
    page.drag(".map-canvas", 0.3, 0.8)?;
    page.sees("the Rhône", |seen| seen.listed() == ["lyon"])?;
    // The address follows the list.
    page.wait_for(
        "the other area in the address",
        &format!("return new URLSearchParams(location.search).get('area') !== '{first}'"),
    )?;
    page.drag(".map-canvas", 0.8, 0.3)?;
    page.sees("Europe again", |seen| seen.matched == Some(3))?;
    // All of that was one step.
    page.back()?;
    page.sees("everything", |seen| seen.matched == Some(4))?;
    ensure!(!is_on(&page)?);
    // The chip takes it away as well.
    page.press("input[name=area]")?;
    page.sees("Europe", |seen| seen.matched == Some(3))?;
    page.press(".chips [data-action=remove]")?;
    page.sees("everything", |seen| seen.matched == Some(4))?;
    ensure!(!is_on(&page)?);
    assert_eq!(value(&page, "area")?, "");
    Ok(())
}

fn other_filters_do_not_move_a_map_that_filters(session: &Session) -> Result<()> {
    let host = cities(session)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?map=5/47/10"))?;
    page.ready_with_map()?;
    page.press("input[name=area]")?;
    page.sees("Europe", |seen| seen.matched == Some(3))?;
    let area = value(&page, "area")?;
    page.search("danube")?;
    page.sees("the Danube", |seen| seen.matched == Some(2))?;
    page.open_from_list("vienna")?;
    page.sees("its marker beside its neighbour", |seen| {
        seen.markers == ["bratislava", "vienna"]
    })?;
    let now = (value(&page, "map")?, value(&page, "area")?);
    assert_eq!(now, ("5/47/10".to_owned(), area));
    Ok(())
}

fn a_link_with_an_area_shows_it(session: &Session) -> Result<()> {
    let host = cities(session)?;
    let page = session.visitor(LAPTOP)?;
    let query = "area=15.5,47.8,17.8,48.6";
    page.visit(&host.url(&format!("?{query}")))?;
    page.sees("near enough to tell them apart", |seen| {
        seen.markers == ["bratislava", "vienna"] && seen.query == query
    })?;
    ensure!(is_on(&page)?);
    Ok(())
}
