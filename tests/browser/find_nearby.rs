//! A visitor searches near a city or near their own position, which never leaves the page.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::Host;
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use super::narrow_the_results::type_at;

pub const TESTS: &[Test] = tests! {
    Pointer: [a_place_is_suggested_while_one_types, a_link_to_a_place_without_events_finds_it],
    Logic: [a_weekend_vigil_near_a_chosen_city, nearest_first_and_the_position_stays_in_the_page, a_refused_or_late_position_is_reported],
};

/// What takes place around Lyon, on the weekend and after it.
fn around_lyon() -> Value {
    let event = |id: &str, kind: &str, start: &str, city: &str, lat: f64, lon: f64| {
        json!({ "id": id, "title": format!("{kind} in {city}"), "kind": kind, "start": start,
            "city": city, "country": if city == "Geneva" { "CH" } else { "FR" }, "lat": lat, "lon": lon, "precision": "city" })
    };
    json!([
        event("paris", "vigil", "2023-11-04T18:00", "Paris", 48.857, 2.352),
        event("marseille", "vigil", "2023-11-05T18:00", "Marseille", 43.296, 5.37),
        event("geneva", "vigil", "2023-11-04T17:00", "Geneva", 46.204, 6.143),
        event("lyon-rally", "rally", "2023-11-04T15:00", "Lyon", 45.758, 4.835),
        event("lyon-monday", "vigil", "2023-11-06T18:00", "Lyon", 45.758, 4.835),
        { "id": "nowhere", "title": "Vigil without a position", "kind": "vigil", "start": "2023-11-04" }
    ])
}

/// The requests so far.
fn asked(host: &Host) -> usize {
    host.requests().len()
}

fn a_weekend_vigil_near_a_chosen_city(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &around_lyon());
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?now=2023-11-02T12:00:00Z"))?;
    page.choose("when", "weekend")?;
    page.choose("kind", "vigil")?;
    page.sees("the weekend's vigils, day by day", |seen| {
        seen.listed() == ["geneva", "paris", "nowhere", "marseille"]
    })?;
    page.open_sheet("near")?;
    type_at(&page, "input[name=near]", "lyon\u{e007}")?;
    page.sees("as far around Lyon as there is anything", |seen| {
        seen.listed() == ["geneva"] && seen.query.contains("within=250")
    })?;
    page.press("select[name=within] option[value='500']")?;
    page.press("input[name=sort]")?;
    let seen = page.sees("the nearest first, none without a position", |seen| {
        seen.listed() == ["geneva", "marseille", "paris"]
    })?;
    ensure!(
        seen.query.contains("near=Lyon,FR&within=500&sort=near") && !seen.query.contains("45."),
        "the place by its name, and no position, in {}",
        seen.query
    );
    let cards: Vec<(String, String)> = page.ask(
        "return [...document.querySelectorAll('article[data-event]')].map(card => [
            card.querySelector('.away')?.textContent ?? '', card.querySelector('time')?.dateTime ?? ''])",
        json!([]),
    )?;
    let days: Vec<&str> = cards.iter().map(|card| card.1.as_str()).collect();
    assert_eq!(days, ["2023-11-04", "2023-11-05", "2023-11-04"]);
    let away: Vec<Option<u32>> = cards
        .iter()
        .map(|(text, _)| {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            digits.parse().ok()
        })
        .collect();
    // In kilometres or miles, whatever the browser's region measures in.
    ensure!(
        away[0] > Some(60) && away[0] < away[1] && away[1] < away[2] && away[2] < Some(400),
        "{cards:?}"
    );
    let places: Vec<(String, String)> = page.ask(
        "return [...document.querySelectorAll('[data-list] li')].map(row => [row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')])",
        json!([]),
    )?;
    assert_eq!(places.len(), 3);
    for (place, number) in places.iter().zip(1..) {
        assert_eq!(
            (place.0.as_str(), place.1.as_str()),
            (number.to_string().as_str(), "3")
        );
    }
    page.close_sheet()?;
    page.open_from_list("geneva")?;
    page.back()?;
    page.to_top()?;
    page.press(".chip:has([data-opens=near]) [data-action=remove]")?;
    page.sees("day by day again", |seen| {
        seen.listed() == ["geneva", "paris", "nowhere", "marseille"] && !seen.query.contains("near")
    })?;
    Ok(())
}

/// The suggestions that are shown, and which of them is marked for the keyboard.
fn suggested(page: &Page) -> Result<(Vec<String>, Option<String>)> {
    page.ask(
        "const input = document.querySelector('input[name=q]'), list = document.getElementById(input.getAttribute('aria-controls'));
         const texts = list && !list.hidden ? [...list.querySelectorAll('[role=option]')].map(option => option.firstElementChild.textContent) : [];
         const marked = document.getElementById(input.getAttribute('aria-activedescendant'));
         return [texts, marked && marked.getAttribute('aria-selected') === 'true' ? marked.dataset.near : null]",
        json!([]),
    )
}

fn a_place_is_suggested_while_one_types(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &around_lyon());
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?now=2023-11-02T12:00:00Z"))?;
    page.ready_with_map()?;
    page.search("lyo")?;
    page.wait_for(
        "a suggestion",
        "return document.querySelector('.search [role=option]') !== null && document.querySelector('input[name=q]').getAttribute('aria-expanded') === 'true'",
    )?;
    let (texts, marked) = suggested(&page)?;
    assert_eq!(texts, ["Near Lyon, 25 km: 2 events"]);
    assert_eq!(marked, None);
    // Escape takes the suggestions away and leaves the words, Arrow Down brings them back.
    page.key(Key::Escape)?;
    page.wait_for(
        "no suggestions",
        "return document.querySelector('.search .places').hidden",
    )?;
    assert_eq!(page.seen()?.query, "q=lyo&now=2023-11-02T12:00:00Z");
    page.key(Key::Down)?;
    assert_eq!(suggested(&page)?.1.as_deref(), Some("Lyon,FR"));
    page.key(Key::Enter)?;
    page.sees("what is near Lyon", |seen| {
        seen.listed() == ["lyon-rally", "lyon-monday"]
            && seen.query == "near=Lyon,FR&now=2023-11-02T12:00:00Z"
    })?;
    ensure!(
        page.count(".map-canvas path.map-ring")? == 1,
        "a ring on the map"
    );
    ensure!(
        page.count("article[data-event] .away")? == 2,
        "distances on the cards"
    );
    page.back()?;
    page.sees("the words again", |seen| seen.query.starts_with("q=lyo"))?;
    // By pointer as well.
    page.search("gene")?;
    page.wait_for(
        "a suggestion",
        "return document.querySelector('.search [data-near=\"Geneva,CH\"]') !== null",
    )?;
    page.press(".search [data-near='Geneva,CH']")?;
    page.sees("what is near Geneva", |seen| seen.listed() == ["geneva"])?;
    Ok(())
}

fn a_link_to_a_place_without_events_finds_it(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &around_lyon());
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?near=Grenoble&within=100&now=2023-11-02T12:00:00Z"))?;
    page.sees("what is around a city that comes with the page", |seen| {
        seen.listed() == ["lyon-rally", "lyon-monday"]
    })?;
    page.visit(&host.url("?near=Nowhere-at-all&now=2023-11-02T12:00:00Z"))?;
    page.sees("nothing", |seen| seen.matched == Some(0))?;
    page.open_sheet("near")?;
    ensure!(page.text(".near [role=status]")?.contains("Nowhere-at-all"));
    Ok(())
}

/// Stands in for the visitor's device, which answers what `answer` says and counts how often it is asked.
fn device(page: &Page, answer: &str) -> Result<()> {
    let script = format!(
        "window.asked = 0; window.cleared = 0;
         Object.defineProperty(navigator, 'geolocation', {{ configurable: true, value: {{
             watchPosition(found, failed) {{ window.asked += 1; setTimeout(() => {{ {answer} }}); return 7; }},
             clearWatch(id) {{ if (id === 7) window.cleared += 1; }}
         }} }})"
    );
    page.browser().run(&script, json!([])).map(drop)
}

fn nearest_first_and_the_position_stays_in_the_page(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    device(
        &page,
        "found({ coords: { latitude: 45.7511, longitude: 4.8522 } })",
    )?;
    // Until then the service worker asks for the page's files.
    page.kept()?;
    let before = asked(&host);
    page.press_in("near", "button[data-action=near]")?;
    page.sees("Lyon first, then Marseille", |seen| {
        seen.query == "sort=near"
            && seen
                .listed()
                .starts_with(&["lyon-2023-11-04", "marseille-2023-11-05"])
    })?;
    let kept: (usize, usize, String, usize) = page.ask(
        "return [window.asked, window.cleared, document.cookie, localStorage.length + sessionStorage.length]",
        json!([]),
    )?;
    assert_eq!(kept, (1, 1, String::new(), 0));
    assert_eq!(asked(&host), before, "no request");
    let text: String = page.ask("return document.documentElement.outerHTML", json!([]))?;
    ensure!(!text.contains("45.7511"), "the position is not in the page");
    // The link alone asks nobody for a position.
    page.visit(&host.url("?sort=near"))?;
    assert_eq!(page.seen()?.dates().first(), Some(&"2023-11-03"));
    page.open_sheet("near")?;
    ensure!(
        !page.text(".near [role=status]")?.is_empty(),
        "it says what it needs"
    );
    Ok(())
}

fn a_refused_or_late_position_is_reported(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    let mut said = Vec::new();
    for code in [1, 2, 3] {
        device(&page, &format!("failed({{ code: {code} }})"))?;
        page.press_in("near", "button[data-action=near]")?;
        page.wait_for("the answer", "return window.cleared === 1")?;
        page.wait_for(
            "nothing to cancel",
            "return !document.querySelector('[data-action=cancel-near]')",
        )?;
        said.push(page.text(".near [role=status]")?);
        assert_eq!(page.seen()?.dates().first(), Some(&"2023-11-03"));
    }
    said.dedup();
    ensure!(said.len() == 3, "each is told apart: {said:?}");
    // A device that never answers can be left alone.
    device(&page, "")?;
    page.press("button[data-action=near]")?;
    page.press("button[data-action=cancel-near]")?;
    page.wait_for("the question taken back", "return window.cleared === 1")?;
    Ok(())
}
