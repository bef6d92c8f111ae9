//! A site owner pastes one line: `embed.js` makes a frame that fits its content and shows the chosen parts.

pub mod builder;
pub mod cross_origin;
pub mod frame_size;
pub mod messages;
pub mod restricted;
pub mod scrolling;

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Layout: [an_embed_fits_its_height],
    Logic: [parts_of_an_embed_can_be_hidden, an_embed_has_the_colour_of_its_site],
};

fn an_embed_has_the_colour_of_its_site(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    // The contrast of the accent with the paper and with the text on it (WCAG 2.2), and whether a chip has it.
    let contrast = "
        const style = getComputedStyle(document.documentElement);
        const light = name => {
            const number = parseInt(style.getPropertyValue(name).trim().slice(1), 16);
            const [r, g, b] = [16, 8, 0].map(bits => (number >> bits & 255) / 255)
                .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const between = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        return [style.getPropertyValue('--accent').trim(), between(light('--accent'), light('--paper')), between(light('--accent'), light('--accent-ink'))]";
    for (query, expected) in [
        ("embed=1&theme=light&accent=b0102e", Some("#b0102e")),
        ("embed=1&theme=dark&accent=ffcc00", Some("#ffcc00")),
        ("embed=1&theme=light&accent=ffcc00", None),
        ("embed=1&theme=dark&accent=102030", None),
    ] {
        page.visit(&host.url(&format!("?{query}")))?;
        let (accent, paper, ink): (String, f64, f64) = page.ask(contrast, json!([]))?;
        ensure!(
            paper >= 4.5 && ink >= 4.5,
            "{query}: {accent} {paper} {ink}"
        );
        ensure!(
            accent != "#0f5b57" && accent != "#7fd1c5",
            "{query}: {accent}"
        );
        if let Some(expected) = expected {
            assert_eq!(accent, expected);
        }
    }
    page.visit(&host.url("?embed=1&theme=auto"))?;
    ensure!(
        page.count("html[data-theme]")? == 0,
        "as the visitor's system"
    );
    Ok(())
}

/// A page of somebody else's, by another name and port, with a script tag for each of `tags`.
fn site(
    session: &Session,
    page: &Page,
    app: &Host,
    tags: &[&str],
    headers: &[(&str, &str)],
) -> Result<Host> {
    let site = session.host()?;
    let scripts: String = tags
        .iter()
        .map(|tag| {
            format!(
                "<p>Before.</p>\n<script async src=\"{}\" {tag}></script>\n",
                app.url("embed.js")
            )
        })
        .collect();
    let html = format!(
        "<!doctype html><meta charset=utf-8><title>A site</title><meta name=viewport content=\"width=device-width\">
         <script src=said.js></script><h1>A site</h1>{scripts}<p>After.</p>"
    );
    // For the test: what the frames have said, and how high they were made.
    let said = "self.said = []; addEventListener('message', event => said.push(event.data));";
    site.answer("said.js", Answer::script(said));
    let answer = headers
        .iter()
        .fold(Answer::html(&html), |answer, (name, value)| {
            answer.header(name, value)
        });
    site.answer("site.html", answer);
    page.open(&site.other_site_url("site.html"))?;
    page.wait_for(
        "the frames",
        &format!(
            "return document.querySelectorAll('iframe').length === {}",
            tags.len()
        ),
    )?;
    Ok(site)
}

/// Goes into a frame, which loads and is laid out when it comes near the view.
fn enter(page: &Page, frame: &str) -> Result<()> {
    page.leave()?;
    page.ask::<Value>(
        "document.querySelector(arguments[0]).scrollIntoView()",
        json!([frame]),
    )?;
    page.enter(frame)?;
    page.ready().map(drop)
}

/// Waits until the frame's height is its content's, and gives it.
fn fitted(page: &Page, frame: &str) -> Result<f64> {
    enter(page, frame)?;
    let fits = "return Math.abs(innerHeight - Math.ceil(document.querySelector('#app').getBoundingClientRect().height)) < 1";
    page.wait_for("the frame to fit", fits)?;
    let height = page.ask("return innerHeight", json!([]))?;
    page.leave()?;
    Ok(height)
}

/// The host page says something to its first frame.
fn say(page: &Page, message: &Value) -> Result<()> {
    page.ask::<Value>(
        "document.querySelector('iframe').contentWindow.postMessage(arguments[0], '*')",
        json!([message]),
    )
    .map(drop)
}

fn an_embed_fits_its_height(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let wish = "data-query=\"city=Paris\" data-view=list data-max-height=5000";
    let _site = site(session, &page, &app, &[wish], &[])?;
    let one = fitted(&page, "iframe")?;
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "country=FR" }),
    )?;
    page.enter("iframe")?;
    page.sees("France", |seen| seen.matched == Some(10))?;
    let several = fitted(&page, "iframe")?;
    ensure!(
        several > one + 300.0,
        "ten need more than one: {one}, {several}"
    );
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "city=Paris" }),
    )?;
    page.enter("iframe")?;
    page.sees("Paris", |seen| seen.matched == Some(1))?;
    ensure!(fitted(&page, "iframe")? == one, "it shrinks again");
    // A list that is longer than may be scrolls in its frame.
    page.ask::<Value>(
        "for (const frame of document.querySelectorAll('iframe')) frame.remove();
         const script = document.createElement('script');
         script.src = arguments[0]; script.dataset.maxHeight = 500; script.dataset.query = 'when=all';
         document.body.append(script)",
        json!([app.url("embed.js")]),
    )?;
    page.wait_for(
        "the highest",
        "return document.querySelector('iframe')?.offsetHeight === 500",
    )?;
    page.enter("iframe")?;
    page.ready()?;
    page.wait_for(
        "more to scroll",
        "return document.documentElement.scrollHeight > 1000",
    )?;
    page.leave()?;
    page.wait_for(
        "all heights told",
        "return said.at(-1).type === 'resize' && said.at(-1).height > 1000",
    )?;
    let height: f64 = page.ask(
        "return document.querySelector('iframe').offsetHeight",
        json!([]),
    )?;
    ensure!(height == 500.0, "{height}");
    Ok(())
}

const WISH: &str = "data-query=\"country=FR\" data-max-height=3000";

fn parts_of_an_embed_can_be_hidden(session: &Session) -> Result<()> {
    let app = session.host()?;
    let shown = "return ['.page-header', '.filters', '[data-list]', '.map-canvas', '.page-footer']
        .map(selector => document.querySelector(selector)?.checkVisibility() === true)";
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        let wide = visitor.width > 768;
        for (query, expected) in [
            ("embed=1", [true, true, true, wide, true]),
            (
                "embed=1&hide=header,footer",
                [false, true, true, wide, false],
            ),
            ("embed=1&hide=filters,map", [true, false, true, false, true]),
            ("embed=1&hide=list", [true, true, false, true, true]),
            (
                "embed=1&country=DE&hide=header,filters,list,footer",
                [false, false, false, true, false],
            ),
        ] {
            page.visit(&app.url(&format!("?{query}")))?;
            page.wait_for(
                "the parts that come later",
                "return document.querySelector('.view-switch') !== null",
            )?;
            let seen: [bool; 5] = page.ask(shown, json!([]))?;
            assert_eq!(seen, expected, "{query} at {} px", visitor.width);
            if query.contains("DE") {
                page.sees("both on the map", |seen| seen.markers.len() == 2)?;
                page.wait_for(
                    "both to be seen",
                    "return [...document.querySelectorAll('.map-canvas [data-event]')].every(
                    marker => marker.checkVisibility())",
                )?;
            }
        }
    }
    Ok(())
}
