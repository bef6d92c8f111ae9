//! A newer version of the page is there whole or not at all, and a tab of the one before goes on with its own files.

use anyhow::{Context as _, Result, ensure};
use browser_tests::host::{Answer, FOLDER, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

use crate::first_load::built;
use crate::service_worker::{OFFER, returning};

pub const TESTS: &[Test] = tests! {
    Logic: [a_bad_download_stops_a_newer_version],
    ServiceWorker: [a_download_that_engines_judge_stops_a_newer_version],
    // The other engines' drivers lose a press that leaves the page in a second tab.
    DevTools: [tabs_of_two_versions_work],
};

/// The next version, and the folder of its files.
const NEXT: &str = "next";
const NEXT_FOLDER: &str = "app-0123456789abcdef";

/// The folder of this version's files.
fn folder(session: &Session) -> Result<String> {
    let script = built(session, "start.js")?;
    let (folder, _) = script.split_once('/').context("a folder")?;
    Ok(folder.to_owned())
}

fn version(page: &Page) -> Result<String> {
    page.ask(
        "return document.querySelector('meta[name=marchmap-build]')?.content ?? ''",
        json!([]),
    )
}

/// Publishes a version after `this`, as a host does that keeps no older files.
fn publish(session: &Session, host: &Host, this: &str, version: &str) -> Result<()> {
    let folder = folder(session)?;
    let next = |file: &str| -> Result<String> {
        let text = std::fs::read_to_string(session.dist().join(file))?;
        Ok(text.replace(this, version).replace(&folder, NEXT_FOLDER))
    };
    let files = session.dist().join(&folder);
    for file in std::fs::read_dir(&files)?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        host.answer(&format!("{folder}/{name}"), Answer::status(404));
    }
    host.mount(&format!("{FOLDER}{NEXT_FOLDER}/"), &files);
    host.answer("", Answer::html(&next("index.html")?));
    host.answer("sw.js", Answer::script(&next("sw.js")?));
    Ok(())
}

/// Has the browser look for a newer worker, and waits until that is active or refused.
fn update(page: &Page) -> Result<()> {
    let asked = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then(async registration => {
            await registration.update().catch(() => {});
            const worker = registration.installing ?? registration.waiting;
            const settled = () => ['activated', 'redundant'].includes(worker?.state ?? 'activated');
            if (settled()) return done(true);
            worker.addEventListener('statechange', () => settled() && done(true));
        })";
    page.browser().run_async(asked, json!([])).map(drop)
}

/// Takes the offer of the next version.
fn take(page: &Page) -> Result<()> {
    page.wait_for("the offer", OFFER)?;
    page.press("[data-action=reload]")?;
    wait::until("the next version", || {
        let version = version(page)?;
        Ok(if version == NEXT {
            Ok(())
        } else {
            Err(version)
        })
    })
}

/// What arrives in place of a file, and of which.
type Bad = (String, Answer);

const LAND: &str = "basemap/world.json";

/// What is the browser's to tell: that a hash is another, that a body is not whole, that it has been led elsewhere.
fn judged_by_engines(session: &Session) -> Result<Vec<Bad>> {
    let checked = format!("{NEXT_FOLDER}/later.css");
    let style = std::fs::read(session.dist().join(folder(session)?).join("later.css"))?;
    let half = Answer::of_type("text/css", &style[..style.len() / 2]);
    let cut = Answer::cut("{\"land\":[]}", 5).chunked();
    Ok(vec![
        (LAND.to_owned(), cut),
        (LAND.to_owned(), Answer::moved("../login.html")),
        (checked.clone(), half),
        (checked, Answer::moved("../login.html")),
    ])
}

/// What the worker tells by status, type and version: of a file that is checked against its hash, one that is not, and
/// the page.
fn judged_by_the_worker(session: &Session) -> Result<Vec<Bad>> {
    let login = || Answer::html("<title>Wi-Fi</title>");
    let checked = format!("{NEXT_FOLDER}/later.css");
    let before = std::fs::read_to_string(session.dist().join("index.html"))?;
    let part = Answer::json("{}")
        .with_status(206)
        .header("Content-Range", "bytes 0-1/9");
    let bad = [
        (LAND, login()),
        (LAND, Answer::status(404)),
        (LAND, Answer::status(429)),
        (LAND, Answer::status(503)),
        (LAND, Answer::json("").with_status(204)),
        (LAND, part),
        (checked.as_str(), login()),
        (checked.as_str(), Answer::status(404)),
        (checked.as_str(), Answer::of_type("text/css", "")),
        ("", login()),
        ("", Answer::status(503)),
        ("", Answer::html(&before)),
    ];
    Ok(bad.map(|(path, answer)| (path.to_owned(), answer)).to_vec())
}

/// None of these versions takes the place of the one that is there; the next one does.
fn none_of_these_is_a_version(session: &Session, bad: Vec<Bad>) -> Result<()> {
    let (host, page) = returning(session, |text| text)?;
    let this = version(&page)?;
    host.answer("login.html", Answer::html("<title>Wi-Fi</title>"));
    for (number, (path, answer)) in bad.into_iter().enumerate() {
        publish(session, &host, &this, &format!("bad-{number}"))?;
        host.answer(&path, answer);
        update(&page)?;
        let seen = page.visit(&host.url("?country=FR"))?;
        ensure!(seen.matched == Some(10), "{number}: {}", seen.in_short());
        update(&page)?;
        assert_eq!(version(&page)?, this, "{number}");
        assert_eq!(page.count("[data-action=reload]")?, 0, "{number}");
        host.restore(&path);
    }
    publish(session, &host, &this, NEXT)?;
    update(&page)?;
    take(&page)?;
    let seen = page.ready()?;
    ensure!(seen.matched == Some(10), "{}", seen.in_short());
    Ok(())
}

fn a_bad_download_stops_a_newer_version(session: &Session) -> Result<()> {
    none_of_these_is_a_version(session, judged_by_the_worker(session)?)
}

fn a_download_that_engines_judge_stops_a_newer_version(session: &Session) -> Result<()> {
    none_of_these_is_a_version(session, judged_by_engines(session)?)
}

fn tabs_of_two_versions_work(session: &Session) -> Result<()> {
    let (host, page) = returning(session, |text| text)?;
    let this = version(&page)?;
    let client = page.browser().client();
    let first = client.get("/window")?;
    let turn_to = |tab: &Value| client.post("/window", &json!({ "handle": tab }));
    // A version that could not be installed is none.
    publish(session, &host, &this, "half")?;
    host.answer("basemap/world.json", Answer::status(503));
    update(&page)?;
    host.restore("basemap/world.json");
    publish(session, &host, &this, NEXT)?;
    let second = client.post("/window/new", &json!({ "type": "tab" }))?["handle"].clone();
    turn_to(&second)?;
    page.visit(&host.url("?country=FR"))?;
    take(&page)?;
    page.ready_with_map()?;
    // The first tab goes on, though the host no longer has its files.
    turn_to(&first)?;
    page.search("meridian")?;
    page.sees("one", |seen| seen.listed() == ["washington-2023-11-04"])?;
    page.open_from_list("washington-2023-11-04")?;
    for file in ["marchmap_app_bg.wasm", "split_later.wasm", "later.css"] {
        let status = page.browser().run_async(
            "const [url, done] = arguments; fetch(url).then(({ status }) => done(status), () => done(0))",
            json!([format!("{}/{file}", folder(session)?)]),
        )?;
        assert_eq!(status, 200, "{file}");
    }
    assert_eq!(version(&page)?, this);
    take(&page)?;
    page.sees("the same event", |seen| {
        seen.opened.as_deref() == Some("washington-2023-11-04")
    })?;
    turn_to(&second)?;
    client.delete("/window")?;
    turn_to(&first)?;
    Ok(())
}
