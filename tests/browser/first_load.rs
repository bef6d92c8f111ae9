//! The first seconds: a skeleton at once, every file requested once, and a link to the events without the app.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};
use browser_tests::browser::{Engine, PHONE};
use browser_tests::host::{Answer, Gate};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Network: [a_skeleton_is_shown_while_the_app_loads, every_file_is_requested_once_and_the_map_last, without_the_app_the_event_file_is_linked_in_the_visitors_language],
};

/// The path in the built site of its one file with this ending, in the app's folder.
pub fn built(session: &Session, ending: &str) -> Result<String> {
    for folder in std::fs::read_dir(session.dist())?.flatten() {
        let app = folder.file_name().to_string_lossy().into_owned();
        if !app.starts_with("app-") {
            continue;
        }
        let names = std::fs::read_dir(folder.path())?.flatten();
        let mut names = names.filter_map(|entry| entry.file_name().into_string().ok());
        if let Some(name) = names.find(|name| name.ends_with(ending)) {
            return Ok(format!("{app}/{name}"));
        }
    }
    bail!("no *{ending} in the built site")
}

fn a_skeleton_is_shown_while_the_app_loads(session: &Session) -> Result<()> {
    let host = session.host()?;
    let wasm = built(session, "_bg.wasm")?;
    let (gate, bytes) = (Gate::default(), std::fs::read(session.dist().join(&wasm))?);
    host.answer(&wasm, Answer::held("application/wasm", bytes, 1000, &gate));
    let page = session.visitor(PHONE)?;
    // Another list than that which may be in the page.
    page.open(&host.url("?theme=dark&sort=date"))?;
    page.wait_for(
        "the skeleton, in its style and theme",
        "const cards = document.querySelectorAll('.skeleton .card');
         return cards.length > 3 && cards[0].getBoundingClientRect().height > 30
             && getComputedStyle(document.body).backgroundColor === 'rgb(23, 22, 19)'",
    )?;
    ensure!(page.text("main")?.contains("Loading"), "it says so");
    gate.open();
    page.ready()?;
    Ok(())
}

fn every_file_is_requested_once_and_the_map_last(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    // An embed has no service worker, so every request is the page's own.
    page.visit(&host.url("?embed=1&view=map"))?;
    page.ready_with_map()?;
    let asked: Vec<String> = host
        .requests()
        .iter()
        .filter_map(|request| request.path().map(str::to_owned))
        .collect();
    let at = |ending: &str| asked.iter().position(|path| path.ends_with(ending));
    let (events, leaflet) = (at("events.json"), at("leaflet.js"));
    ensure!(
        events.is_some() && leaflet > events && leaflet > at("_bg.wasm"),
        "{asked:?}"
    );
    let mut once = BTreeSet::new();
    let mut twice: Vec<_> = asked.iter().filter(|path| !once.insert(*path)).collect();
    if session.engine == Engine::WebKit {
        // WebKitGTK does not join what the page fetches with what was asked for ahead of need.
        twice.retain(|path| !path.ends_with("events.json") && !path.ends_with("_bg.wasm"));
    }
    assert_eq!(twice, Vec::<&String>::new());
    Ok(())
}

/// No WebAssembly, no script, or one as hosts without an entry for `.js` send it.
fn without_the_app_the_event_file_is_linked_in_the_visitors_language(
    session: &Session,
) -> Result<()> {
    let (wasm, script) = (built(session, "_bg.wasm")?, built(session, "start.js")?);
    let text = std::fs::read(session.dist().join(&script))?;
    for (file, answer) in [
        (&wasm, Answer::status(404)),
        (&script, Answer::status(404)),
        (&script, Answer::of_type("text/plain", text)),
    ] {
        let host = session.host()?;
        host.answer(file, answer);
        let page = session.visitor(PHONE)?;
        page.open(&host.url("?lang=de"))?;
        page.sees("that it failed", |seen| seen.state == "failed")?;
        page.wait_for(
            "the reason in German",
            "return document.querySelector('#no-app').innerText.includes('kann den Kalender nicht anzeigen')",
        )?;
        let link: String =
            page.ask("return document.querySelector('#no-app a').href", json!([]))?;
        assert_eq!(link, host.url("events.json"));
        // The console has the cause.
        page.browser().page_errors()?;
    }
    Ok(())
}
