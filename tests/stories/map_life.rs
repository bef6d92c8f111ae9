//! What comes onto the map goes from it again.

use anyhow::Result;
use serde_json::{Value, json};
use stories::browser::{LAPTOP, PHONE};
use stories::page::Page;
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    a_march_is_drawn_while_it_is_open,
    a_map_shown_again_looks_at_what_was_chosen_meanwhile,
    a_map_opened_a_hundred_times_leaves_nothing_behind,
];

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

fn a_map_opened_a_hundred_times_leaves_nothing_behind(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let page = stage.visitor(PHONE)?;
    page.visit(&host.url("?view=map"))?;
    page.ready_with_map()?;
    let [before, after]: [Value; 2] = page.ask(
        "let listeners = 0;
         const { addEventListener, removeEventListener } = EventTarget.prototype;
         EventTarget.prototype.addEventListener = function (...what) { listeners++; return addEventListener.apply(this, what) };
         EventTarget.prototype.removeEventListener = function (...what) { listeners--; return removeEventListener.apply(this, what) };
         const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
         const show = async what => { document.querySelector(`[data-action=show-${what}]`).click(); await painted(); await painted() };
         const there = () => ({
             listeners, elements: document.querySelectorAll('.world-map *').length,
             panes: document.querySelectorAll('.leaflet-pane').length, maps: document.querySelectorAll('.leaflet-container').length,
         });
         const round = async () => { await show('list'); await show('map') };
         return (async () => {
             await round();
             await round();
             const before = there();
             for (let times = 0; times < 100; times++) await round();
             return [before, there()];
         })()",
        json!([]),
    )?;
    assert_eq!(before["maps"], json!(1));
    assert_eq!(before, after);
    Ok(())
}
