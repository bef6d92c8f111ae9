//! The first list of a generated site: readable before and without the app, which then takes its place.

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::host::{Answer, Gate};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::generated_site::{NOW, events, site};
use crate::layout_shifts::nothing_has_shifted;

pub mod what_is_over;

pub const TESTS: &[Test] = tests! {
    DevTools: [the_app_takes_the_place_of_the_first_list_without_a_shift],
    Layout: [the_first_list_looks_as_the_apps],
    Network: [
        the_first_list_is_read_without_scripts,
        the_first_list_is_read_without_webassembly,
        another_query_or_language_hides_the_first_list_before_it_is_painted,
        a_host_that_forbids_inline_code_gets_style_and_script_as_files,
    ],
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
