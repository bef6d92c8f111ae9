//! The page works on any host: by any name, in any folder, at the root beside other apps, whatever it answers.

use anyhow::{Result, ensure};
use browser_tests::browser::{Engine, LAPTOP};
use browser_tests::host::Answer;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::offline::{FILE, has_copy};

pub const TESTS: &[Test] = tests! {
    Network: [a_host_may_have_any_name, letters_of_any_folder_reach_the_host],
    Logic: [a_folder_may_have_any_name],
    ServiceWorker: [a_host_may_know_files_only, at_the_root_other_apps_are_left_alone],
};

/// Opens the page there, with what comes in the second file: map and events.
fn opens(page: &Page, url: &str) -> Result<()> {
    let seen = page.visit(url)?;
    ensure!(seen.total == Some(115), "{url}: {}", seen.in_short());
    page.sees(url, |seen| seen.on_map() == 115)?;
    page.open_from_list("washington-2023-11-04")?;
    Ok(())
}

/// A policy cannot name each of them, and nothing can be fetched relative to an address with a password.
fn a_host_may_have_any_name(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let names: &[&str] = match session.engine {
        // Its settings send the others to the recorder of foreign requests.
        Engine::WebKit => &["editor:secret@127.0.0.1"],
        _ => &["[::1]", "localhost.", "editor:secret@127.0.0.1"],
    };
    for name in names {
        if let Some(url) = host.url_at(name, "?when=all") {
            opens(&page, &url)?;
            let base: String = page.ask("return document.baseURI", json!([]))?;
            ensure!(!base.contains("secret"), "{base}");
        }
    }
    Ok(())
}

/// Opens the page in a folder, written as browsers write it: spaces, `ü` and `?` encoded. Both visits work, the second
/// from the cache.
fn works_in(session: &Session, page: &Page, folder: &str) -> Result<()> {
    let host = session.host()?;
    host.mount(folder, session.dist());
    opens(page, &host.url(folder))?;
    ensure!(page.kept()?, "{folder}: the page is cached");
    let seen = page.visit(&host.url(&format!("{folder}?country=FR")))?;
    ensure!(seen.matched == Some(10), "{folder}: {}", seen.in_short());
    Ok(())
}

fn a_folder_may_have_any_name(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    for folder in ["/our%20map/", "/k%C3%BCste/%3F/", "/a'(b)!~$&+,;=:@/", "/"] {
        works_in(session, &page, folder)?;
    }
    Ok(())
}

/// All of those names at once: engines differ in which letters they encode, not in where a folder lies.
fn letters_of_any_folder_reach_the_host(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    works_in(session, &page, "/our%20map/k%C3%BCste/%3F/a'(b)!~$&+,;=:@/")
}

/// Such as object storage: `index.html` is there, its folder is not.
fn a_host_may_know_files_only(session: &Session) -> Result<()> {
    const PAGE: &str = "index.html?country=FR";
    let host = session.host()?;
    host.answer("", Answer::status(403));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(PAGE))?;
    ensure!(page.kept()?, "the page is cached");
    has_copy(&page, &host.url(FILE))?;
    let url = host.url(PAGE);
    drop(host);
    let seen = page.visit(&url)?;
    ensure!(seen.matched == Some(10), "{}", seen.in_short());
    Ok(())
}

/// The worker's scope is then the whole origin.
fn at_the_root_other_apps_are_left_alone(session: &Session) -> Result<()> {
    const API: [&str; 4] = [
        "/shop/orders.json",
        "/events.json",
        "/shop/events.json",
        "/shop/app-0123456789abcdef/start.js",
    ];
    let host = session.host()?;
    host.mount("/", session.dist());
    host.answer("/shop/", Answer::html("<!doctype html><title>Shop</title>"));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("/"))?;
    ensure!(page.kept()?, "the page is cached");
    let asked = |url: &str| {
        page.browser().run_async(
            "const [url, done] = arguments;
             fetch(url).then(async answer => done([answer.status, await answer.text()]), () => done(null))",
            json!([url]),
        )
    };
    for url in API {
        host.answer(url, Answer::json("[\"one user's\"]"));
        assert_eq!(asked(url)?, json!([200, "[\"one user's\"]"]), "{url}");
        host.answer(url, Answer::json("[]").with_status(401));
        assert_eq!(asked(url)?, json!([401, "[]"]), "{url}");
    }
    page.open(&host.url("/shop/"))?;
    let title: String = page.ask("return document.title", json!([]))?;
    assert_eq!(title, "Shop");
    // What the page's own cache has is the page's own.
    let cached: Value = page.browser().run_async(
        "const done = arguments[0];
         caches.keys().then(async names => done((await Promise.all(names.map(async name =>
             (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()
                 .filter(path => path.startsWith('/shop'))))",
        json!([]),
    )?;
    assert_eq!(cached, json!([]));
    Ok(())
}
