//! The map on a phone: a sheet with the events in view, pins that say when and where, and searching what is in view.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::Host;
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Pointer: [the_sheet_has_three_stops, a_pin_first_says_when_and_where, the_area_in_view_is_searched_when_asked],
    Layout: [no_name_lies_under_a_marker],
    Logic: [the_sheet_counts_all_that_the_map_shows, a_map_without_matches_has_a_way_out, an_empty_part_of_the_map_leads_to_what_is_nearest],
};

/// Four cities of an event each, Lyon, Vienna and Prague near each other.
pub fn cities(session: &Session) -> Result<Host> {
    let host = session.host()?;
    let event = |id: &str, day: u32, lat: f64, lon: f64| json!({ "id": id, "title": format!("Rally in {id}"), "start": format!("2031-05-{day:02}T14:00"), "city": id, "lat": lat, "lon": lon });
    host.answer(
        "events.json",
        &json!([
            event("lyon", 3, 45.7578, 4.832),
            event("vienna", 4, 48.2082, 16.3738),
            event("prague", 2, 50.0755, 14.4378),
            event("sydney", 5, -33.87, 151.21),
        ]),
    );
    Ok(host)
}

fn cards(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "return [...document.querySelectorAll('.map-sheet article')].map(card => card.dataset.event)",
        json!([]),
    )
}

fn focus(page: &Page, selector: &str) -> Result<()> {
    page.wait_for(
        &format!("the focus on {selector}"),
        &format!(
            "document.querySelector({selector:?})?.focus(); return document.activeElement.matches({selector:?})"
        ),
    )
}

/// The stop that the sheet says it is at, once its edge rests there.
fn rests(page: &Page, stop: &str) -> Result<()> {
    page.wait_for(
        &format!("the sheet at “{stop}”"),
        &format!(
            "const sheet = document.querySelector('.map-sheet'), column = document.querySelector('.map-column').getBoundingClientRect();
             const share = (sheet.getBoundingClientRect().top - column.top) / column.height;
             const there = {{ peek: share > 0.5 && share < 0.9, half: Math.abs(share - 0.45) < 0.01, full: Math.abs(share) < 0.01 }};
             return sheet.dataset.stop === '{stop}' && there['{stop}']"
        ),
    )
}

/// Draws the sheet's handle to a share of the map's height.
fn draw(page: &Page, share: f64) -> Result<()> {
    let (x, from, to): (f64, f64, f64) = page.ask(
        "const handle = document.querySelector('.map-sheet-handle').getBoundingClientRect(), column = document.querySelector('.map-column').getBoundingClientRect();
         return [handle.left + handle.width / 2, handle.top + 8, column.top + column.height * arguments[0] + 4]",
        json!([share]),
    )?;
    let place = |y: f64| json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x.round() as i64, "y": y.round() as i64 });
    let mouse = json!({
        "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
        "actions": [
            place(from), { "type": "pointerDown", "button": 0 },
            place((from + to) / 2.0), place(to), { "type": "pointerUp", "button": 0 },
        ],
    });
    page.act(&[mouse])
}

fn the_sheet_has_three_stops(session: &Session) -> Result<()> {
    let host = cities(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?view=map&now=2031-05-01T12:00:00Z"))?;
    page.ready_with_map()?;
    rests(&page, "peek")?;
    // How many, and the next one.
    ensure!(page.text(".map-sheet-count")?.contains('4'));
    assert_eq!(cards(&page)?, ["prague"]);
    for (share, stop) in [(0.4, "half"), (0.05, "full"), (0.9, "peek")] {
        draw(&page, share)?;
        rests(&page, stop)?;
    }
    page.press(".map-sheet-handle")?;
    rests(&page, "half")?;
    assert_eq!(cards(&page)?, ["prague", "lyon", "vienna", "sydney"]);
    // By keyboard as well.
    for (key, stop) in [
        (Key::Up, "full"),
        (Key::Up, "full"),
        (Key::Down, "half"),
        (Key::Home, "peek"),
        (Key::End, "full"),
        (Key::Enter, "peek"),
    ] {
        focus(&page, ".map-sheet-handle")?;
        page.key(key)?;
        rests(&page, stop)?;
    }
    // Nothing of the credit is beneath it.
    let credit: bool = page.ask(
        "const box = selector => document.querySelector(selector).getBoundingClientRect();
         return box('.map-credit').bottom <= box('.map-sheet').top + 1",
        json!([]),
    )?;
    ensure!(credit, "the credit is above the sheet");
    Ok(())
}

fn a_pin_first_says_when_and_where(session: &Session) -> Result<()> {
    let host = cities(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?view=map&map=5/47/11&now=2031-05-01T12:00:00Z"))?;
    page.sees("its pin", |seen| seen.markers.contains(&"lyon".to_owned()))?;
    page.press(".marker[data-event=lyon]")?;
    page.wait_for(
        "its card",
        "return document.querySelector('.map-sheet li:first-child article')?.dataset.event === 'lyon'",
    )?;
    ensure!(page.seen()?.opened.is_none(), "nothing is opened yet");
    let text = page.text(".map-sheet li:first-child")?;
    ensure!(text.contains("2:00") && text.contains("lyon"), "{text}");
    ensure!(page.count(".marker.selected[data-event=lyon]")? == 1);
    page.press(".map-sheet li:first-child a")?;
    page.sees("the event", |seen| seen.opened.as_deref() == Some("lyon"))?;
    page.back()?;
    page.sees("the map", |seen| seen.opened.is_none())?;
    // By keyboard a pin opens its event at once.
    focus(&page, ".marker[data-event=prague]")?;
    page.key(Key::Enter)?;
    page.sees("the event", |seen| seen.opened.as_deref() == Some("prague"))?;
    Ok(())
}

fn the_area_in_view_is_searched_when_asked(session: &Session) -> Result<()> {
    let host = cities(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?view=map&map=4/48/10&now=2031-05-01T12:00:00Z"))?;
    page.ready_with_map()?;
    ensure!(
        page.count("[data-action=search-area]")? == 0,
        "not before the map was moved"
    );
    page.drag(".map-canvas", 0.4, 0.5)?;
    page.wait_for(
        "the button",
        "return document.querySelector('[data-action=search-area]') !== null",
    )?;
    let before = page.sees("where the map is, in the link", |seen| {
        !seen.query.contains("map=4/48/10")
    })?;
    page.press("[data-action=search-area]")?;
    let seen = page.sees("the area as a filter", |seen| seen.query.contains("area="))?;
    ensure!(seen.matched < before.matched, "{}", seen.in_short());
    ensure!(seen.matched > Some(0), "{}", seen.in_short());
    page.wait_for(
        "no button",
        "return document.querySelector('[data-action=search-area]') === null",
    )?;
    let map: String = page.ask(
        "return new URLSearchParams(location.search).get('map')",
        json!([]),
    )?;
    ensure!(
        before.query.contains(&format!("map={map}")),
        "the map has not moved: {map}, {}",
        before.query
    );
    // A further move asks again instead of searching by itself.
    page.drag(".map-canvas", 0.5, 0.4)?;
    page.wait_for(
        "the button",
        "return document.querySelector('[data-action=search-area]') !== null",
    )?;
    assert_eq!(page.seen()?.matched, seen.matched);
    Ok(())
}

fn a_map_without_matches_has_a_way_out(session: &Session) -> Result<()> {
    let host = cities(session)?;
    for visitor in [PHONE, LAPTOP] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?view=map&q=zzzz&now=2031-05-01T12:00:00Z"))?;
        page.wait_for(
            "the way out",
            "return document.querySelector('.map-empty [data-action=reset]') !== null",
        )?;
        page.press(".map-empty [data-action=reset]")?;
        page.sees("all events", |seen| {
            seen.matched == seen.total && !seen.markers.is_empty()
        })?;
        page.wait_for(
            "no such words",
            "return document.querySelector('.map-empty') === null",
        )?;
    }
    Ok(())
}

fn an_empty_part_of_the_map_leads_to_what_is_nearest(session: &Session) -> Result<()> {
    let host = cities(session)?;
    for visitor in [PHONE, LAPTOP] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?view=map&map=6/-20/130&now=2031-05-01T12:00:00Z"))?;
        page.wait_for(
            "the way out",
            "return document.querySelector('[data-action=go-to-nearest]')?.textContent.includes('sydney') ?? false",
        )?;
        page.press("[data-action=go-to-nearest]")?;
        page.sees("the nearest", |seen| seen.markers == ["sydney"])?;
        page.wait_for(
            "no such words",
            "return document.querySelector('.map-empty') === null",
        )?;
    }
    Ok(())
}

fn no_name_lies_under_a_marker(session: &Session) -> Result<()> {
    let host = session.host()?;
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?view=map"))?;
        page.ready_with_map()?;
        page.wait_for(
            "names",
            "return document.querySelectorAll('.map-name').length > 3",
        )?;
        let covered: Vec<String> = page.ask(
            "const box = element => element.getBoundingClientRect();
             const markers = [...document.querySelectorAll('.marker-shape')].map(box);
             return [...document.querySelectorAll('.map-name')].filter(name => {
                const { left, right, top, bottom } = box(name);
                return markers.some(marker => marker.left < right - 2 && marker.right > left + 2 && marker.top < bottom - 2 && marker.bottom > top + 2);
             }).map(name => name.textContent)",
            json!([]),
        )?;
        assert_eq!(covered, Vec::<String>::new());
        ensure!(page.count(".map-name")? > 3);
    }
    Ok(())
}

/// Also where the map is taller than the world: the part beneath the sheet is not in view, and nothing else is left out.
fn the_sheet_counts_all_that_the_map_shows(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?view=map"))?;
    page.sees("all of them", |seen| seen.on_map() == 115)?;
    page.wait_for(
        "the same number in the sheet",
        "const count = document.querySelector('.map-sheet-count').textContent;
         return count.startsWith('115 ') || count",
    )
}
