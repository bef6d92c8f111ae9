//! Sizes and places as a person sees them: nothing wider than the screen, nothing cut off, nothing that moves under the finger.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Layout: [
        both_credits_of_a_map_with_streets_are_legible,
        date_fields_fit_the_narrowest_phone,
        events_are_on_the_first_screen_of_a_phone,
        a_sheet_leaves_the_list_where_it_is,
        text_at_twice_its_size_is_whole,
        in_large_letters_the_maps_sheet_begins_on_the_first_screen,
        a_day_of_the_month_stays_under_the_finger,
        the_map_stays_under_the_finger_that_makes_it_a_filter,
    ],
};

/// Left, top, width and height, in CSS pixels.
pub type Place = (f64, f64, f64, f64);

pub fn place(page: &Page, selector: &str) -> Result<Place> {
    page.ask(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();
         return [box.left, box.top, box.width, box.height]",
        json!([selector]),
    )
}

/// Three events in one city, two in another.
pub fn host(session: &Session) -> Result<Host> {
    let host = session.host()?;
    let event = |id: &str, lat: f64, lon: f64| json!({ "id": id, "title": "Rally", "start": "2031-05-03", "lat": lat, "lon": lon });
    host.answer(
        "events.json",
        &json!([
            event("a", 45.7578, 4.832),
            event("b", 45.7579, 4.833),
            event("c", 45.7577, 4.831),
            event("d", 60.0, 25.0),
            event("e", 60.0001, 25.0001),
        ]),
    );
    Ok(host)
}

fn both_credits_of_a_map_with_streets_are_legible(session: &Session) -> Result<()> {
    let host = session.host()?;
    let square = "<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'/>";
    host.answer("tile.svg", Answer::svg(square));
    let whose = "© The people who have drawn every street of the world, and those who show them";
    host.answer(
        "events.json",
        &json!({
            "calendar": { "tiles": { "url": "tile.svg?{z}/{x}/{y}", "attribution": whose } },
            "events": [{ "id": "a", "title": "Rally", "start": "2031-05-03", "lat": 45.7578, "lon": 4.832 }]
        }),
    );
    let page = session.visitor(PHONE)?;
    for (width, query) in [
        (360, "?view=map"),
        (360, "?view=map&lang=ar"),
        (360, "?embed=1&view=map"),
        (568, "?embed=1&view=map&hide=header,list,filters,footer"),
        (1280, ""),
    ] {
        page.browser().resize(width, 740)?;
        page.visit(&host.url(query))?;
        page.ready_with_map()?;
        page.press("[data-action=streets]")?;
        page.wait_for(
            "both credits",
            "return document.querySelector('.streets-credit') !== null",
        )?;
        let tiles = place(&page, ".streets-credit")?;
        let ours = place(&page, ".map-credit")?;
        let overlap = tiles.0 < ours.0 + ours.2
            && ours.0 < tiles.0 + tiles.2
            && tiles.1 < ours.1 + ours.3 - 0.5
            && ours.1 < tiles.1 + tiles.3 - 0.5;
        ensure!(!overlap, "{query} {width}: {tiles:?} {ours:?}");
        ensure!(tiles.1 <= ours.1, "the tiles' first: {tiles:?} {ours:?}");
        let hidden: Vec<String> = page.ask(
            "const map = document.querySelector('.world-map').getBoundingClientRect();
             const others = [...document.querySelectorAll('.map-controls, .streets-button, .map-area, .view-switch')];
             return ['.streets-credit', '.map-credit'].filter(name => {
                 const credit = document.querySelector(name), box = credit.getBoundingClientRect();
                 const out = box.left < map.left - 1 || box.right > map.right + 1 || box.top < map.top || box.bottom > map.bottom + 1;
                 const cut = credit.scrollWidth > credit.clientWidth || credit.scrollHeight > credit.clientHeight;
                 return out || cut || box.width === 0 || others.some(other => {
                     const over = other.getBoundingClientRect();
                     return box.left < over.right && over.left < box.right && box.top < over.bottom && over.top < box.bottom;
                 });
             })",
            json!([]),
        )?;
        ensure!(hidden.is_empty(), "{query} {width}: {hidden:?}");
    }
    Ok(())
}

fn events_are_on_the_first_screen_of_a_phone(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.browser().resize(360, 740)?;
    for query in ["", "?lang=ar", "?country=FR", "?now=2023-11-02T12:00:00Z"] {
        page.visit(&host.url(query))?;
        if query.contains("ar") {
            page.sees("Arabic", |seen| seen.dir == "rtl")?;
        }
        let cards: Vec<(f64, f64)> = page.ask(
            "return [...document.querySelectorAll('[data-list] article')].map(card => card.getBoundingClientRect()).map(box => [box.top, box.bottom])",
            json!([]),
        )?;
        let whole = cards.iter().filter(|card| card.1 <= 740.0).count();
        ensure!(
            cards[0].0 <= 190.0 && whole >= 4,
            "{query}: the first at {}, {whole} on the screen",
            cards[0].0
        );
    }
    Ok(())
}

fn a_sheet_leaves_the_list_where_it_is(session: &Session) -> Result<()> {
    let host = session.host()?;
    for visitor in [PHONE, LAPTOP] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?now=2023-11-02T12:00:00Z"))?;
        let (chips, list) = (place(&page, ".chips")?, place(&page, "[data-list]")?);
        for name in ["menu", "days", "near", "country", "kind", "more"] {
            page.open_sheet(name)?;
            let (left, top, wide, high) = place(&page, "dialog.sheet[open]")?;
            let (across, down): (f64, f64) =
                page.ask("return [innerWidth, innerHeight]", json!([]))?;
            ensure!(
                left >= 0.0
                    && top >= 0.0
                    && left + wide <= across + 1.0
                    && top + high <= down + 1.0,
                "{name} at {} px: {left} {top} {wide} {high}",
                visitor.width
            );
            let now = (place(&page, ".chips")?, place(&page, "[data-list]")?);
            assert_eq!((now.0, now.1.0, now.1.1), (chips, list.0, list.1), "{name}");
        }
        page.choose("country", "FR")?;
        page.sees("France", |seen| seen.query.contains("country=FR"))?;
        let now = place(&page, "[data-list]")?;
        assert_eq!((now.0, now.1), (list.0, list.1));
    }
    Ok(())
}

fn date_fields_fit_the_narrowest_phone(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(PHONE)?;
    for width in [320, 360] {
        page.browser().resize(width, 740)?;
        page.visit(&host.url("?from=2031-05-01&to=2031-05-31"))?;
        page.open_sheet("days")?;
        page.wait_for(
            "the date fields",
            "return document.querySelector('.dates input')?.checkVisibility() === true",
        )?;
        let (wide, within, out): (f64, f64, Vec<String>) = page.ask(
            "const root = document.documentElement;
             const out = [...document.querySelectorAll('dialog.sheet *')].filter(part => part.getBoundingClientRect().right > root.clientWidth);
             return [root.scrollWidth, root.clientWidth, out.map(part => part.outerHTML)]",
            json!([]),
        )?;
        ensure!(
            wide <= within && out.is_empty(),
            "{wide} of {within}: {out:?}"
        );
    }
    Ok(())
}

/// Words that are broken, controls whose text is cut, and a search field too short for words.
const BROKEN: &str = "
    const found = [], root = document.documentElement;
    const text = document.createTreeWalker(document.querySelector('.page-header h1'), NodeFilter.SHOW_TEXT);
    while (text.nextNode())
        for (const word of text.currentNode.data.matchAll(/\\S+/gu)) {
            const range = document.createRange();
            range.setStart(text.currentNode, word.index);
            range.setEnd(text.currentNode, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(`title: ${word[0]}`);
        }
    for (const part of document.querySelectorAll('.view-switch, .view-switch button, .page-header h1')) {
        if (!part.checkVisibility()) continue;
        const box = part.getBoundingClientRect();
        if (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1 || box.left < -1 || box.right > root.clientWidth + 1)
            found.push(`cut: ${part.className} ${part.textContent}`);
    }
    const search = document.querySelector('input[type=search]'), style = getComputedStyle(search);
    // Firefox leaves the padding of a field out of its clientWidth.
    const around = ['paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth'];
    const room = around.reduce((left, side) => left - parseFloat(style[side]), search.getBoundingClientRect().width);
    if (room < 5 * parseFloat(style.fontSize)) found.push(`search: ${room}`);
    if (root.scrollWidth > root.clientWidth) found.push(`page: ${root.scrollWidth}`);
    return found";

fn text_at_twice_its_size_is_whole(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!({
            "calendar": { "title": "Demonstrations and marches" },
            "events": [{ "id": "a", "title": "Rally", "start": "2031-05-03", "lat": 45.7578, "lon": 4.832 }]
        }),
    );
    let page = session.visitor(PHONE)?;
    for width in [320, 360] {
        page.browser().resize(width, 740)?;
        for language in ["en", "ar"] {
            page.visit(&host.url(&format!("?lang={language}")))?;
            page.sees("the language", |seen| seen.lang == language)?;
            for percent in [100, 150, 200] {
                let size =
                    format!("document.documentElement.style.fontSize = '{percent}%'; return 0");
                let _: i32 = page.ask(&size, json!([]))?;
                page.wait_for(
                    &format!("a page that is whole at {width} px, {percent} %, {language}"),
                    &format!("const broken = (() => {{ {BROKEN} }})(); return broken.length === 0 || broken.join()"),
                )?;
            }
        }
    }
    Ok(())
}

fn in_large_letters_the_maps_sheet_begins_on_the_first_screen(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?view=map"))?;
    page.ready_with_map()?;
    for percent in [100, 150, 200] {
        let size = format!("document.documentElement.style.fontSize = '{percent}%'; return 0");
        let _: i32 = page.ask(&size, json!([]))?;
        page.wait_for(
            &format!("the sheet's first line at {percent} %"),
            "const count = document.querySelector('.map-sheet-count').getBoundingClientRect();
             return count.height > 0 && count.bottom <= innerHeight || `${count.bottom} of ${innerHeight}`",
        )?;
    }
    Ok(())
}

fn a_day_of_the_month_stays_under_the_finger(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?view=month&when=all&now=2031-05-01"))?;
    let day = ".month td[aria-current=date], .month td[data-cell=\"10\"]";
    page.wait_for(
        "the month",
        "return document.querySelector('.month td[data-cell=\"10\"]') !== null",
    )?;
    let before = place(&page, day)?;
    page.press(day)?;
    page.sees("the day chosen", |seen| seen.query.contains("from="))?;
    assert_eq!(place(&page, day)?, before);
    page.press(day)?;
    page.sees("no day chosen", |seen| !seen.query.contains("from="))?;
    assert_eq!(place(&page, day)?, before);
    Ok(())
}

fn the_map_stays_under_the_finger_that_makes_it_a_filter(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?embed=1&view=map&map=3/47/10"))?;
    page.ready_with_map()?;
    let before = (place(&page, ".map-area")?, place(&page, ".map-canvas")?);
    page.press(".map-area input")?;
    page.sees("the area as a filter", |seen| seen.query.contains("area="))?;
    assert_eq!(
        (place(&page, ".map-area")?, place(&page, ".map-canvas")?),
        before
    );
    Ok(())
}
