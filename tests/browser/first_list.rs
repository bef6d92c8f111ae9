//! The first list of a generated site: readable before and without the app, which then takes its place.

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::host::{Answer, Gate};
use browser_tests::page::{Page, Seen};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::first_load::built;
use crate::generated_site::{NOW, events, site};
use crate::keyboard_and_touch::nothing_has_shifted;
use crate::offline::has_copy;

pub const TESTS: &[Test] = tests! {
    DevTools: [the_app_takes_the_place_of_the_first_list_without_a_shift, room_is_left_for_what_ended_today],
    Layout: [the_first_list_looks_as_the_apps],
    Network: [
        the_first_list_is_read_without_scripts,
        the_first_list_is_read_without_webassembly,
        another_query_or_language_hides_the_first_list_before_it_is_painted,
        a_stale_site_shows_nothing_that_is_over,
        a_host_that_forbids_inline_code_gets_style_and_script_as_files,
    ],
    ServiceWorker: [offline_a_returning_visitor_has_the_list_of_today],
    Logic: [a_calendar_of_the_past_is_listed_at_once],
};

/// The ids of the cards that are displayed, before the app is there.
fn shown(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "return [...document.querySelectorAll('[data-first] article')].filter(card => card.checkVisibility()).map(card => card.dataset.event)",
        json!([]),
    )
}

fn whole(page: &Page) -> Result<()> {
    page.wait_for(
        "the whole document",
        "return document.readyState !== 'loading'",
    )
}

/// Left, top, width, height and text of the rails, titles, places and labels of the first cards, of the days' headings
/// and of the page's title.
fn cards(page: &Page) -> Result<Vec<(String, [f64; 4])>> {
    page.ask(
        "const parts = document.querySelectorAll('h1 > span, .day > h2, .day > h2 .count, .card, .card .rail, .card h3 a, .card .where, .card .labels');
         return [...parts].filter(part => part.checkVisibility()).slice(0, 60).map(part => {
             const { left, top, width, height } = part.getBoundingClientRect();
             // The visitor's own clock is the app's alone, and languages' spaces are the browser's.
             const copy = part.cloneNode(true);
             copy.querySelectorAll('.other-clock').forEach(clock => clock.remove());
             return [copy.textContent.trim().replaceAll('\\u202f', ' '), [left, top, width, height].map(Math.round)];
         })",
        json!([]),
    )
}

fn the_first_list_looks_as_the_apps(session: &Session) -> Result<()> {
    for visitor in [PHONE, LAPTOP] {
        let (site, gate) = site(session, &[])?;
        let page = session.visitor(visitor)?;
        page.open(&site.host.url(""))?;
        whole(&page)?;
        let first = cards(&page)?;
        ensure!(first.len() == 60, "{first:?}");
        gate.open();
        page.ready()?;
        page.wait_for(
            "the rest of the page",
            "return document.querySelector('.view-switch') !== null",
        )?;
        for (one, other) in first.iter().zip(cards(&page)?) {
            assert_eq!(*one, other, "at {} px", visitor.width);
        }
        ensure!(page.count("[data-first]")? == 0, "one list only");
    }
    Ok(())
}

fn the_app_takes_the_place_of_the_first_list_without_a_shift(session: &Session) -> Result<()> {
    let arabic = |visitor| Visitor {
        language: "ar",
        ..visitor
    };
    for (visitor, language) in [
        (PHONE, "en"),
        (LAPTOP, "en"),
        (arabic(PHONE), "ar"),
        (arabic(LAPTOP), "ar"),
    ] {
        let (site, gate) = site(session, &["--lang", language])?;
        let page = session.visitor(visitor)?;
        page.open(&site.host.url(""))?;
        whole(&page)?;
        assert_eq!(shown(&page)?.first().map(String::as_str), Some("camp"));
        gate.open();
        page.ready()?;
        if visitor.width == LAPTOP.width {
            page.ready_with_map()?;
        }
        nothing_has_shifted(&page).with_context(|| language.to_owned())?;
    }
    Ok(())
}

fn the_first_list_is_read_without_scripts(session: &Session) -> Result<()> {
    let (site, _gate) = site(session, &[])?;
    site.host
        .header("Content-Security-Policy", "script-src 'none'");
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url(""))?;
    whole(&page)?;
    let shown = shown(&page)?;
    ensure!(
        shown.len() == 40 && shown.contains(&"n7".to_owned()),
        "{shown:?}"
    );
    let text = page.text("main")?;
    ensure!(
        text.contains("Rally number 7") && !text.contains("Loading"),
        "{text}"
    );
    // Each leads to a page that needs no app.
    page.press("article[data-event=n0] a")?;
    page.wait_for(
        "the event's page",
        "return location.pathname.endsWith('/e/n0/')",
    )?;
    ensure!(page.text("h1")?.starts_with("Rally number 0"), "its title");
    page.browser().page_errors()?;
    Ok(())
}

fn the_first_list_is_read_without_webassembly(session: &Session) -> Result<()> {
    let site = session.generated()?;
    site.make(&events(), &["--now", NOW])?;
    // As browsers with WebAssembly turned off do, it is not compiled.
    site.host
        .header("Content-Security-Policy", "script-src 'self'");
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url(""))?;
    page.sees("that it failed", |seen| seen.state == "failed")?;
    let shown = shown(&page)?;
    ensure!(
        shown.contains(&"n7".to_owned()) && !shown.contains(&"over".to_owned()),
        "{shown:?}"
    );
    ensure!(page.text("#no-app")?.contains("WebAssembly"), "it says why");
    page.browser().page_errors()?;
    Ok(())
}

/// A host may send a policy of its own, which holds beside the page's.
fn a_host_that_forbids_inline_code_gets_style_and_script_as_files(session: &Session) -> Result<()> {
    let site = session.generated()?;
    site.make(&events(), &["--now", NOW])?;
    site.host.header(
        "Content-Security-Policy",
        "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
    );
    let page = session.visitor(PHONE)?;
    page.visit(&site.host.url(""))?;
    page.wait_for(
        "cards in their style",
        "return getComputedStyle(document.querySelector('.card')).display === 'grid'",
    )?;
    let looked: String = page.ask(
        "return document.documentElement.dataset.firstList",
        json!([]),
    )?;
    assert_eq!(looked, "looked-at");
    // What is refused is in the console, as expected.
    page.browser().page_errors()?;
    Ok(())
}

fn another_query_or_language_hides_the_first_list_before_it_is_painted(
    session: &Session,
) -> Result<()> {
    let (site, _app) = site(session, &[])?;
    let html = site.text("index.html")?;
    let middle = html.find("data-event=\"n5\"").context("n5")?;
    let page = session.visitor(PHONE)?;
    for (query, is_shown) in [
        ("", true),
        ("?theme=dark", true),
        ("?lang=en", true),
        ("?q=lyon", false),
        ("?country=FR&lang=en", false),
        ("?event=n3", false),
        ("?lang=ar", false),
    ] {
        let gate = Gate::default();
        let answer = Answer::held("text/html; charset=utf-8", html.clone(), middle, &gate);
        // The rest of the page is not there yet: what can be painted is as it should be. Drivers wait for pages to be
        // whole, and not for frames.
        site.host.answer("", answer);
        page.open(&site.host.url("robots.txt"))?;
        page.ask::<Value>(
            "const frame = document.createElement('iframe');
             frame.src = arguments[0];
             document.body.append(frame)",
            json!([site.host.url(query)]),
        )?;
        let find = "const card = frames[0].document.querySelector('[data-first] [data-event=n4]');";
        page.wait_for(
            "a part of the list",
            &format!("{find} return card !== null"),
        )?;
        let is_seen = format!("{find} return card.checkVisibility()");
        let early: bool = page.ask(&is_seen, json!([]))?;
        gate.open();
        page.wait_for(
            "the whole page",
            "return frames[0].document.readyState !== 'loading'",
        )?;
        let late: bool = page.ask(&is_seen, json!([]))?;
        assert_eq!((early, late), (is_shown, is_shown), "{query}");
    }
    Ok(())
}

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
