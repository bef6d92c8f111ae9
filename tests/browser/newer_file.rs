//! A newer calendar is offered, never put in place of the shown one unasked; what is no calendar is not offered.

use anyhow::{Result, ensure};
use browser_tests::browser::{Engine, LAPTOP};
use browser_tests::host::Answer;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

use crate::offline::{FILE, STALE, has_copy, looks_again, network_is_back};

pub const TESTS: &[Test] = tests! {
    ServiceWorker: [an_emptied_calendar_says_what_it_had],
    Network: [an_empty_calendar_is_shown_as_what_it_is, an_emptied_calendar_is_offered_in_words, json_that_is_no_event_file_is_not_offered],
    Logic: [a_newer_file_is_offered],
};

/// Whether the page says that the calendar has no events any more.
const EMPTIED: &str = "return document.querySelector('[data-emptied]') !== null";

fn a_newer_file_is_offered(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?country=FR"))?;
    page.sees("France", |seen| seen.matched == Some(10))?;
    page.open_from_list("paris-2023-11-04")?;
    let text = std::fs::read_to_string(session.dist().join("events.json"))?;
    let mut file: Value = serde_json::from_str(&text)?;
    if let Some(events) = file["events"].as_array_mut() {
        let paris = events
            .iter_mut()
            .find(|event| event["id"] == "paris-2023-11-04");
        if let Some(paris) = paris {
            paris["status"] = "cancelled".into();
            paris["title"] = "Called off".into();
        }
        events.push(
            json!({ "id": "new", "title": "New", "start": "2023-11-05T10:00", "country": "FR" }),
        );
    }
    host.answer("events.json", &file);
    network_is_back(&page)?;
    page.wait_for(
        "the offer",
        "return document.querySelector('[data-action=refresh]') !== null",
    )?;
    page.sees("nothing changed under the visitor's hand", |seen| {
        seen.matched == Some(10) && seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    page.press("[data-action=refresh]")?;
    page.sees("one more, and the same event", |seen| {
        seen.matched == Some(11)
            && seen.total == Some(116)
            && seen.query.contains("country=FR")
            && seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    page.wait_for(
        "the same event called off, in the panel and in the list",
        "return ['aside h2', '[data-list] article[data-event=paris-2023-11-04] h3'].every(
            place => document.querySelector(place)?.textContent.includes('Called off'))",
    )?;
    let offered: bool = page.ask(
        "return document.querySelector('[data-action=refresh]') !== null",
        json!([]),
    )?;
    ensure!(!offered, "it is taken");
    Ok(())
}

/// Neither with a worker nor without one.
fn json_that_is_no_event_file_is_not_offered(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    for worker in [true, false] {
        let host = session.host()?;
        if !worker {
            host.answer("sw.js", Answer::status(404));
        }
        page.visit(&host.url(""))?;
        assert_eq!(page.kept()?, worker);
        for wrong in ["{\"error\":\"login\"}", "42", "{\"events\":{}}"] {
            host.answer(FILE, Answer::json(wrong));
            looks_again(&page, &host)?;
            assert_eq!(page.count("[data-action=refresh]")?, 0, "{wrong}");
            page.wait_for("a word about it", STALE)?;
            let seen = page.seen()?;
            ensure!(seen.total == Some(115), "{wrong}: {}", seen.in_short());
            // The file is there again, and the word goes.
            host.restore(FILE);
            network_is_back(&page)?;
            page.wait_for(
                "no word any more",
                "return document.querySelector('[data-stale]') === null",
            )?;
        }
    }
    Ok(())
}

/// A calendar may be emptied on purpose or by mistake: it is shown empty, and what it had is one press away.
fn an_emptied_calendar_says_what_it_had(session: &Session) -> Result<()> {
    // WebKit's driver forgets caches once no page is open and no worker is there, as private windows do.
    let workers: &[bool] = match session.engine {
        Engine::WebKit => &[true],
        _ => &[true, false],
    };
    for worker in workers.iter().copied() {
        let host = session.host()?;
        if !worker {
            host.answer("sw.js", Answer::status(404));
        }
        let page = session.visitor(LAPTOP)?;
        page.visit(&host.url(""))?;
        assert_eq!(page.kept()?, worker);
        has_copy(&page, &host.url(FILE))?;
        host.answer(
            FILE,
            Answer::json("{ \"format\": \"marchmap/1\", \"events\": [] }"),
        );
        // The copy is there on each visit, until a calendar with events takes its place.
        for _ in 0..2 {
            let seen = page.visit(&host.url(""))?;
            ensure!(seen.total == Some(0), "{}", seen.in_short());
            page.wait_for("a word about it", EMPTIED)?;
            let words = page.text("[data-emptied]")?;
            ensure!(
                words.contains("is now empty") && words.contains("115 events"),
                "{words}"
            );
            assert_eq!(page.count("[data-stale]")?, 0, "it is the host's file");
        }
        page.press("[data-action=last-copy]")?;
        page.sees("the last copy", |seen| seen.total == Some(115))?;
        page.wait_for("a word about the copy's age", STALE)?;
        let words = page.text("[data-stale]")?;
        ensure!(words.contains("is now empty"), "{words}");
        // The page looks again and finds the same empty file: nothing to offer.
        network_is_back(&page)?;
        host.restore(FILE);
        let seen = page.visit(&host.url(""))?;
        ensure!(seen.total == Some(115), "{}", seen.in_short());
        assert_eq!(page.count("[data-emptied], [data-stale]")?, 0);
        // Without a network it is the copy again.
        let url = host.url("?country=US");
        if worker {
            drop(host);
            let seen = page.visit(&url)?;
            ensure!(seen.total == Some(115), "{}", seen.in_short());
        }
    }
    Ok(())
}

fn an_empty_calendar_is_shown_as_what_it_is(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    host.answer(FILE, Answer::json("[]"));
    for _ in 0..2 {
        page.visit(&host.url(""))?;
        page.sees("nothing", |seen| {
            seen.state == "ready" && seen.total == Some(0)
        })?;
        has_copy(&page, &host.url(FILE))?;
        page.wait_for(
            "the second file",
            "return document.querySelector('footer') !== null",
        )?;
        assert_eq!(page.count("[data-emptied], [data-stale]")?, 0);
    }
    // Its first events take the place of the empty copy.
    host.restore(FILE);
    page.visit(&host.url(""))?;
    host.answer(FILE, Answer::json("[]"));
    wait::until("what it had", || {
        page.visit(&host.url(""))?;
        Ok(match page.count("[data-emptied]")? {
            0 => Err("nothing".to_owned()),
            _ => Ok(()),
        })
    })
}

fn an_emptied_calendar_is_offered_in_words(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?country=FR"))?;
    host.answer(FILE, Answer::json("[]"));
    network_is_back(&page)?;
    const OFFER: &str = "return document.querySelector('[data-action=refresh]') !== null";
    page.wait_for("the offer", OFFER)?;
    let words = page.text(".offer")?;
    ensure!(words.contains("is now empty"), "{words}");
    page.sees("nothing changed", |seen| seen.matched == Some(10))?;
    page.press("[data-action=refresh]")?;
    page.sees("the empty calendar", |seen| seen.total == Some(0))?;
    page.wait_for("a word about it", EMPTIED)?;
    page.press("[data-action=last-copy]")?;
    page.sees("the events again", |seen| {
        seen.matched == Some(10) && seen.query == "country=FR"
    })?;
    looks_again(&page, &host)?;
    page.wait_for("a word about the copy's age", STALE)?;
    assert_eq!(
        page.count("[data-action=refresh]")?,
        0,
        "the same is not offered again"
    );
    // Once there are events again they are offered.
    host.answer(FILE, &json!([{ "title": "Rally", "start": "2031-05-03" }]));
    network_is_back(&page)?;
    page.wait_for("the offer", OFFER)?;
    page.press("[data-action=refresh]")?;
    page.sees("one event", |seen| seen.total == Some(1))?;
    assert_eq!(page.count("[data-emptied], [data-stale]")?, 0);
    Ok(())
}
