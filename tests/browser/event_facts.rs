//! What is known of an event is shown, and what is not known is said, not made up.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::page::Key;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Intl: [everything_known_is_shown],
    Logic: [a_cancelled_event_is_marked, unknown_details_are_stated],
};

/// Every field of section “event file” that a visitor can use is in the panel.
fn everything_known_is_shown(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &json!({ "format": "marchmap/1", "events": [{
        "id": "full", "title": "March for Something", "kind": ["march", "rally"],
        "start": "2031-05-03T14:00", "end": "2031-05-03T17:30", "timezone": "Asia/Tokyo",
        "place": "Big Square", "address": "1 Long Street", "city": "Tokyo", "region": "Kanto", "country": "JP",
        "lat": 35.68, "lon": 139.76, "precision": "street",
        "organizers": ["Friends of Something", "Others"], "campaign": "Day of Something", "tags": ["climate"],
        "url": "https://example.org/event", "source": "https://example.net/report",
        "links": [{ "label": "Poster", "url": "https://example.com/poster" }],
        "description": "First paragraph.\n\nSecond paragraph.",
        "accessibility": "Step-free from the east", "attendance": { "low": 200, "high": 500 },
        "online": "https://stream.example.org/", "verified": "2031-05-01"
    }] }));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?event=full"))?;
    let text = page.text("aside[data-open-event=full]")?;
    for part in [
        "March for Something",
        "Big Square",
        "1 Long Street",
        "Tokyo",
        "Kanto",
        "Japan",
        "Friends of Something",
        "Others",
        "Day of Something",
        "Poster",
        "First paragraph.",
        "Second paragraph.",
        "Step-free from the east",
        "200",
        "500",
        "example.net",
        "stream.example.org",
    ] {
        ensure!(text.contains(part), "“{part}” is not in: {text}");
    }
    // The venue's clock, in whichever way the language writes it.
    ensure!(
        text.contains("14:00") || text.contains("2:00"),
        "the time is not in: {text}"
    );
    let links: Vec<(String, String)> = page.ask(
        "return [...document.querySelectorAll('aside[data-open-event] a[href^=http]')]
            .map(link => [link.getAttribute('href'), link.rel])",
        json!([]),
    )?;
    for wanted in [
        "https://example.org/event",
        "https://example.net/report",
        "https://example.com/poster",
    ] {
        let link = links.iter().find(|(href, _)| href == wanted);
        ensure!(
            link.is_some_and(|(_, rel)| rel.contains("noopener") && rel.contains("noreferrer")),
            "{wanted}: {links:?}"
        );
    }
    Ok(())
}

/// Cancelled: labelled and struck through in the list, stated in the panel, distinct on the map.
fn a_cancelled_event_is_marked(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &json!([
        { "id": "off", "title": "Vigil", "start": "2031-05-03T18:00", "status": "cancelled", "lat": 48.0, "lon": 2.0 },
        { "id": "on", "title": "Rally", "start": "2031-05-03T19:00", "lat": 40.0, "lon": -3.0 }
    ]));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.sees("both on the map", |seen| seen.markers == ["off", "on"])?;
    ensure!(
        page.text("article[data-event=off]")?
            .to_lowercase()
            .contains("cancelled"),
        "labelled in the list"
    );
    ensure!(
        !page
            .text("article[data-event=on]")?
            .to_lowercase()
            .contains("cancelled"),
        "the other is not"
    );
    let struck: (String, String) = page.ask(
        "return ['off', 'on'].map(id => {
            const title = document.querySelector(`article[data-event=${id}] h3`);
            return [title, ...title.querySelectorAll('*')].map(at => getComputedStyle(at).textDecorationLine).join(' ')
        })",
        json!([]),
    )?;
    ensure!(
        struck.0.contains("line-through") && !struck.1.contains("line-through"),
        "struck through: {struck:?}"
    );
    let name: String = page.ask(
        "const marker = document.querySelector('[role=region] [data-event=off]');
         return marker.getAttribute('aria-label') || marker.title || marker.textContent",
        json!([]),
    )?;
    ensure!(
        name.to_lowercase().contains("cancelled"),
        "the marker is called “{name}”"
    );
    page.open_from_list("off")?;
    ensure!(
        page.text("aside[data-open-event]")?
            .to_lowercase()
            .contains("cancelled"),
        "said in the panel"
    );
    Ok(())
}

/// No time, no place, no zone: said, not made up; and nothing on the map.
fn unknown_details_are_stated(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &json!([
        { "id": "bare", "title": "Rally", "start": "2031-05-03" },
        { "id": "city", "title": "Rally", "start": "2031-05-03T12:00", "timezone": "Europe/Paris",
          "city": "Lyon", "country": "FR", "lat": 45.76, "lon": 4.83, "precision": "city" }
    ]));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    let seen = page.sees("one on the map, two in the list", |seen| {
        seen.markers == ["city"]
    })?;
    assert_eq!(seen.matched, Some(2));
    let rail = page.text("article[data-event=bare]")?;
    ensure!(
        !rail.contains("00:00") && !rail.contains("12:00"),
        "no time is made up: {rail}"
    );
    page.open_from_list("bare")?;
    let text = page.text("aside[data-open-event]")?.to_lowercase();
    ensure!(
        text.contains("time not announced") || text.contains("not announced"),
        "said in: {text}"
    );
    page.key(Key::Escape)?;
    page.sees("closed", |seen| seen.opened.is_none())?;
    page.open_from_list("city")?;
    let text = page.text("aside[data-open-event]")?.to_lowercase();
    ensure!(
        text.contains("city") && text.contains("lyon"),
        "the precision is said in: {text}"
    );
    Ok(())
}
