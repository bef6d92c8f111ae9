//! axe-core finds nothing wrong on any screen, whatever the width, language and colours.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::host::{Answer, Gate};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

/// axe reads the document and its style sheets, which are the same in every engine; what engines lay out differently has
/// tests of its own.
pub const TESTS: &[Test] = tests! {
    Logic: [axe_on_a_laptop, axe_on_a_dark_laptop_in_arabic, axe_on_a_dark_phone, axe_on_a_phone_in_arabic],
};

// Every pair of width, language and colours is looked at once.

fn axe_on_a_laptop(session: &Session) -> Result<()> {
    every_screen(session, LAPTOP)
}

fn axe_on_a_dark_laptop_in_arabic(session: &Session) -> Result<()> {
    every_screen(
        session,
        Visitor {
            language: "ar",
            dark: true,
            ..LAPTOP
        },
    )
}

fn axe_on_a_dark_phone(session: &Session) -> Result<()> {
    every_screen(
        session,
        Visitor {
            dark: true,
            ..PHONE
        },
    )
}

fn axe_on_a_phone_in_arabic(session: &Session) -> Result<()> {
    every_screen(
        session,
        Visitor {
            language: "ar",
            ..PHONE
        },
    )
}

fn every_screen(session: &Session, visitor: Visitor) -> Result<()> {
    let axe = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe)
        .context("axe-core is missing: run `cargo xtask test`, which sets everything up")?;
    let page = session.visitor(visitor)?;
    let mut found = Vec::new();
    let mut look = |screen: &str| -> Result<()> {
        let violations = violations(&page, &axe, &[])?;
        if !violations.is_empty() {
            found.push(json!({ "screen": screen, "violations": violations }));
        }
        Ok(())
    };
    let host = session.host()?;
    page.visit(&host.url(""))?;
    page.sees("the language", |seen| seen.lang == visitor.language)?;
    if visitor.width == LAPTOP.width {
        page.ready_with_map()?;
        look("list and map")?;
    } else {
        look("list")?;
    }
    for sheet in ["menu", "days", "near", "country", "kind", "more"] {
        page.open_sheet(sheet)?;
        look(sheet)?;
    }
    page.close_sheet()?;
    if visitor.width != LAPTOP.width {
        page.visit(&host.url("?view=map"))?;
        page.ready_with_map()?;
        look("map")?;
    }
    page.go("?view=month&from=2023-11-04&to=2023-11-04")?;
    page.sees("the month's day", |seen| seen.matched == Some(94))?;
    look("month")?;
    page.go("?event=washington-2023-11-04")?;
    page.sees("it opened", |seen| seen.opened.is_some())?;
    look("event")?;
    page.go("?q=nothing+is+called+this")?;
    page.sees("nothing", |seen| {
        seen.opened.is_none() && seen.matched == Some(0)
    })?;
    look("empty")?;
    page.visit(&host.url("?embed=1"))?;
    look("embed")?;
    page.visit(&host.url(""))?;
    page.press_in("menu", "button[data-action=embed]")?;
    page.wait_for(
        "the builder",
        "return document.querySelector('dialog[open] textarea') !== null",
    )?;
    look("embed builder")?;
    host.answer(
        "events.json",
        &json!([{ "title": "Off", "start": "2031-02-30", "status": "cancelled", "lat": 99 }]),
    );
    page.visit(&host.url(""))?;
    look("problems noted")?;
    page.press("button[data-action=problems]")?;
    look("problems")?;
    // New hosts: the service worker has a copy of the first one's file.
    let host = session.host()?;
    host.answer("events.json", Answer::status(404));
    page.open(&host.url(""))?;
    page.sees("failed", |seen| seen.state == "failed")?;
    look("failed")?;
    let host = session.host()?;
    let gate = Gate::default();
    host.answer(
        "events.json",
        Answer::held("application/json", "[]", 1, &gate),
    );
    // Another list than that which may be in the page.
    page.open(&host.url("?sort=date"))?;
    page.wait_for(
        "the loading screen",
        "return document.querySelector('main .loading-note') !== null",
    )?;
    look("loading")?;
    gate.open();
    ensure!(found.is_empty(), "{:#}", Value::from(found));
    Ok(())
}

/// What axe-core reports, in short, from all its rules but those named.
pub fn violations(page: &Page, axe: &str, without: &[&str]) -> Result<Vec<Value>> {
    // Half a megabyte, once for each document.
    if page.ask("return window.axe === undefined", json!([]))? {
        page.browser().run(axe, json!([]))?;
    }
    let report = page.browser().run_async(
        "const [without, done] = arguments;
         const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
         axe.run(document, { resultTypes: ['violations'], rules }).then(
             report => done(report.violations.map(violation => ({
                 id: violation.id, help: violation.help,
                 nodes: violation.nodes.slice(0, 4).map(node => node.html.slice(0, 200) + ' … ' + node.failureSummary),
             }))),
             error => done([{ id: String(error) }]))",
        json!([without]),
    )?;
    serde_json::from_value(report).context("axe-core's report")
}
