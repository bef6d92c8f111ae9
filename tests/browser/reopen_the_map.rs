//! What is added to the map is removed from it again, also when the map is hidden and shown many times.

use anyhow::Result;
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Logic: [the_route_of_an_opened_march_is_drawn, a_map_shown_again_shows_the_current_results, switching_between_list_and_map_leaves_nothing_behind],
    DevTools: [a_map_created_many_times_is_released],
};

fn the_route_of_an_opened_march_is_drawn(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([
            { "id": "a", "title": "March", "start": "2031-05-03", "lat": 45.7578, "lon": 4.832,
              "route": [[45.7578, 4.832], [45.764, 4.8357], [45.7701, 4.8290]] },
            { "id": "b", "title": "Rally", "start": "2031-05-03", "lat": 48.85, "lon": 2.35 }
        ]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    assert_eq!(page.count("path.map-route")?, 0);
    page.open_from_list("a")?;
    // The line and its edge.
    page.wait_for(
        "the path",
        "return document.querySelectorAll('path.map-route').length === 2",
    )?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.wait_for(
        "no path",
        "return document.querySelector('path.map-route') === null",
    )?;
    // A link shows it at once.
    page.visit(&host.url("?event=a"))?;
    page.wait_for(
        "the path",
        "return document.querySelectorAll('path.map-route').length === 2",
    )?;
    Ok(())
}

fn a_map_shown_again_shows_the_current_results(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    // The end of one move starts the next, whose end must be handled too: only then are the markers those in view.
    for country in ["JP", "CA", "GB"] {
        go(&page, "?view=month")?;
        page.wait_for(
            "no map",
            "return document.querySelector('.leaflet-container').clientWidth === 0",
        )?;
        let before = page.seen()?.matched;
        go(&page, &format!("?view=month&country={country}"))?;
        page.sees("its month", |seen| seen.matched != before)?;
        go(&page, &format!("?country={country}"))?;
        page.sees("its events on the map", |seen| {
            seen.matched == Some(seen.on_map()) && seen.matched != Some(0)
        })?;
    }
    Ok(())
}

/// Follows a link within the page, as Back does.
fn go(page: &Page, query: &str) -> Result<()> {
    let follow =
        "history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))";
    page.browser().run(follow, json!([query])).map(drop)
}

/// Counts listeners from now on, and has a way to switch to the list and back.
const SWITCH: &str = "
    let listeners = 0;
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (...what) { listeners++; return addEventListener.apply(this, what) };
    EventTarget.prototype.removeEventListener = function (...what) { listeners--; return removeEventListener.apply(this, what) };
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const show = async what => { document.querySelector(`[data-action=show-${what}]`).click(); await painted(); await painted() };
    window.rounds = async times => {
        for (let time = 0; time < times; time++) { await show('list'); await show('map') }
        return {
            listeners, elements: document.querySelectorAll('.world-map *').length,
            panes: document.querySelectorAll('.leaflet-pane').length, maps: document.querySelectorAll('.leaflet-container').length,
        };
    };";

fn switching_between_list_and_map_leaves_nothing_behind(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?view=map"))?;
    page.ready_with_map()?;
    page.ask::<Value>(SWITCH, json!([]))?;
    let rounds = |times: u32| page.ask::<Value>("return rounds(arguments[0])", json!([times]));
    let before = rounds(2)?;
    assert_eq!(before["maps"], json!(1));
    // In parts, as a script may not take long.
    for _ in 0..3 {
        let after = rounds(10)?;
        assert_eq!(before, after);
    }
    Ok(())
}

/// Takes the map away as a page around an embed can, and has it made anew, `times` times.
fn make_again(page: &Page, times: usize) -> Result<()> {
    let query = page.query()?;
    for _ in 0..times {
        let go = "history.replaceState(null, '', `?${arguments[0]}`); dispatchEvent(new PopStateEvent('popstate'))";
        page.ask::<Value>(go, json!([format!("{query}&hide=map")]))?;
        page.wait_for(
            "no map",
            "return document.querySelector('.leaflet-container, .map-column') === null",
        )?;
        page.ask::<Value>(go, json!([query]))?;
        page.wait_for(
            "the map with its land",
            "return document.querySelectorAll('.marker').length > 0 && document.querySelector('path.map-land') !== null",
        )?;
    }
    Ok(())
}

const HERE: &str = "?map=3/48/10&event=washington-2023-11-04";

fn a_map_created_many_times_is_released(session: &Session) -> Result<()> {
    const TIMES: usize = 30;
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(HERE))?;
    page.ready_with_map()?;
    let named = "return document.querySelector('.map-name') !== null";
    make_again(&page, 5)?;
    page.wait_for("names", named)?;
    let (elements, before) = (page.count("*")?, page.browser().held()?);
    make_again(&page, TIMES)?;
    page.wait_for("names", named)?;
    assert_eq!(page.count("*")?, elements);
    let after = page.browser().held()?;
    // Less than one for each time, whatever the browser itself keeps for a while.
    let most = TIMES as f64;
    assert!(
        after.nodes < before.nodes + most && after.listeners < before.listeners + most,
        "{before:?}, then {after:?}"
    );
    Ok(())
}
