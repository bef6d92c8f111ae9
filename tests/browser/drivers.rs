//! What the other tests rely on in each engine: visitors, the recording proxy and focus, on a hand-written page.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::host::Answer;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Driver: [size_and_preferences_reach_the_page, a_request_to_another_host_is_recorded, two_browsers_both_have_the_focus],
};

/// Size, colour, language, motion and storage reach the page.
fn size_and_preferences_reach_the_page(session: &Session) -> Result<()> {
    let night = Visitor {
        dark: true,
        language: "ar",
        ..PHONE
    };
    for visitor in [LAPTOP, night] {
        let host = session.host()?;
        host.answer("plain.html", Answer::html("<!doctype html><h1>Hello</h1>"));
        let page = session.visitor(visitor)?;
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
fn a_request_to_another_host_is_recorded(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("plain.html", Answer::html("<!doctype html><h1>Hello</h1>"));
    let page = session.visitor(LAPTOP)?;
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
fn two_browsers_both_have_the_focus(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "plain.html",
        Answer::html("<!doctype html><button autofocus>Hello</button>"),
    );
    let pages = [session.visitor(LAPTOP)?, session.visitor(LAPTOP)?];
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
