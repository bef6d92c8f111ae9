//! The stories' own footing: what the others rely on is so, on a page made by hand.

use anyhow::{Result, ensure};
use serde_json::json;
use stories::browser::{LAPTOP, PHONE, Visitor};
use stories::host::Answer;
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    a_visitor_is_who_they_are_said_to_be,
    a_foreign_request_is_noticed,
    two_visitors_at_once_each_have_the_focus,
];

/// Size, colour, language, motion and storage reach the page.
fn a_visitor_is_who_they_are_said_to_be(stage: &Stage) -> Result<()> {
    let night = Visitor {
        dark: true,
        language: "ar",
        ..PHONE
    };
    for visitor in [LAPTOP, night] {
        let host = stage.host()?;
        host.answer("plain.html", Answer::html("<!doctype html><h1>Hello</h1>"));
        let page = stage.visitor(visitor)?;
        page.open(&host.url("plain.html"))?;
        let is: (u32, u32, bool, bool, String) = page.ask(
            "const prefers = what => matchMedia(`(prefers-${what})`).matches;
             return [innerWidth, innerHeight, prefers('color-scheme: dark'), prefers('reduced-motion'), navigator.language]",
            json!([]),
        )?;
        assert_eq!(
            is,
            (
                visitor.width,
                visitor.height,
                visitor.dark,
                true,
                visitor.language.to_owned()
            )
        );
    }
    Ok(())
}

/// The recorder sees what leaves for another host, in clear and in cipher.
fn a_foreign_request_is_noticed(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer("plain.html", Answer::html("<!doctype html><h1>Hello</h1>"));
    let page = stage.visitor(LAPTOP)?;
    page.open(&host.url("plain.html"))?;
    for url in [
        "http://example.org/picture.png",
        "https://example.org/picture.png",
    ] {
        page.browser().run_async(
            "const [url, done] = arguments, image = new Image();
             image.onload = image.onerror = () => done();
             image.src = url",
            json!([url]),
        )?;
        let seen = page.browser().foreign_requests();
        ensure!(
            seen.iter().any(|line| line.contains("example.org")),
            "{url}: {seen:?}"
        );
    }
    Ok(())
}

/// A page whose window is not the active one shows no focus: two browsers must not take it from each other.
fn two_visitors_at_once_each_have_the_focus(stage: &Stage) -> Result<()> {
    let host = stage.host()?;
    host.answer(
        "plain.html",
        Answer::html("<!doctype html><button autofocus>Hello</button>"),
    );
    let pages = [stage.visitor(LAPTOP)?, stage.visitor(LAPTOP)?];
    for page in &pages {
        page.open(&host.url("plain.html"))?;
    }
    for page in &pages {
        page.wait_for(
            "the focus",
            "document.querySelector('button').focus(); return document.querySelector(':focus') !== null",
        )?;
    }
    Ok(())
}
