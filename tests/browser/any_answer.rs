//! Whatever a host answers for the event file, the page ends in a calendar or in an error that can be tried again.

use std::io::Write as _;

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::broken_files::{FILE, failed, recovers};

pub const TESTS: &[Test] = tests! {
    Logic: [any_answer_ends_in_a_calendar_or_an_error],
    Network: [transfers_that_engines_read_differently_end_so_too],
};

/// The bytes of the calendar without its first events, so that no two cases show the same.
fn calendar(session: &Session, without: usize) -> Result<Vec<u8>> {
    let text = std::fs::read(session.dist().join(FILE))?;
    let mut file: Value = serde_json::from_slice(&text)?;
    let events = file["events"].as_array_mut().context("events")?;
    events.drain(..without);
    Ok(serde_json::to_vec(&file)?)
}

/// Answers with this body that are shown, and a file that one of them leads to.
fn shown(whole: &[u8], file: &str) -> Vec<Answer> {
    let json = || Answer::json(whole);
    vec![
        json()
            .with_status(206)
            .header("Content-Range", "bytes 0-9/10"),
        json().header("Content-Encoding", "identity"),
        json().chunked(),
        Answer::of_type("", whole),
        Answer::of_type("text/plain; charset=utf-16", whole),
        Answer::moved(file).with_status(302),
        json().with_status(203),
        json()
            .header("Vary", "*")
            .header("Cache-Control", "no-store"),
        json().header("Content-Disposition", "attachment; filename=\"a.json\""),
        Answer::of_type("text/html", whole),
        Answer::of_type("application/octet-stream", whole),
    ]
}

/// How many of those are about the transfer, which engines read each in its own way.
const TRANSFERS: usize = 6;

/// Failing answers for a file of this name that are about the transfer.
fn failing_transfers(whole: &[u8], name: &str) -> Vec<Answer> {
    let half = whole.len() / 2;
    let json = || Answer::json(whole);
    vec![
        // A redirect to itself stays in the browser's cache.
        Answer::moved(name),
        json().with_status(304),
        json().with_length(half),
        Answer::cut(whole, half).chunked(),
        json().with_status(204),
        Answer::moved("data:application/json,[]"),
    ]
}

/// Failing answers that every engine hands to the app as they are.
fn failing_files(whole: &[u8]) -> Result<Vec<Answer>> {
    let json = || Answer::json(whole);
    Ok(vec![
        json().with_status(404),
        json().with_status(429).header("Retry-After", "3600"),
        Answer::json(""),
        Answer::json("{\"error\":\"login\"}"),
        Answer::json("42"),
        Answer::json("{\"events\":{}}"),
        Answer::html("<!doctype html><title>Wi-Fi</title><p>Please log in"),
        Answer::json(gzip(whole)?),
        Answer::moved("").with_status(300),
    ])
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The page says what is wrong in words, and shows the file once it is there.
fn fails(page: &Page, host: &Host, case: &str) -> Result<()> {
    let text = failed(page)?;
    ensure!(!text.contains("undefined"), "{case}: {text}");
    recovers(page, host)
}

/// The page shows all of a file whose length or encoding is a lie, or an error: engines differ in which.
fn ends_somehow(session: &Session, page: &Page) -> Result<()> {
    let whole = calendar(session, 0)?;
    let json = || Answer::json(whole.clone());
    for answer in [
        json().header("Content-Encoding", "gzip"),
        json().with_length(2 * whole.len()),
    ] {
        let host = session.host()?;
        host.answer(FILE, answer);
        page.open(&host.url(""))?;
        page.sees("all of it or an error", |seen| {
            seen.state == "failed" || seen.total == Some(115)
        })?;
    }
    Ok(())
}

/// Hosts that are set up wrongly in ways that were seen or can be. Each has a first visit.
fn any_answer_ends_in_a_calendar_or_an_error(session: &Session) -> Result<()> {
    let whole = calendar(session, 0)?;
    let page = session.visitor(LAPTOP)?;
    for (at, answer) in shown(&whole, "data/events.json").into_iter().enumerate() {
        let host = session.host()?;
        host.answer(FILE, answer);
        host.answer("data/events.json", Answer::json(whole.clone()));
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(115), "answer {at}: {}", seen.in_short());
    }
    let failing = failing_transfers(&whole, FILE)
        .into_iter()
        .chain(failing_files(&whole)?);
    for (at, answer) in failing.enumerate() {
        let host = session.host()?;
        host.answer(FILE, answer);
        page.open(&host.url(""))?;
        fails(&page, &host, &format!("answer {at}"))?;
    }
    ends_somehow(session, &page)
}

/// Files of other names are shown in the page that is there.
fn transfers_that_engines_read_differently_end_so_too(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    let host = session.host()?;
    page.visit(&host.url(""))?;
    for at in 0..TRANSFERS {
        let (without, name) = (at + 1, format!("shown-{at}.json"));
        let whole = calendar(session, without)?;
        let answer = shown(&whole, "moved.json").swap_remove(at);
        host.answer("moved.json", Answer::json(whole));
        host.answer(&name, answer);
        page.go(&format!("?data={name}"))?;
        page.sees(&name, |seen| {
            seen.state == "ready" && seen.total == Some(115 - without)
        })?;
    }
    let whole = calendar(session, 0)?;
    // The first four on a visit, with what the page asks for before the app runs; the others in the page that is there.
    let failing = failing_transfers(&whole, FILE);
    for (at, answer) in failing.into_iter().take(4).enumerate() {
        let host = session.host()?;
        host.answer(FILE, answer);
        page.open(&host.url(""))?;
        fails(&page, &host, &format!("transfer {at}"))?;
    }
    ends_somehow(session, &page)?;
    page.visit(&host.url(""))?;
    for (at, answer) in failing_transfers(&whole, FILE)
        .into_iter()
        .enumerate()
        .skip(4)
    {
        let name = format!("failing-{at}.json");
        host.answer(&name, answer);
        page.go(&format!("?data={name}"))?;
        let text = failed(&page)?;
        ensure!(!text.contains("undefined"), "{name}: {text}");
        host.answer(&name, Answer::json(whole.clone()));
        page.press("button[data-action=retry]")?;
        page.sees(&name, |seen| seen.state == "ready")?;
    }
    Ok(())
}
