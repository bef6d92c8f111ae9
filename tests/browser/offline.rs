//! A visitor who has been here before has the calendar without a network.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [the_calendar_opens_offline, a_broken_answer_does_not_replace_the_cached_file, a_new_build_takes_over],
    Logic: [a_newer_file_is_offered],
};

/// A visitor whose browser has the page in its caches.
fn returning(session: &Session) -> Result<(Host, Page)> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    ensure!(page.kept()?, "the page is cached");
    Ok((host, page))
}

/// Whether the page says that what it shows is a copy.
const STALE: &str = "return document.querySelector('[data-stale]') !== null";

fn the_calendar_opens_offline(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let url = host.url("?country=US");
    drop(host);
    let seen = page.visit(&url)?;
    ensure!(seen.total == Some(115), "{}", seen.in_short());
    page.wait_for("a word about the copy's age", STALE)?;
    page.search("meridian")?;
    page.sees("one", |seen| seen.listed() == ["washington-2023-11-04"])?;
    page.open_from_list("washington-2023-11-04")?;
    page.sees("it on the map", |seen| seen.on_map() == 1)?;
    Ok(())
}

fn a_broken_answer_does_not_replace_the_cached_file(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    let whole = std::fs::read_to_string(session.dist().join("events.json"))?;
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let login = "<!doctype html><title>Sign in to the café's network</title>";
    for wrong in [
        Answer::html(login),
        Answer::cut(whole.as_bytes(), whole.len() / 2),
        Answer::json(half),
        Answer::status(503),
    ] {
        host.answer("events.json", wrong);
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(115), "{}", seen.in_short());
        page.wait_for("a word about the copy", STALE)?;
    }
    host.restore("events.json");
    page.visit(&host.url(""))?;
    let stale: bool = page.ask(STALE, json!([]))?;
    ensure!(!stale, "the file is there again");
    Ok(())
}

fn a_newer_file_is_offered(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?country=FR"))?;
    page.sees("France", |seen| seen.matched == Some(10))?;
    page.open_from_list("paris-2023-11-04")?;
    let text = std::fs::read_to_string(session.dist().join("events.json"))?;
    let mut file: Value = serde_json::from_str(&text)?;
    if let Some(events) = file["events"].as_array_mut() {
        let paris = events
            .iter_mut()
            .find(|event| event["id"] == "paris-2023-11-04");
        if let Some(paris) = paris {
            paris["status"] = "cancelled".into();
            paris["title"] = "Called off".into();
        }
        events.push(
            json!({ "id": "new", "title": "New", "start": "2023-11-05T10:00", "country": "FR" }),
        );
    }
    host.answer("events.json", &file);
    page.ask::<bool>(
        "return window.dispatchEvent(new Event('online'))",
        json!([]),
    )?;
    page.wait_for(
        "the offer",
        "return document.querySelector('[data-action=refresh]') !== null",
    )?;
    page.sees("nothing changed under the visitor's hand", |seen| {
        seen.matched == Some(10) && seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    page.press("[data-action=refresh]")?;
    page.sees("one more, and the same event", |seen| {
        seen.matched == Some(11)
            && seen.total == Some(116)
            && seen.query.contains("country=FR")
            && seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    page.wait_for(
        "the same event called off, in the panel and in the list",
        "return ['aside h2', '[data-list] article[data-event=paris-2023-11-04] h3'].every(
            place => document.querySelector(place)?.textContent.includes('Called off'))",
    )?;
    let offered: bool = page.ask(
        "return document.querySelector('[data-action=refresh]') !== null",
        json!([]),
    )?;
    ensure!(!offered, "it is taken");
    Ok(())
}

fn a_new_build_takes_over(session: &Session) -> Result<()> {
    let (host, page) = returning(session)?;
    const BUILD: &str = "return document.querySelector('meta[name=marchmap-build]').content";
    let old: String = page.ask(BUILD, json!([]))?;
    let read = |file| std::fs::read_to_string(session.dist().join(file));
    host.answer(
        "",
        Answer::html(&read("index.html")?.replace(&old, "another")),
    );
    let worker = read("sw.js")?.replace(&old, "another");
    host.answer("sw.js", Answer::script(&worker));
    // The cached build is shown at once; the new one is fetched for the next visit.
    page.visit(&host.url(""))?;
    browser_tests::wait::until("the new build to be kept, and at work", || {
        let names = page.browser().run_async(
            "const done = arguments[arguments.length - 1];
             navigator.serviceWorker.getRegistration().then(async worker =>
                 done(worker.installing || worker.waiting ? [] : await caches.keys()))",
            json!([]),
        )?;
        let names: Vec<String> = serde_json::from_value(names)?;
        let new = names.iter().any(|name| name.ends_with(" shell another"));
        Ok(if new { Ok(()) } else { Err(names.join(", ")) })
    })?;
    page.visit(&host.url(""))?;
    let build: String = page.ask(BUILD, json!([]))?;
    assert_eq!(build, "another");
    Ok(())
}
