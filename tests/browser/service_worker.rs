//! The service worker: its reach, new versions, a storage that refuses, a site that has moved.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

use crate::offline::{FILE, has_copy};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [a_new_version_is_offered_on_the_first_visit, a_refused_cache_leaves_the_page, other_apps_answers_are_not_kept, a_site_that_has_moved_lets_go],
};

/// A visitor whose page is answered by the service worker that comes of this text.
pub fn returning(session: &Session, worker: impl Fn(String) -> String) -> Result<(Host, Page)> {
    let host = session.host()?;
    let text = std::fs::read_to_string(session.dist().join("sw.js"))?;
    host.answer("sw.js", Answer::script(&worker(text)));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    ensure!(page.kept()?, "the page is cached");
    Ok((host, page))
}

pub const OFFER: &str = "return document.querySelector('[data-action=reload]') !== null";

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

/// Storage that refuses the worker everything, or only what is new: the page opens, and shows the host's file.
fn a_refused_cache_leaves_the_page(session: &Session) -> Result<()> {
    const REFUSE: &str = "() => Promise.reject(new DOMException('full', 'QuotaExceededError'))";
    for refused in ["caches.open = caches.match", "Cache.prototype.put"] {
        let refusing = format!(
            "self.addEventListener('message', ({{ data }}) => {{ if (data === 'refuse') {refused} = {REFUSE}; }});\n"
        );
        let (host, page) = returning(session, |text| format!("{refusing}{text}"))?;
        has_copy(&page, &host.url(FILE))?;
        page.ask::<Value>(
            "navigator.serviceWorker.controller.postMessage('refuse'); return null",
            json!([]),
        )?;
        let seen = page.visit(&host.url("?country=FR"))?;
        ensure!(seen.matched == Some(10), "{refused}: {}", seen.in_short());
        host.answer(FILE, &json!([{ "title": "Rally", "start": "2031-05-03" }]));
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(1), "{refused}: {}", seen.in_short());
        assert_eq!(
            page.count("[data-stale]")?,
            0,
            "{refused}: it is the host's file"
        );
    }
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

/// To another host, to another folder, and to one in its own.
fn a_site_that_has_moved_lets_go(session: &Session) -> Result<()> {
    let elsewhere = session.host()?;
    for (is_other_host, folder) in [
        (true, "/another/folder/"),
        (false, "/another/folder/"),
        (false, "/some/folder/new/"),
    ] {
        let (host, page) = returning(session, |text| text)?;
        let new = match is_other_host {
            true => &elsewhere,
            false => &host,
        };
        new.mount(folder, session.dist());
        let new = new.url(folder);
        host.answer("", Answer::moved(&new));
        page.visit(&host.url(""))?;
        page.wait_for("the offer", OFFER)?;
        page.press("[data-action=reload]")?;
        page.sees("the page at its new address", |seen| seen.state == "ready")?;
        wait::until("the new address", || {
            let address: String = page.ask("return location.href", json!([]))?;
            Ok(match address.starts_with(&new) {
                true => Ok(()),
                false => Err(address),
            })
        })?;
        host.answer("left.html", Answer::html("<p>"));
        page.open(&host.url("left.html"))?;
        wait::until("no copies at the old address", || {
            let names = page.browser().run_async(
                "caches.keys().then((names) => arguments[0](names.filter((name) => name.includes(' /some/folder/ shell'))))",
                json!([]),
            )?;
            Ok(match names == json!([]) {
                true => Ok(()),
                false => Err(names),
            })
        })?;
    }
    Ok(())
}
