//! The list marks the event that is under way, the next one, and those that ended today.

use anyhow::{Result, ensure};
use browser_tests::browser::PHONE;
use browser_tests::host::Host;
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Keyboard: [what_ended_earlier_today_is_folded],
    Logic: [what_is_under_way_and_what_is_next_is_marked, todays_list_says_what_is_over, where_nothing_has_ended_nothing_is_folded],
};

/// A day in a park, by UTC.
fn park(session: &Session) -> Result<Host> {
    let host = session.host()?;
    let event = |id: &str, start: &str, end: &str| json!({ "id": id, "title": format!("Event {id}"), "start": start, "end": end, "timezone": "Etc/UTC", "city": "Lyon", "country": "FR" });
    host.answer(
        "events.json",
        &json!([
            event("early", "2031-05-03T08:00", "2031-05-03T09:00"),
            event("noon", "2031-05-03T11:00", "2031-05-03T12:30"),
            event("march", "2031-05-03T13:00", "2031-05-03T18:00"),
            event("vigil", "2031-05-03T19:00", "2031-05-03T20:00"),
            event("camp", "2031-05-01", "2031-05-15"),
            event("later", "2031-05-04T19:00", "2031-05-04T20:00"),
        ]),
    );
    Ok(host)
}

/// The ids of the cards above the list.
fn folded(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "return [...document.querySelectorAll('.ended article')].map(card => card.dataset.event)",
        json!([]),
    )
}

fn what_ended_earlier_today_is_folded(session: &Session) -> Result<()> {
    let host = park(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?now=2031-05-03T14:00:00Z"))?;
    let seen = page.sees("what is not over", |seen| seen.listed().len() > 3)?;
    ensure!(!seen.listed().contains(&"noon"), "{}", seen.in_short());
    page.wait_for(
        "what ended earlier",
        "return document.querySelector('.ended').innerText.trim() === '2 ended earlier today'",
    )?;
    assert_eq!(folded(&page)?, [""; 0]);
    // It is above today, and opens by key.
    page.wait_for(
        "the rest of the page",
        "return document.querySelector('.view-switch') !== null",
    )?;
    page.tab_to("[data-action=ended]", 12)?;
    page.key(Key::Enter)?;
    page.wait_for(
        "the cards",
        "return document.querySelectorAll('.ended article').length === 2
            && document.querySelector('[data-action=ended]').ariaExpanded === 'true'",
    )?;
    assert_eq!(folded(&page)?, ["early", "noon"]);
    page.tab_to(".ended article[data-event=early] a", 1)?;
    let above: bool = page.ask(
        "return document.querySelector('.ended').getBoundingClientRect().bottom
            < document.querySelector('[data-list] [data-day]').getBoundingClientRect().top + 1",
        json!([]),
    )?;
    ensure!(above, "before the list");
    // They are under the same filters.
    page.search("noon")?;
    page.wait_for(
        "one",
        "return document.querySelector('[data-action=ended]').textContent === '1 ended earlier today'",
    )?;
    assert_eq!(folded(&page)?, ["noon"]);
    page.press(".ended article[data-event=noon] a")?;
    page.sees("it opened", |seen| seen.opened.as_deref() == Some("noon"))?;
    ensure!(
        page.text("aside[data-open-event]")?.contains("Over"),
        "it says so"
    );
    Ok(())
}

fn where_nothing_has_ended_nothing_is_folded(session: &Session) -> Result<()> {
    let host = park(session)?;
    let page = session.visitor(PHONE)?;
    for query in [
        "?now=2031-05-03T07:00:00Z",
        "?now=2031-05-03T14:00:00Z&when=today",
        "?now=2031-05-03T14:00:00Z&when=all",
        "?now=2031-05-04T00:10:00Z",
    ] {
        page.visit(&host.url(query))?;
        assert_eq!(page.count(".ended")?, 0, "{query}");
    }
    Ok(())
}

fn what_is_under_way_and_what_is_next_is_marked(session: &Session) -> Result<()> {
    let host = park(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?now=2031-05-03T14:00:00Z"))?;
    let card = |id: &str| page.text(&format!("[data-day='2031-05-03'] article[data-event={id}]"));
    let march = card("march")?;
    ensure!(
        march.contains("Under way since 1:00") || march.contains("Under way since 13:00"),
        "{march}"
    );
    ensure!(card("vigil")?.contains("Next"), "{}", card("vigil")?);
    let camp = card("camp")?;
    ensure!(
        camp.contains("Continues until") && camp.contains("15"),
        "{camp}"
    );
    Ok(())
}

fn todays_list_says_what_is_over(session: &Session) -> Result<()> {
    let host = park(session)?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?now=2031-05-03T14:00:00Z&when=today"))?;
    let over: Vec<String> = page.ask(
        "return [...document.querySelectorAll('.standing.over')].map(mark => mark.closest('article').dataset.event)",
        json!([]),
    )?;
    assert_eq!(over, ["early", "noon"]);
    Ok(())
}
