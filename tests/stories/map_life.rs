//! What comes onto the map goes from it again.

use anyhow::Result;
use serde_json::{Value, json};
use stories::browser::{Engine, LAPTOP, PHONE};
use stories::page::Page;
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    a_march_is_drawn_while_it_is_open,
    a_map_shown_again_looks_at_what_was_chosen_meanwhile,
    a_map_opened_a_hundred_times_leaves_nothing_behind,
    a_map_made_a_hundred_times_leaves_no_element_behind,
];

/// Told where the browser counts what it holds in memory.
pub const COUNTED: &[Story] =
    stories![in &[Engine::Chromium]; a_map_made_a_hundred_times_is_forgotten];

fn a_march_is_drawn_while_it_is_open(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(
        "events.json",
        &json!([
            { "id": "a", "title": "March", "start": "2031-05-03", "lat": 45.7578, "lon": 4.832,
              "route": [[45.7578, 4.832], [45.764, 4.8357], [45.7701, 4.8290]] },
            { "id": "b", "title": "Rally", "start": "2031-05-03", "lat": 48.85, "lon": 2.35 }
        ]),
    );
    let page = stage.visitor(LAPTOP)?;
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

fn a_map_shown_again_looks_at_what_was_chosen_meanwhile(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let page = stage.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    // The end of one move begins the next, whose end is heard too: only so the markers are those of what is in view.
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

fn a_map_opened_a_hundred_times_leaves_nothing_behind(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let page = stage.visitor(PHONE)?;
    page.visit(&host.url("?view=map"))?;
    page.ready_with_map()?;
    page.ask::<Value>(SWITCH, json!([]))?;
    let rounds = |times: u32| page.ask::<Value>("return rounds(arguments[0])", json!([times]));
    let before = rounds(2)?;
    assert_eq!(before["maps"], json!(1));
    // In parts, as a script may not take long.
    for _ in 0..10 {
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

fn a_map_made_a_hundred_times_leaves_no_element_behind(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let page = stage.visitor(LAPTOP)?;
    page.visit(&host.url(HERE))?;
    page.ready_with_map()?;
    let named = "return document.querySelector('.map-name') !== null";
    page.wait_for("names", named)?;
    make_again(&page, 1)?;
    page.wait_for("names", named)?;
    let before = page.count("*")?;
    make_again(&page, 100)?;
    page.wait_for("names", named)?;
    assert_eq!(page.count("*")?, before);
    Ok(())
}

fn a_map_made_a_hundred_times_is_forgotten(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let page = stage.visitor(LAPTOP)?;
    page.visit(&host.url(HERE))?;
    page.ready_with_map()?;
    make_again(&page, 5)?;
    let before = page.browser().held()?;
    make_again(&page, 100)?;
    let after = page.browser().held()?;
    // Less than one for each time, whatever the browser itself keeps for a while.
    assert!(
        after.nodes < before.nodes + 100.0 && after.listeners < before.listeners + 100.0,
        "{before:?}, then {after:?}"
    );
    Ok(())
}
