//! The list does not wait for the second WebAssembly file, and works without it.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Gate};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use crate::first_load::built;

pub const TESTS: &[Test] = tests! {
    Network: [lazy_parts_can_be_fetched_again, lazy_parts_load_where_engines_refuse_to_stream, lazy_parts_load_without_streaming_compilation],
    Logic: [lazy_parts_load_without_the_webassembly_media_type, the_list_is_usable_while_lazy_parts_load],
};

/// The file with what comes after the list.
fn later(session: &Session) -> Result<String> {
    built(session, "split_later.wasm")
}

fn searched(page: &Page) -> Result<()> {
    let seen = page.ready()?;
    assert_eq!(seen.matched, Some(115));
    ensure!(!seen.listed().is_empty(), "{}", seen.in_short());
    page.search("meridian")?;
    page.sees("one", |seen| seen.listed() == ["washington-2023-11-04"])?;
    Ok(())
}

fn the_list_is_usable_while_lazy_parts_load(session: &Session) -> Result<()> {
    let file = later(session)?;
    let host = session.host()?;
    let gate = Gate::default();
    let code = std::fs::read(session.dist().join(&file))?;
    host.answer(&file, Answer::held("application/wasm", code, 100, &gate));
    let page = session.visitor(LAPTOP)?;
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

fn lazy_parts_can_be_fetched_again(session: &Session) -> Result<()> {
    let file = later(session)?;
    let host = session.host()?;
    host.answer(&file, Answer::status(404));
    let page = session.visitor(LAPTOP)?;
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
    host.restore(&file);
    page.press("[data-action=fetch-parts]")?;
    page.sees("the map", |seen| seen.on_map() == 1)?;
    Ok(())
}

/// The map, filters, an opened event and the texts of problems load even when the host sends WebAssembly with this media type.
fn work_with_type(session: &Session, page: &Page, kind: &str) -> Result<()> {
    let host = session.host()?;
    host.media_type("wasm", kind);
    page.open(&host.url(""))?;
    page.ready()?;
    page.sees(&format!("the map under the type “{kind}”"), |seen| {
        seen.on_map() == 115
    })?;
    page.choose("country", "FR")?;
    page.sees("France", |seen| seen.matched == Some(10))?;
    page.open_from_list("paris-2023-11-04")?;
    // What is wrong in a file is put into words by the second file.
    host.answer(
        "wrong.json",
        &json!([{ "title": "Rally", "start": "2031-05-03", "lat": 123, "lon": 2 }]),
    );
    page.go("?data=wrong.json&check=1")?;
    page.sees("one problem", |seen| {
        (seen.state.as_str(), seen.total, seen.problems) == ("ready", Some(1), Some(1))
    })?;
    page.wait_for(
        "the problem in words",
        "return document.querySelector('[data-problems-view]')?.textContent.includes('123') === true",
    )
}

/// Hosts without an entry for `.wasm` send one of the first three; the streaming form of WebAssembly refuses them all.
fn lazy_parts_load_without_the_webassembly_media_type(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    for kind in [
        "application/octet-stream",
        "text/plain",
        "",
        "text/plain; charset=utf-8",
        "application/wasm; charset=utf-8",
    ] {
        work_with_type(session, &page, kind)?;
    }
    Ok(())
}

/// No type, and one that an engine may take for the right one.
fn lazy_parts_load_where_engines_refuse_to_stream(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    for kind in ["", "application/wasm; charset=utf-8"] {
        work_with_type(session, &page, kind)?;
    }
    Ok(())
}

fn lazy_parts_load_without_streaming_compilation(session: &Session) -> Result<()> {
    let host = session.host()?;
    let start = built(session, "start.js")?;
    let script = std::fs::read_to_string(session.dist().join(&start))?;
    let without = format!("delete WebAssembly.instantiateStreaming;\n{script}");
    host.answer(&start, Answer::script(&without));
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    page.ready()?;
    page.sees("the map", |seen| seen.on_map() == 115)?;
    Ok(())
}
