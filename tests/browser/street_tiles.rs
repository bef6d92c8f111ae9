//! Street tiles of another host are requested only with the consent of the visitor.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Network: [tiles_are_requested_only_with_consent],
    Logic: [consent_is_remembered_if_wished, failed_tiles_leave_the_map_usable, tiles_of_the_same_host_need_no_consent, a_calendar_without_tiles_has_no_streets_button],
};

const TILE: &str = "tile.svg";

const TEMPLATE: &str = "tile.svg?{z}/{x}/{y}";

const SQUARE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'><path d='M0 0h256v256z'/></svg>";

/// A host whose calendar has these tiles.
fn with_tiles(session: &Session, url: &dyn Fn(&Host) -> String) -> Result<Host> {
    let host = session.host()?;
    host.answer(TILE, Answer::svg(SQUARE));
    let tiles =
        json!({ "url": url(&host), "attribution": "© <b>Street</b> people", "max_zoom": 19 });
    host.answer(
        "events.json",
        &json!({
            "calendar": { "tiles": tiles },
            "events": [{ "id": "a", "title": "Rally", "start": "2031-05-03", "lat": 45.7578, "lon": 4.832 }]
        }),
    );
    Ok(host)
}

fn elsewhere(host: &Host) -> String {
    host.other_site_url(TEMPLATE)
}

fn asked_for(host: &Host) -> usize {
    let requests = host.requests();
    requests
        .iter()
        .filter(|request| request.path() == Some(TILE))
        .count()
}

fn come(page: &Page) -> Result<()> {
    page.wait_for(
        "streets",
        "return document.querySelector('.leaflet-streets-pane img.leaflet-tile-loaded') !== null",
    )
}

fn gone(page: &Page, what: &str, selector: &str) -> Result<()> {
    page.wait_for(
        what,
        &format!("return document.querySelector('{selector}') === null"),
    )
}

fn tiles_are_requested_only_with_consent(session: &Session) -> Result<()> {
    let host = with_tiles(session, &elsewhere)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.press("[data-action=streets]")?;
    let question = page.text(".streets-question")?;
    ensure!(question.contains("localhost"), "{question}");
    page.press("[data-action=streets-not]")?;
    gone(&page, "no question", ".streets-question")?;
    assert_eq!(asked_for(&host), 0);
    page.press("[data-action=streets]")?;
    page.press("[data-action=streets-show]")?;
    come(&page)?;
    let referrers: Vec<String> = host
        .requests()
        .iter()
        .filter(|request| request.path() == Some(TILE))
        .map(|request| request.header("referer").to_owned())
        .collect();
    ensure!(
        !referrers.is_empty()
            && referrers
                .iter()
                .all(|from| *from == format!("{}/", host.origin())),
        "{referrers:?}"
    );
    assert_eq!(page.text(".streets-credit")?, "© <b>Street</b> people");
    // They have names of their own.
    gone(&page, "no names beneath", ".leaflet-names-pane .map-name")?;
    page.press("[data-action=streets]")?;
    gone(&page, "no streets", ".leaflet-streets-pane img")?;
    // Nothing was remembered.
    let before = asked_for(&host);
    page.reload()?;
    page.ready_with_map()?;
    page.press("[data-action=streets]")?;
    ensure!(page.text(".streets-question")?.contains("localhost"));
    assert_eq!(asked_for(&host), before);
    Ok(())
}

fn consent_is_remembered_if_wished(session: &Session) -> Result<()> {
    let host = with_tiles(session, &elsewhere)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.press("[data-action=streets]")?;
    page.press(".streets-question input[name=remember]")?;
    page.press("[data-action=streets-show]")?;
    come(&page)?;
    page.reload()?;
    come(&page)?;
    page.press("[data-action=streets]")?;
    gone(&page, "no streets", ".leaflet-streets-pane img")?;
    let kept: Value = page.ask("return localStorage.length", json!([]))?;
    assert_eq!(kept, json!(0), "switched off, it is forgotten");
    Ok(())
}

fn failed_tiles_leave_the_map_usable(session: &Session) -> Result<()> {
    let host = with_tiles(session, &elsewhere)?;
    host.answer(TILE, Answer::status(503));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.press("[data-action=streets]")?;
    page.press("[data-action=streets-show]")?;
    page.wait_for(
        "a word about it",
        "return document.querySelector('.streets-failed') !== null",
    )?;
    ensure!(page.text(".streets-failed")?.contains("localhost"));
    page.wait_for(
        "the land",
        "return document.querySelector('path.map-land') !== null",
    )?;
    page.sees("the marker", |seen| seen.markers == ["a"])?;
    Ok(())
}

fn tiles_of_the_same_host_need_no_consent(session: &Session) -> Result<()> {
    let host = with_tiles(session, &|_| TEMPLATE.to_owned())?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    assert_eq!(asked_for(&host), 0, "but somebody must want them");
    page.press("[data-action=streets]")?;
    come(&page)?;
    assert_eq!(page.count(".streets-question")?, 0);
    Ok(())
}

fn a_calendar_without_tiles_has_no_streets_button(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([{ "id": "a", "title": "Rally", "start": "2031-05-03", "lat": 45.7, "lon": 4.8 }]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    assert_eq!(page.count("[data-action=zoom-in]")?, 1);
    assert_eq!(page.count("[data-action=streets]")?, 0);
    Ok(())
}
