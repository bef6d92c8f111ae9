//! The first seconds: something to read at once, everything asked for once, and a way out without the app.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};
use serde_json::json;
use stories::browser::{Engine, PHONE};
use stories::host::{Answer, Gate};
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    the_page_has_its_shape_before_the_app_is_there,
    every_file_is_asked_for_once_and_the_map_last,
    without_webassembly_the_event_file_can_be_read,
];

/// The path in the built site of its one file with this ending, in the app's folder.
pub fn built(stage: &Stage, ending: &str) -> Result<String> {
    for folder in std::fs::read_dir(stage.dist())?.flatten() {
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

fn the_page_has_its_shape_before_the_app_is_there(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let wasm = built(stage, "_bg.wasm")?;
    let (gate, bytes) = (Gate::default(), std::fs::read(stage.dist().join(&wasm))?);
    host.answer(&wasm, Answer::held("application/wasm", bytes, 1000, &gate));
    let page = stage.visitor(PHONE)?;
    page.open(&host.url("?theme=dark"))?;
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

fn every_file_is_asked_for_once_and_the_map_last(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let page = stage.visitor(PHONE)?;
    // An embedded page is not kept: what is asked for is asked for by the page.
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
    if stage.engine == Engine::WebKit {
        // WebKitGTK does not join what the page fetches with what was asked for ahead of need.
        twice.retain(|path| !path.ends_with("events.json") && !path.ends_with("_bg.wasm"));
    }
    assert_eq!(twice, Vec::<&String>::new());
    Ok(())
}

fn without_webassembly_the_event_file_can_be_read(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(&built(stage, "_bg.wasm")?, Answer::status(404));
    let page = stage.visitor(PHONE)?;
    page.open(&host.url(""))?;
    page.sees("that it failed", |seen| seen.state == "failed")?;
    ensure!(page.text("#no-app")?.contains("WebAssembly"), "it says why");
    let link: String = page.ask("return document.querySelector('#no-app a').href", json!([]))?;
    assert_eq!(link, host.url("events.json"));
    // The console tells the cause.
    page.browser().page_errors()?;
    Ok(())
}
