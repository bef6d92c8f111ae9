//! The first list of a site that was made a while ago: what is over since then is not shown, and the app's list is today's.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::{Answer, Gate};
use browser_tests::page::Seen;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use super::{shown, whole};
use crate::first_load::built;
use crate::generated_site::{NOW, events, site};
use crate::layout_shifts::nothing_has_shifted;
use crate::offline::has_copy;

pub const TESTS: &[Test] = tests! {
    DevTools: [room_is_left_for_what_ended_today],
    Network: [a_stale_site_shows_nothing_that_is_over],
    ServiceWorker: [offline_a_returning_visitor_has_the_list_of_today],
    Logic: [a_calendar_of_the_past_is_listed_at_once],
};

fn a_stale_site_shows_nothing_that_is_over(session: &Session) -> Result<()> {
    let (site, gate) = site(session, &["--now", NOW])?;
    let html = site.text("index.html")?;
    ensure!(
        html.contains("data-event=\"over\"") && html.contains("data-event=\"camp\""),
        "they were to come"
    );
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url(""))?;
    whole(&page)?;
    let early = shown(&page)?;
    ensure!(!early.contains(&"over".to_owned()), "{early:?}");
    let days: Vec<String> = page.ask(
        "return [...document.querySelectorAll('[data-first] .day')].filter(day => day.checkVisibility()).map(day => day.dataset.day)",
        json!([]),
    )?;
    let today: String = page.ask("return new Date().toISOString()", json!([]))?;
    ensure!(days.iter().all(|day| *day >= today), "{days:?}");
    gate.open();
    let seen = page.ready()?;
    ensure!(!seen.listed().contains(&"over"), "{}", seen.in_short());
    Ok(())
}

fn a_calendar_of_the_past_is_listed_at_once(session: &Session) -> Result<()> {
    let site = session.generated()?;
    let event = |id: &str, day: u32| json!({ "id": id, "title": id, "start": format!("2023-11-{day:02}T14:00"), "city": "Lyon", "country": "FR" });
    site.make(&json!([event("b", 5), event("a", 4)]), &["--now", NOW])?;
    let file = built(session, "_bg.wasm")?;
    let code = std::fs::read(session.dist().join(&file))?;
    // Both at once, each in a browser that has never been there.
    let pages = [session.visitor(PHONE)?, session.visitor(LAPTOP)?];
    for page in &pages {
        let gate = Gate::default();
        let held = Answer::held("application/wasm", code.clone(), 1000, &gate);
        site.host.answer(&file, held);
        page.open(&site.host.url(""))?;
        whole(page)?;
        assert_eq!(shown(page)?, ["a", "b"]);
        gate.open();
        page.ready()?;
        nothing_has_shifted(page)?;
    }
    Ok(())
}

/// The page in the service worker's cache has a first list that may be old: the app's list is of the last event file.
fn offline_a_returning_visitor_has_the_list_of_today(session: &Session) -> Result<()> {
    let site = session.generated()?;
    site.make(&events(), &["--now", NOW])?;
    let page = session.visitor(PHONE)?;
    let url = site.host.url("");
    page.visit(&url)?;
    ensure!(page.kept()?, "the page is cached");
    has_copy(&page, &site.host.url("events.json"))?;
    // The cached page still lists this one on another day.
    let mut moved = events();
    moved["events"][2]["start"] = json!("2098-05-20T18:00");
    site.host.answer("events.json", &moved);
    let moved = |seen: &Seen| seen.dates().contains(&"2098-05-20");
    page.visit(&url)?;
    page.sees("the newer file", moved)?;
    drop(site);
    let seen = page.visit(&url)?;
    ensure!(moved(&seen), "{}", seen.in_short());
    ensure!(
        seen.listed().contains(&"camp") && !seen.listed().contains(&"over"),
        "{}",
        seen.in_short()
    );
    assert_eq!(page.count("[data-first]")?, 0, "one list only");
    page.wait_for(
        "a word about the copy's age",
        "return document.querySelector('[data-stale]') !== null",
    )?;
    page.open_from_list("n5")?;
    ensure!(page.text("aside")?.contains("Rally number 5"), "it opens");
    Ok(())
}

/// What the app folds above the list moves nothing either.
fn room_is_left_for_what_ended_today(session: &Session) -> Result<()> {
    let site = session.generated()?;
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url("robots.txt"))?;
    let (yesterday, today, zone): (String, String, String) = page.ask(
        "const date = days => {
             const day = new Date();
             day.setDate(day.getDate() + days);
             return day.toLocaleDateString('sv');
         };
         return [date(-1), date(0), new Intl.DateTimeFormat().resolvedOptions().timeZone]",
        json!([]),
    )?;
    let mut events = events();
    events["events"][0] = json!({ "id": "night", "title": "Night vigil", "start": format!("{yesterday}T20:00"),
        "end": format!("{today}T00:00:01"), "timezone": zone, "city": "Lyon", "country": "FR" });
    site.make(&events, &["--now", &format!("{yesterday}T00:00:00Z")])?;
    let (file, gate) = (built(session, "_bg.wasm")?, Gate::default());
    let code = std::fs::read(session.dist().join(&file))?;
    site.host
        .answer(&file, Answer::held("application/wasm", code, 1000, &gate));
    page.open(&site.host.url(""))?;
    whole(&page)?;
    let room = "return document.querySelector('.ended').getBoundingClientRect().height";
    assert_eq!(page.ask::<f64>(room, json!([]))?, 44.0);
    gate.open();
    page.ready()?;
    page.wait_for(
        "what ended",
        "return document.querySelector('.ended').textContent === '1 ended earlier today'",
    )?;
    assert_eq!(page.ask::<f64>(room, json!([]))?, 44.0);
    nothing_has_shifted(&page)
}
