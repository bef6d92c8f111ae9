//! The list does not wait for the rest of the page's code, and does without it.

use anyhow::{Result, ensure};
use serde_json::json;
use stories::browser::LAPTOP;
use stories::host::{Answer, Gate};
use stories::page::Page;
use stories::stage::{Stage, Story};
use stories::stories;

use crate::first::built;

pub const STORIES: &[Story] = stories![
    the_list_is_usable_while_the_rest_is_on_its_way,
    the_rest_can_be_fetched_again,
    the_rest_loads_from_a_host_that_does_not_know_webassembly,
    the_rest_loads_in_a_browser_that_does_not_stream_webassembly,
];

/// The file with what comes after the list.
fn later(stage: &Stage) -> Result<String> {
    built(stage, "split_later.wasm")
}

fn searched(page: &Page) -> Result<()> {
    let seen = page.ready()?;
    assert_eq!(seen.matched, Some(115));
    ensure!(!seen.listed().is_empty(), "{}", seen.in_short());
    page.search("meridian")?;
    page.sees("one", |seen| seen.listed() == ["washington-2023-11-04"])?;
    Ok(())
}

fn the_list_is_usable_while_the_rest_is_on_its_way(stage: &Stage) -> Result<()> {
    let file = later(stage)?;
    let host = stage.host()?;
    let gate = Gate::default();
    let code = std::fs::read(stage.dist().join(&file))?;
    host.answer(&file, Answer::held("application/wasm", code, 100, &gate));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    searched(&page)?;
    page.press("article[data-event='washington-2023-11-04'] a")?;
    ensure!(page.seen()?.on_map() == 0, "there is no map yet");
    gate.open();
    page.sees("what was opened meanwhile", |seen| {
        seen.opened.as_deref() == Some("washington-2023-11-04")
            && seen.markers == ["washington-2023-11-04"]
    })?;
    Ok(())
}

fn the_rest_can_be_fetched_again(stage: &Stage) -> Result<()> {
    let file = later(stage)?;
    let host = stage.host()?;
    host.answer(&file, Answer::status(404));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    searched(&page)?;
    page.wait_for(
        "a word about what is missing",
        "return document.querySelector('[data-action=fetch-parts]') !== null",
    )?;
    // The texts of what is missing are missing with it, and nobody sees their names instead.
    let keys: Vec<String> = page.ask(
        "return document.documentElement.outerHTML.match(/[^\\w.][a-z]+\\.[a-z]+_[a-z_]+[^\\w.]/g) ?? []",
        json!([]),
    )?;
    assert_eq!(keys, [""; 0]);
    host.mend(&file);
    page.press("[data-action=fetch-parts]")?;
    page.sees("the map", |seen| seen.on_map() == 1)?;
    Ok(())
}

/// Hosts without an entry for `.wasm` send one of these; the streaming form of WebAssembly refuses them all.
fn the_rest_loads_from_a_host_that_does_not_know_webassembly(stage: &Stage) -> Result<()> {
    for kind in ["application/octet-stream", "text/plain", ""] {
        let host = stage.host()?;
        for file in [built(stage, "_bg.wasm")?, later(stage)?] {
            let code = std::fs::read(stage.dist().join(&file))?;
            host.answer(&file, Answer::of_type(kind, code));
        }
        let page = stage.visitor(LAPTOP)?;
        page.open(&host.url(""))?;
        page.ready()?;
        page.sees(&format!("the map under the type “{kind}”"), |seen| {
            seen.on_map() == 115
        })?;
    }
    Ok(())
}

fn the_rest_loads_in_a_browser_that_does_not_stream_webassembly(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    let start = built(stage, "start.js")?;
    let script = std::fs::read_to_string(stage.dist().join(&start))?;
    let without = format!("delete WebAssembly.instantiateStreaming;\n{script}");
    host.answer(&start, Answer::script(&without));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    page.ready()?;
    page.sees("the map", |seen| seen.on_map() == 115)?;
    Ok(())
}
