//! A visitor opens an event, reads its details, and returns to the same place in the list.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Scrolling: [opened_from_the_list_and_closed_with_escape],
    Intl: [everything_known_is_shown],
    Logic: [closed_with_its_button_on_a_phone, a_cancelled_event_is_marked, when_and_where_come_before_what_can_be_done, what_is_over_is_not_first_offered_to_a_calendar, unknown_details_are_stated],
};

/// An event of the example.
pub const ONE: &str = "washington-2023-11-04";

/// Where the focus is.
fn focus(page: &Page) -> Result<String> {
    page.ask(
        "return document.activeElement.closest('[data-event], [data-open-event]')?.dataset.event
            ?? document.activeElement.closest('[data-open-event]')?.dataset.openEvent
            ?? document.activeElement.tagName",
        json!([]),
    )
}

fn opened_from_the_list_and_closed_with_escape(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.open_from_list(ONE)?;
    page.sees("its link", |seen| seen.query == format!("event={ONE}"))?;
    let text = page.text("aside[data-open-event]")?;
    for part in ["Washington", "2023", "11:00"] {
        ensure!(text.contains(part), "“{part}” in: {text}");
    }
    page.wait_for(
        "the focus in the panel",
        "return document.activeElement.closest('[data-open-event]') !== null",
    )?;
    page.key(Key::Escape)?;
    page.sees("the list again", |seen| {
        seen.opened.is_none() && seen.query.is_empty()
    })?;
    assert_eq!(focus(&page)?, ONE, "the focus is back on its row");
    Ok(())
}

/// The sheet on a phone has a way back of its own.
fn closed_with_its_button_on_a_phone(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(""))?;
    page.open_from_list("paris-2023-11-04")?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.sees("the list", |seen| seen.opened.is_none())?;
    let in_view: bool = page.ask(
        "const box = document.querySelector('article[data-event=\"paris-2023-11-04\"]').getBoundingClientRect();
         return box.top < innerHeight && box.bottom > 0",
        json!([]),
    )?;
    ensure!(in_view, "its row is still in view");
    Ok(())
}

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

fn what_is_over_is_not_first_offered_to_a_calendar(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |id: &str, start: &str| json!({ "id": id, "title": id, "start": start, "timezone": "Etc/UTC" });
    host.answer(
        "events.json",
        &json!([
            event("over", "2031-05-02T14:00"),
            event("ahead", "2031-05-04T14:00")
        ]),
    );
    for visitor in [PHONE, LAPTOP] {
        let page = session.visitor(visitor)?;
        for (id, expected) in [
            ("over", ["share", "download-ics"]),
            ("ahead", ["download-ics", "share"]),
        ] {
            page.visit(&host.url(&format!("?event={id}&now=2031-05-03T12:00:00Z")))?;
            page.sees("it opened", |seen| seen.opened.as_deref() == Some(id))?;
            let (actions, main): (Vec<String>, usize) = page.ask(
                "const actions = [...document.querySelectorAll('aside .actions [data-action]')];
                 return [actions.map(button => button.dataset.action), actions.filter(button => button.classList.contains('main')).length]",
                json!([]),
            )?;
            assert_eq!(actions, expected, "{id}");
            assert_eq!(main, usize::from(id == "ahead"), "{id}");
        }
    }
    Ok(())
}

fn when_and_where_come_before_what_can_be_done(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |id: &str, fields: Value| {
        let mut event = json!({ "id": id, "title": format!("Event {id}"), "start": "2031-05-10T14:00",
            "timezone": "Etc/UTC", "city": "Lyon", "country": "FR", "lat": 45.76, "lon": 4.83 });
        for (key, value) in fields.as_object().into_iter().flatten() {
            event[key] = value.clone();
        }
        event
    };
    host.answer("events.json", &json!({
        "calendar": { "contact": { "email": "post@example.org" } },
        "events": [
            event("a", json!({ "series": "Weekly vigil", "campaign": "Day & night" })),
            event("b", json!({ "series": "Weekly vigil", "start": "2031-05-17T14:00" })),
            event("off", json!({ "status": "cancelled" })),
            event("on", json!({ "start": "2031-05-03T10:00", "end": "2031-05-03T16:00", "campaign": "Day & night" })),
        ]
    }));
    let page = session.visitor(PHONE)?;
    let now = "now=2031-05-03T12:00:00Z";
    page.visit(&host.url(&format!("?event=a&{now}")))?;
    let order: Vec<f64> = page.ask(
        "return ['h2', '.standing', '.fact.when', '.fact.where', '[data-action=download-ics]', '.directions', '.series-dates', '.beside', '.correction']
            .map(part => document.querySelector(`aside[data-open-event] ${part}`).getBoundingClientRect().top)",
        json!([]),
    )?;
    ensure!(order[..4].is_sorted() && order[3] < 740.0, "{order:?}");
    ensure!(order[4] > order[3], "{order:?}");
    ensure!(order[5..].is_sorted(), "{order:?}");
    // Within reach, however long the event's page is.
    let reached: bool = page.ask(
        "const box = document.querySelector('aside [data-action=download-ics]').getBoundingClientRect();
         return box.bottom <= innerHeight && document.querySelector('aside [data-action=download-ics]').classList.contains('main')",
        json!([]),
    )?;
    ensure!(reached, "the buttons are in sight");
    assert_eq!(page.text("aside .standing")?, "in 7 days");
    // Words of some languages are longer: the row stays one, on the screen and within its width.
    for language in ["de", "id", "ur"] {
        page.visit(&host.url(&format!("?event=a&{now}&lang={language}")))?;
        page.wait_for("the language", &format!("return document.documentElement.lang === '{language}' && document.querySelector('aside .actions') !== null"))?;
        let row: Vec<f64> = page.ask(
            "const bar = document.querySelector('aside .actions');
             const tops = [...bar.querySelectorAll('button')].map(button => button.offsetTop);
             return [innerHeight - bar.getBoundingClientRect().bottom, tops[1] - tops[0], bar.scrollWidth - bar.clientWidth]",
            json!([]),
        )?;
        ensure!(
            row[0] > -1.0 && row[1..].iter().all(|pixels| pixels.abs() < 1.0),
            "{language}: {row:?}"
        );
    }
    page.visit(&host.url(&format!("?event=a&{now}")))?;
    page.wait_for(
        "the related events",
        "return document.documentElement.lang === 'en' && document.querySelector('aside .related article') !== null",
    )?;
    let related: Vec<String> = page.ask(
        "return [...document.querySelectorAll('aside .related article')].map(card => card.dataset.event)",
        json!([]),
    )?;
    assert_eq!(related, ["b", "off"]);
    let mail: String = page.ask(
        "return document.querySelector('aside .correction a').href",
        json!([]),
    )?;
    ensure!(
        mail.starts_with("mailto:post@example.org?subject=")
            && mail.contains("%0Aa%0AEvent%20a%0A"),
        "{mail}"
    );
    page.press("aside .series-dates a")?;
    page.sees("the other date", |seen| seen.opened.as_deref() == Some("b"))?;
    page.visit(&host.url(&format!("?event=off&{now}")))?;
    let buttons: Vec<String> = page.ask(
        "return [...document.querySelectorAll('aside .actions button')].map(button => button.dataset.action)",
        json!([]),
    )?;
    assert_eq!(buttons, ["share", "download-ics"]);
    assert_eq!(page.count("aside .standing, aside button.main")?, 0);
    page.visit(&host.url(&format!("?event=on&{now}")))?;
    assert_eq!(
        page.text("aside .standing")?.replace('\u{202f}', " "),
        "Under way since 10:00 AM"
    );
    page.press("aside .fact.campaign a")?;
    let seen = page.sees("the campaign's events", |seen| seen.opened.is_none())?;
    ensure!(
        seen.matched == Some(2) && seen.query.contains("campaign=Day+%26+night"),
        "{}",
        seen.in_short()
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
