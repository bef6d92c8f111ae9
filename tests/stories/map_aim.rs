//! Where the map looks: at what the visitor asks for, beside what is open, and never on its own.

use anyhow::Result;
use serde_json::json;
use stories::browser::{LAPTOP, PHONE, Visitor};
use stories::host::Host;
use stories::page::Page;
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    an_event_opened_on_the_map_is_seen_beside_its_panel,
    an_event_opened_on_a_phone_is_seen_above_its_sheet,
    other_results_are_fitted_but_not_under_a_hand,
    events_in_one_place_stand_around_it,
    nothing_on_a_narrow_map_hides_something_else,
    where_nothing_is_found_the_link_stays_as_it_is,
];

fn host(stage: &Stage) -> Result<Host> {
    let host = stage.host()?;
    let event = |id: &str, title: &str, lat: f64, lon: f64| json!({ "id": id, "title": title, "start": "2031-05-03", "lat": lat, "lon": lon });
    host.answer(
        "events.json",
        &json!([
            event("west", "Rally", 47.0, -5.0),
            event("south", "Rally", 36.0, 10.0),
            event("vienna", "Danube march", 48.2082, 16.3738),
            event("bratislava", "Danube march", 48.1486, 17.1077),
            event("one", "Square", 45.7578, 4.832),
            event("two", "Square", 45.7578, 4.832),
            event("three", "Square", 45.7578, 4.832),
        ]),
    );
    Ok(host)
}

/// Opens an event by its marker, which its panel then covers, and waits until it does not.
fn opens_beside(stage: &Stage, visitor: Visitor, query: &str, id: &str) -> Result<()> {
    let host = host(stage)?;
    let page = stage.visitor(visitor)?;
    page.visit(&host.url(query))?;
    page.sees("its marker", |seen| seen.markers.contains(&id.to_owned()))?;
    let place: Vec<f64> = page.ask(PLACE, json!([id]))?;
    page.press(&format!(".marker[data-event={id}]"))?;
    page.sees("opened", |seen| seen.opened.as_deref() == Some(id))?;
    let covers: bool = page.ask(
        "const panel = document.querySelector('[data-open-event]').getBoundingClientRect(), [x, y] = arguments[0];
         return panel.left <= x && x <= panel.right && panel.top <= y && y <= panel.bottom",
        json!([place]),
    )?;
    assert!(covers, "the panel comes where the marker was: {place:?}");
    page.wait_for(
        "the marker in sight",
        &format!(
            "const marker = document.querySelector('.marker[data-event={id}]'), box = marker?.getBoundingClientRect();
             return box !== undefined && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('.marker') === marker"
        ),
    )
}

const PLACE: &str = "const box = document.querySelector(`.marker[data-event=${arguments[0]}]`).getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2]";

fn an_event_opened_on_the_map_is_seen_beside_its_panel(stage: &Stage) -> Result<()> {
    opens_beside(stage, LAPTOP, "?view=map&map=5/47/10", "west")
}

fn an_event_opened_on_a_phone_is_seen_above_its_sheet(stage: &Stage) -> Result<()> {
    opens_beside(stage, PHONE, "?view=map&map=5/42/10", "south")
}

fn other_results_are_fitted_but_not_under_a_hand(stage: &Stage) -> Result<()> {
    let host = host(stage)?;
    let page = stage.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.search("danube")?;
    page.sees("near enough to tell them apart", |seen| {
        seen.markers == ["bratislava", "vienna"]
    })?;
    page.drag(".map-canvas", 0.5, 0.55)?;
    let moved = |page: &Page| page.sees("moved by hand", |seen| seen.query.contains("map="));
    let by_hand = moved(&page)?.query;
    page.open_from_list("vienna")?;
    page.sees("it is selected", |seen| seen.markers.len() == 2)?;
    page.wait_for(
        "its marker, where it was",
        "return document.querySelector('.marker.selected') !== null",
    )?;
    let opened = moved(&page)?.query;
    assert!(
        opened.contains(by_hand.trim_start_matches("q=danube&")),
        "{by_hand} {opened}"
    );
    page.press("aside[data-open-event] [data-action=close]")?;
    page.press("[data-action=world]")?;
    page.sees("the world", |seen| seen.clusters == [2])?;
    Ok(())
}

fn legs(page: &Page) -> Result<usize> {
    page.count("path.map-leg")
}

fn events_in_one_place_stand_around_it(stage: &Stage) -> Result<()> {
    let host = host(stage)?;
    let page = stage.visitor(LAPTOP)?;
    page.visit(&host.url("?map=18/45.7578/4.832"))?;
    page.sees("each", |seen| seen.markers == ["one", "three", "two"])?;
    assert_eq!(legs(&page)?, 3);
    page.press(".marker[data-event=two]")?;
    page.sees("opened", |seen| seen.opened.as_deref() == Some("two"))?;
    page.press("aside[data-open-event] [data-action=close]")?;
    page.press("[data-action=zoom-out]")?;
    page.sees("together", |seen| seen.clusters == [3])?;
    assert_eq!(legs(&page)?, 0);
    page.press(".marker[data-cluster]")?;
    page.wait_for(
        "a list of them",
        "return document.querySelectorAll('aside[data-spot] article').length === 3",
    )?;
    Ok(())
}

/// What is over something else or over the edge, of all that lies on the map.
const IN_THE_WAY: &str = "
    const parts = [...document.querySelectorAll('.map-area, .map-controls button, .streets-button, .map-credit, .view-switch')];
    const boxes = parts.map(part => [part.className + (part.dataset.action ?? ''), part.getBoundingClientRect()]);
    const map = document.querySelector('.world-map').getBoundingClientRect();
    return boxes.flatMap(([name, box], at) => {
        const out = box.left < map.left - 1 || box.right > map.right + 1 || box.top < map.top - 1 || box.bottom > map.bottom + 1;
        const over = boxes.slice(at + 1).filter(([, other]) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
        return [...(out ? [`${name} is out`] : []), ...over.map(([other]) => `${name} on ${other}`)];
    })";

fn nothing_on_a_narrow_map_hides_something_else(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(
        "events.json",
        &json!({
            "calendar": { "tiles": { "url": "tiles/{z}/{x}/{y}.png", "attribution": "" } },
            "events": [{ "id": "a", "title": "Rally", "start": "2031-05-03", "lat": 45.7, "lon": 4.8 }]
        }),
    );
    let page = stage.visitor(PHONE)?;
    // The narrowest phone, and a laptop's window at twice the size.
    for (width, height) in [(320, 568), (640, 400)] {
        page.browser().resize(width, height)?;
        for language in ["en", "ar"] {
            page.visit(&host.url(&format!("?view=map&lang={language}")))?;
            page.sees("the map", |seen| {
                seen.lang == language && seen.markers == ["a"]
            })?;
            page.wait_for(
                "the switch for streets",
                "return document.querySelector('[data-action=streets]') !== null",
            )?;
            let found: Vec<String> = page.ask(IN_THE_WAY, json!([]))?;
            assert_eq!(
                found,
                Vec::<String>::new(),
                "{width} × {height}, {language}"
            );
        }
    }
    Ok(())
}

/// With nothing to look at the map shows the world, which is not the visitor's doing and nothing for the link to say.
fn where_nothing_is_found_the_link_stays_as_it_is(stage: &Stage) -> Result<()> {
    let host = host(stage)?;
    let page = stage.visitor(LAPTOP)?;
    page.visit(&host.url("?q=nothing"))?;
    page.wait_for(
        "the land",
        "return [...document.querySelectorAll('.world-map svg path')].some(path => path.getAttribute('d'))",
    )?;
    assert_eq!(page.seen()?.query, "q=nothing");
    page.search("danube")?;
    page.sees("some", |seen| seen.on_map() == 2)?;
    page.search("danube square")?;
    page.sees("nothing", |seen| {
        seen.matched == Some(0) && seen.on_map() == 0
    })?;
    page.press("section[data-list] button[data-action=reset]")?;
    let seen = page.sees("all", |seen| seen.on_map() == 7)?;
    assert_eq!(seen.query, "");
    Ok(())
}
