//! List and map are linked: pointing at an event in one highlights it in the other.

use anyhow::Result;
use browser_tests::browser::LAPTOP;
use browser_tests::host::Host;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Pointer: [a_marker_pointed_at_marks_its_card],
    Logic: [a_card_pointed_at_marks_its_marker, markers_are_reached_from_north_to_south],
};

fn host(session: &Session) -> Result<Host> {
    let host = session.host()?;
    let event = |id: &str, lat: f64, lon: f64| json!({ "id": id, "title": id, "start": "2031-05-03", "lat": lat, "lon": lon });
    host.answer(
        "events.json",
        &json!([
            event("alone", 60.0, 30.0),
            event("near", 40.0, 30.0),
            event("nearer", 40.01, 30.01),
            event("west", 50.0, 0.0),
            event("south", 30.0, 0.0),
        ]),
    );
    Ok(host)
}

fn only(page: &Page, what: &str, selector: &str) -> Result<()> {
    page.wait_for(
        what,
        &format!(
            "const kind = '{selector}'.includes('card') ? '.card.pointed' : '.marker.pointed';
             const marked = document.querySelectorAll(kind);
             return marked.length === 1 && marked[0].matches('{selector}')"
        ),
    )
}

fn a_card_pointed_at_marks_its_marker(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.point_at("article[data-event=alone]")?;
    only(&page, "its marker", ".marker[data-event=alone]")?;
    page.point_at("article[data-event=near]")?;
    only(&page, "the marker it is in", ".marker[data-cluster=\"2\"]")?;
    page.point_at("h1")?;
    page.wait_for(
        "no marker",
        "return document.querySelector('.marker.pointed') === null",
    )?;
    page.tab_to("article[data-event=west] a", 30)?;
    only(&page, "its marker by keys", ".marker[data-event=west]")?;
    Ok(())
}

fn a_marker_pointed_at_marks_its_card(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.point_at(".marker[data-event=alone]")?;
    only(&page, "its card", ".card[data-event=alone]")?;
    page.point_at(".marker[data-cluster]")?;
    page.wait_for(
        "the cards of all it stands for",
        "const marked = [...document.querySelectorAll('.card.pointed')].map(card => card.dataset.event);
         return marked.sort().join() === 'near,nearer'",
    )?;
    page.point_at("h1")?;
    page.wait_for(
        "no card",
        "return document.querySelector('.card.pointed') === null",
    )?;
    page.tab_to(".marker[data-event=south]", 40)?;
    only(&page, "its card by keys", ".card[data-event=south]")?;
    let scrolled: f64 = page.ask("return scrollY", json!([]))?;
    assert_eq!(scrolled, 0.0, "the list is left where it is");
    Ok(())
}

fn markers_are_reached_from_north_to_south(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?map=4/45/-20"))?;
    page.sees("the west", |seen| seen.markers == ["south", "west"])?;
    // What is in view later is not reached later for that.
    page.drag(".map-canvas", 0.8, 0.3)?;
    page.sees("everything", |seen| seen.on_map() == 5)?;
    let order: Vec<String> = page.ask(
        "return [...document.querySelectorAll('.marker')].map(marker => marker.dataset.event ?? marker.dataset.cluster)",
        json!([]),
    )?;
    assert_eq!(order, ["alone", "west", "2", "south"]);
    Ok(())
}
