//! What the map shows: the results, the opened event beside its panel, and no move against the visitor.

use anyhow::Result;
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::host::Host;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Layout: [an_opened_event_is_visible_above_its_sheet_on_a_phone, nothing_on_a_narrow_map_is_covered],
    Logic: [an_opened_event_is_visible_beside_its_panel, the_map_fits_new_results_but_not_while_it_is_dragged, events_in_one_place_are_spread_around_it, no_results_leave_the_map_position_in_the_link],
};

fn host(session: &Session) -> Result<Host> {
    let host = session.host()?;
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
fn opens_beside(session: &Session, visitor: Visitor, query: &str, id: &str) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(visitor)?;
    page.visit(&host.url(query))?;
    page.sees("its marker", |seen| seen.markers.contains(&id.to_owned()))?;
    let place: Vec<f64> = page.ask(PLACE, json!([id]))?;
    page.press(&format!(".marker[data-event={id}]"))?;
    if visitor == PHONE {
        page.press(&format!(".map-sheet li:first-child [data-event={id}] a"))?;
    }
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

fn an_opened_event_is_visible_beside_its_panel(session: &Session) -> Result<()> {
    opens_beside(session, LAPTOP, "?view=map&map=5/47/10", "west")
}

fn an_opened_event_is_visible_above_its_sheet_on_a_phone(session: &Session) -> Result<()> {
    opens_beside(session, PHONE, "?view=map&map=5/37/10", "south")
}

fn the_map_fits_new_results_but_not_while_it_is_dragged(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
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

fn events_in_one_place_are_spread_around_it(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
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

/// What is over something else or over the edge, of all that lies on the map or, on a phone, below it.
const IN_THE_WAY: &str = "
    const all = [...document.querySelectorAll('.map-area, .map-controls button, .streets-button, .map-credit, .map-sheet-handle, .view-switch')];
    const parts = all.filter(part => part.checkVisibility());
    const boxes = parts.map(part => [part.className + (part.dataset.action ?? ''), part.getBoundingClientRect()]);
    const map = document.querySelector('.map-column').getBoundingClientRect();
    return boxes.flatMap(([name, box], at) => {
        const out = box.left < map.left - 1 || box.right > map.right + 1 || box.top < map.top - 1 || box.bottom > map.bottom + 1;
        const over = boxes.slice(at + 1).filter(([, other]) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
        return [...(out ? [`${name} is out`] : []), ...over.map(([other]) => `${name} on ${other}`)];
    })";

fn nothing_on_a_narrow_map_is_covered(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!({
            "calendar": { "tiles": { "url": "tiles/{z}/{x}/{y}.png", "attribution": "" } },
            "events": [{ "id": "a", "title": "Rally", "start": "2031-05-03", "lat": 45.7, "lon": 4.8 }]
        }),
    );
    let page = session.visitor(PHONE)?;
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
fn no_results_leave_the_map_position_in_the_link(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
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
    page.sees("all", |seen| seen.on_map() == 7 && seen.query.is_empty())?;
    Ok(())
}
