//! A site owner frames the page by hand in a page of another origin; `restricted` has the frames that `embed.js` makes.

use anyhow::Result;
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Sandbox: [in_a_frame_of_another_origin, in_a_frame_that_allows_scripts_only],
};

/// A page of somebody else's, by another name and port, that frames `app`.
fn embed(session: &Session, page: &Page, app: &Host, attributes: &str) -> Result<Host> {
    let site = session.host()?;
    let html = format!(
        "<!doctype html><title>A site</title><h1>A site</h1>
         <iframe {attributes} width=900 height=600 title=Demonstrations src=\"{}\"></iframe>",
        app.url("?embed=1&amp;country=FR")
    );
    site.answer("site.html", Answer::html(&html));
    page.open(&site.other_site_url("site.html"))?;
    page.enter("iframe")?;
    Ok(site)
}

/// Inside the frame everything works: list, map, search, opening, closing, filters.
fn works(page: &Page) -> Result<()> {
    page.ready_with_map()?;
    page.sees("France", |seen| {
        seen.matched == Some(10) && seen.on_map() == 10
    })?;
    page.search("paris")?;
    page.sees("Paris", |seen| {
        seen.listed() == ["paris-2023-11-04"] && seen.markers == ["paris-2023-11-04"]
    })?;
    page.open_from_list("paris-2023-11-04")?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.sees("closed", |seen| seen.opened.is_none())?;
    page.press("button[data-action=reset]")?;
    page.sees("all", |seen| seen.matched == seen.total)?;
    page.choose("lang", "ar")?;
    page.sees("Arabic", |seen| seen.lang == "ar")?;
    Ok(())
}

/// Whether the frame has storage, and its origin.
fn frame(page: &Page) -> Result<(bool, String)> {
    page.ask(
        "let kept = true;
         try { localStorage.setItem('probe', '1'); localStorage.removeItem('probe') } catch { kept = false }
         return [kept, String(self.origin)]",
        json!([]),
    )
}

fn in_a_frame_of_another_origin(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let _site = embed(session, &page, &app, "")?;
    works(&page)
}

/// The origin is opaque: no storage, no history entries, and every file comes from “another” origin.
fn in_a_frame_that_allows_scripts_only(session: &Session) -> Result<()> {
    let app = session.host()?;
    app.header("Access-Control-Allow-Origin", "*");
    let page = session.visitor(LAPTOP)?;
    let _site = embed(session, &page, &app, "sandbox=allow-scripts")?;
    assert_eq!(
        frame(&page)?,
        (false, "null".to_owned()),
        "the frame is sandboxed"
    );
    works(&page)
}
