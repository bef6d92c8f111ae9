//! The service worker: its reach, new versions, a storage that refuses, a site that has moved.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [a_new_version_is_offered_on_the_first_visit, a_refused_cache_leaves_the_page, other_apps_answers_are_not_kept, a_site_that_has_moved_lets_go],
};

/// A visitor whose page is answered by the service worker that comes of this text.
fn returning(session: &Session, worker: impl Fn(String) -> String) -> Result<(Host, Page)> {
    let host = session.host()?;
    let text = std::fs::read_to_string(session.dist().join("sw.js"))?;
    host.answer("sw.js", Answer::script(&worker(text)));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    ensure!(page.kept()?, "the page is cached");
    Ok((host, page))
}

const OFFER: &str = "return document.querySelector('[data-action=reload]') !== null";

fn a_new_version_is_offered_on_the_first_visit(session: &Session) -> Result<()> {
    let (host, page) = returning(session, |text| text)?;
    const VERSION: &str = "return document.querySelector('meta[name=marchmap-build]').content";
    let old: String = page.ask(VERSION, json!([]))?;
    let read = |file| std::fs::read_to_string(session.dist().join(file));
    let another = |text: String| text.replace(&old, "another");
    host.answer("", Answer::html(&another(read("index.html")?)));
    host.answer("sw.js", Answer::script(&another(read("sw.js")?)));
    page.visit(&host.url("?country=FR"))?;
    page.wait_for("the offer", OFFER)?;
    page.press("[data-action=reload]")?;
    page.wait_for(
        "the new version",
        "return document.querySelector('meta[name=marchmap-build]')?.content === 'another'",
    )?;
    let seen = page.ready()?;
    ensure!(seen.query.contains("country=FR"), "{}", seen.query);
    let offered: bool = page.ask(OFFER, json!([]))?;
    ensure!(!offered, "it is taken");
    Ok(())
}

fn a_refused_cache_leaves_the_page(session: &Session) -> Result<()> {
    let refusing = "self.addEventListener('message', ({ data }) => {
        if (data === 'refuse') caches.open = caches.match = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    });\n";
    let (host, page) = returning(session, |text| format!("{refusing}{text}"))?;
    page.ask::<Value>(
        "navigator.serviceWorker.controller.postMessage('refuse'); return null",
        json!([]),
    )?;
    let seen = page.visit(&host.url("?country=FR"))?;
    ensure!(seen.matched == Some(10), "{}", seen.in_short());
    Ok(())
}

/// What another app on the same origin is answered is its own affair.
fn other_apps_answers_are_not_kept(session: &Session) -> Result<()> {
    const API: &str = "other/messages.json";
    let (host, page) = returning(session, |text| text)?;
    let status = || {
        page.browser().run_async(
            "const [url, done] = arguments; fetch(url).then(({ status }) => done(status), () => done(0))",
            json!([API]),
        )
    };
    host.answer(API, Answer::json("[]"));
    assert_eq!(status()?, 200);
    host.answer(API, Answer::status(401));
    assert_eq!(status()?, 401);
    Ok(())
}

fn a_site_that_has_moved_lets_go(session: &Session) -> Result<()> {
    let (host, page) = returning(session, |text| text)?;
    let new = session.host()?;
    host.answer("", Answer::moved(&new.url("")));
    page.visit(&host.url(""))?;
    page.wait_for("the offer", OFFER)?;
    page.press("[data-action=reload]")?;
    page.sees("the page at its new address", |seen| seen.state == "ready")?;
    wait::until("the new address", || {
        let origin: String = page.ask("return location.origin", json!([]))?;
        Ok(if origin == new.origin() {
            Ok(())
        } else {
            Err(origin)
        })
    })?;
    host.answer("left.html", Answer::html("<p>"));
    page.open(&host.url("left.html"))?;
    wait::until("no copies at the old address", || {
        let names = page.browser().run_async(
            "caches.keys().then((names) => arguments[0](names.filter((name) => name.includes('shell'))))",
            json!([]),
        )?;
        Ok(if names == json!([]) {
            Ok(())
        } else {
            Err(names)
        })
    })
}
