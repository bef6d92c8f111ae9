//! An event on the map: opened from its marker, shown on a strip of map, and in a marker of its own.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::page::Key;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use crate::open_an_event::ONE;
use crate::page_layout::host;
pub const TESTS: &[Test] = tests! {
    Layout: [a_phone_shows_where_an_event_is_on_a_strip_of_map],
    Logic: [opened_from_its_marker, a_cluster_splits_when_chosen, an_opened_event_has_a_marker_of_its_own, opening_an_event_leaves_the_map_in_the_link],
};

/// A click on the marker does the same as one on the list.
fn opened_from_its_marker(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?q=meridian"))?;
    page.sees("its marker", |seen| seen.markers == [ONE])?;
    page.press(&format!("[role=region] [data-event='{ONE}']"))?;
    let seen = page.sees("it opened", |seen| seen.opened.as_deref() == Some(ONE))?;
    assert_eq!(seen.markers, [ONE], "its marker stays");
    page.key(Key::Escape)?;
    page.sees("closed", |seen| {
        seen.opened.is_none() && seen.query == "q=meridian"
    })?;
    Ok(())
}

/// The marker with a count leads closer until single events can be chosen.
fn a_cluster_splits_when_chosen(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?country=FR"))?;
    let before = page.ready_with_map()?;
    ensure!(
        !before.clusters.is_empty() || before.markers.len() == 10,
        "France is on the map"
    );
    page.visit(&host.url("?country=CA"))?;
    let before = page.sees("clusters in Canada", |seen| !seen.clusters.is_empty())?;
    page.press("[role=region] [data-cluster]")?;
    page.sees("the map came closer", |seen| {
        seen.on_map() > 0 && (&seen.markers, &seen.clusters) != (&before.markers, &before.clusters)
    })?;
    Ok(())
}

/// In a view without a map, the event has a strip of map. Its height is fixed, so nothing moves; a press opens the map.
fn a_phone_shows_where_an_event_is_on_a_strip_of_map(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(&format!("?event={ONE}")))?;
    page.sees("it opened", |seen| seen.opened.as_deref() == Some(ONE))?;
    let height = "return document.querySelector('.map-strip').getBoundingClientRect().height";
    assert_eq!(page.ask::<f64>(height, json!([]))?, 144.0);
    page.wait_for(
        "land, a pin and names",
        "const strip = document.querySelector('.map-strip');
         return strip.querySelector('.map-land')?.getAttribute('d') && strip.querySelectorAll('.map-name').length > 0
             && strip.querySelectorAll('.marker[data-event]').length === 1",
    )?;
    assert_eq!(page.ask::<f64>(height, json!([]))?, 144.0);
    let (pin, strip): ([f64; 2], [f64; 4]) = page.ask(
        "const pin = document.querySelector('.map-strip .marker').getBoundingClientRect();
         const strip = document.querySelector('.map-strip').getBoundingClientRect();
         return [[pin.left + pin.width / 2, pin.bottom], [strip.left, strip.top, strip.right, strip.bottom]]",
        json!([]),
    )?;
    ensure!(
        (pin[0] - (strip[0] + strip[2]) / 2.0).abs() < 30.0
            && pin[1] > strip[1]
            && pin[1] < strip[3],
        "{pin:?} in {strip:?}"
    );
    let cut: Vec<String> = page.ask(
        "const strip = document.querySelector('.map-strip').getBoundingClientRect();
         return [...document.querySelectorAll('.map-strip .map-name')].filter(name => {
             const range = document.createRange();
             range.selectNodeContents(name);
             const box = range.getBoundingClientRect();
             return box.left < strip.left || box.right > strip.right || box.top < strip.top || box.bottom > strip.bottom;
         }).map(name => name.textContent)",
        json!([]),
    )?;
    ensure!(cut.is_empty(), "cut by the edge: {cut:?}");
    page.press("[data-action=show-on-map]")?;
    page.sees("the map, with the event", |seen| {
        seen.query == format!("view=map&event={ONE}") && seen.markers.contains(&ONE.to_owned())
    })?;
    assert_eq!(page.count(".map-strip")?, 0, "the map is there");
    page.back()?;
    page.sees("the event", |seen| {
        seen.query == format!("event={ONE}") && seen.opened.as_deref() == Some(ONE)
    })?;
    // Where the place is not known, or the map is not wanted, there is none.
    host.answer("events.json", &json!([{ "id": "nowhere", "title": "Vigil", "start": "2031-05-03T18:00" }, { "id": "here", "title": "March", "start": "2031-05-03T18:00", "lat": 48.0, "lon": 2.0 }]));
    for query in ["?event=nowhere", "?event=here&hide=map"] {
        page.visit(&host.url(query))?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        assert_eq!(page.count(".map-strip")?, 0, "{query}");
    }
    // A desk has the map beside it.
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?event=here"))?;
    page.ready_with_map()?;
    assert_eq!(page.count(".map-strip")?, 0);
    page.visit(&host.url("?event=here&view=list"))?;
    page.wait_for(
        "a strip where there is no map",
        "return document.querySelector('.map-strip .marker') !== null",
    )
}

fn an_opened_event_has_a_marker_of_its_own(session: &Session) -> Result<()> {
    let host = host(session)?;
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        for query in ["?view=map&event=a", "?view=map&event=a&map=3/47/10"] {
            page.visit(&host.url(query))?;
            let seen = page.sees("its marker beside the others'", |seen| {
                seen.markers.contains(&"a".to_owned()) && seen.clusters.contains(&2)
            })?;
            ensure!(
                !seen.markers.contains(&"b".to_owned()),
                "{:?}",
                seen.markers
            );
            let selected: Vec<String> = page.ask(
                "return [...document.querySelectorAll('.marker.selected')].map(marker => marker.dataset.event)",
                json!([]),
            )?;
            assert_eq!(selected, ["a"]);
        }
    }
    Ok(())
}

fn opening_an_event_leaves_the_map_in_the_link(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?map=4/47/10"))?;
    page.ready_with_map()?;
    page.open_from_list("a")?;
    page.sees("its marker", |seen| seen.markers.contains(&"a".to_owned()))?;
    let seen = page.seen()?;
    ensure!(seen.query.contains("map=4/47/10"), "{}", seen.query);
    // One that is elsewhere is looked at, and the link says where.
    page.visit(&host.url("?map=8/10/10"))?;
    page.ready()?;
    page.wait_for(
        "the map",
        "return document.querySelector('[data-action=world]') !== null",
    )?;
    page.open_from_list("d")?;
    page.sees("where it is, in the link", |seen| {
        seen.markers.contains(&"d".to_owned()) && seen.query.contains("map=9/")
    })?;
    Ok(())
}
