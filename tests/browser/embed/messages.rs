//! Messages between an embed and its host page; messages of others are ignored.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::Answer;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use super::{WISH, enter, fitted, say, site};

pub const TESTS: &[Test] = tests! {
    Sandbox: [
        a_host_page_filters_an_embed_by_message,
        an_embed_bears_any_message,
        too_long_a_query_is_refused,
        an_embed_listens_to_its_parent_only,
    ],
    Logic: [an_embed_reports_what_is_opened, several_embeds_on_one_page],
};

fn a_host_page_filters_an_embed_by_message(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let wish = "data-query=\"country=FR\" data-theme=dark data-hide=footer";
    let _site = site(session, &page, &app, &[wish], &[])?;
    page.wait_for(
        "ready",
        "return said.some(({ marchmap, type, total, matched }) =>
        marchmap === 1 && type === 'ready' && total === 115 && matched === 10)",
    )?;
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "country=GB&q=london" }),
    )?;
    page.enter("iframe")?;
    page.sees("London", |seen| {
        seen.matched == Some(4)
            && seen.query == "q=london&country=GB&theme=dark&embed=1&hide=footer"
    })?;
    page.leave()?;
    // What is no message of ours is none of ours.
    for other in [
        json!("country=DE"),
        json!(null),
        json!({ "type": "query", "query": "country=DE" }),
        json!({ "marchmap": 1, "type": "query", "query": 7 }),
        json!({ "marchmap": 2, "type": "query", "query": "country=DE" }),
    ] {
        say(&page, &other)?;
    }
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "country=FR" }),
    )?;
    page.enter("iframe")?;
    page.sees("France", |seen| {
        ensure_not_germany(seen.query.as_str());
        seen.matched == Some(10)
    })?;
    Ok(())
}

/// Whatever the structured clone algorithm copies can be a message: values that contain themselves, are nested without
/// end, or only look like a message.
fn an_embed_bears_any_message(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let _site = site(session, &page, &app, &[WISH], &[])?;
    page.wait_for("ready", "return said.some(({ type }) => type === 'ready')")?;
    page.ask::<Value>(
        "const frame = document.querySelector('iframe').contentWindow;
         const query = { marchmap: 1, type: 'query', query: 'country=DE' };
         const cycle = { ...query, query: 7 }; cycle.self = cycle;
         const typed = { ...query }; typed.type = typed;
         const asked = { ...query }; asked.query = asked;
         let deep = []; for (let depth = 0; depth < 20000; depth++) deep = [deep];
         const odd = [undefined, 7n, NaN, new Date(), /a/, new Map([['marchmap', 1]]), new Error('a'), new ArrayBuffer(1 << 24)];
         const parts = odd.flatMap((value) => ['marchmap', 'type', 'query'].map((name) => ({ ...query, [name]: value })));
         for (const message of [cycle, typed, asked, { ...query, type: 'other', deep }, deep, ...odd, ...parts]) {
           try { frame.postMessage(message, '*'); } catch { /* It cannot be copied, so it never arrives. */ }
         }",
        json!([]),
    )?;
    // The embed still does what it is asked.
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "country=FR&q=paris" }),
    )?;
    page.enter("iframe")?;
    page.sees("Paris", |seen| {
        ensure_not_germany(seen.query.as_str());
        seen.listed() == ["paris-2023-11-04"]
    })?;
    Ok(())
}

/// A host page's query becomes the embed's address.
fn too_long_a_query_is_refused(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let _site = site(session, &page, &app, &[WISH], &[])?;
    page.wait_for("ready", "return said.some(({ type }) => type === 'ready')")?;
    for length in [8_001, 20_000_000] {
        page.ask::<Value>(
            "said.length = 0;
             const query = 'country=DE&q='.padEnd(arguments[0], 'a');
             document.querySelector('iframe').contentWindow.postMessage({ marchmap: 1, type: 'query', query }, '*');",
            json!([length]),
        )?;
        page.wait_for(
            "the refusal",
            "return said.some(({ marchmap, type, longest }) => marchmap === 1 && type === 'refused' && longest === 8000)",
        )?;
    }
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "country=FR&q=paris" }),
    )?;
    page.enter("iframe")?;
    page.sees("Paris", |seen| {
        ensure_not_germany(seen.query.as_str());
        seen.listed() == ["paris-2023-11-04"]
    })?;
    Ok(())
}

fn ensure_not_germany(query: &str) {
    assert!(
        !query.contains("DE"),
        "it followed no message of ours: {query}"
    );
}

/// A frame beside the embed, or within it, may not steer it.
fn an_embed_listens_to_its_parent_only(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let site = site(session, &page, &app, &[WISH], &[])?;
    fitted(&page, "iframe")?;
    site.answer(
        "other.html",
        Answer::html("<!doctype html><title>Another</title><script src=other.js></script>"),
    );
    site.answer("other.js", Answer::script(
        "parent.frames[0].postMessage({ marchmap: 1, type: 'query', query: 'country=DE' }, '*');
         parent.postMessage({ marchmap: 1, type: 'resize', height: 77 }, '*'); parent.other = true;"));
    page.ask::<Value>(
        "const frame = document.createElement('iframe'); frame.src = 'other.html'; document.body.append(frame)",
        json!([]),
    )?;
    page.wait_for(
        "the other's messages",
        "return self.other === true && said.some(({ height }) => height === 77)",
    )?;
    // Its own parent comes last, and is obeyed.
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "country=FR&q=paris" }),
    )?;
    page.enter("iframe")?;
    page.sees("Paris", |seen| {
        ensure_not_germany(seen.query.as_str());
        seen.listed() == ["paris-2023-11-04"]
    })?;
    page.leave()?;
    ensure!(
        fitted(&page, "iframe")? > 300.0,
        "the other's height is not its own"
    );
    Ok(())
}

fn an_embed_reports_what_is_opened(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let _site = site(session, &page, &app, &["data-query=\"city=Paris\""], &[])?;
    page.wait_for(
        "the frame's name",
        "return document.querySelector('iframe').title.startsWith('Demonstrations for Palestine')",
    )?;
    page.enter("iframe")?;
    page.open_from_list("paris-2023-11-04")?;
    page.leave()?;
    let messages =
        "return said.filter(({ type }) => type === 'open').map(({ event }) => event).join() ===";
    page.wait_for("what was opened", &format!("{messages} 'paris-2023-11-04'"))?;
    page.enter("iframe")?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.leave()?;
    page.wait_for(
        "that it was closed",
        &format!("{messages} 'paris-2023-11-04,'"),
    )
}

fn several_embeds_on_one_page(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let tags = [
        "data-query=\"country=FR&view=list\" data-max-height=3000",
        "data-query=\"city=Paris\" data-view=list data-lang=ar data-max-height=3000 data-title=Paris",
        "data-height=333 data-hide=header,list",
    ];
    let _site = site(session, &page, &app, &tags, &[])?;
    let france = fitted(&page, "iframe:nth-of-type(1)")?;
    let paris = fitted(&page, "iframe:nth-of-type(2)")?;
    ensure!(
        france > paris + 300.0,
        "each its own height: {france}, {paris}"
    );
    page.enter("iframe:nth-of-type(2)")?;
    page.sees("Paris in Arabic", |seen| {
        seen.lang == "ar" && seen.matched == Some(1)
    })?;
    page.leave()?;
    enter(&page, "iframe:nth-of-type(3)")?;
    page.leave()?;
    let frames: Vec<(String, f64)> = page.ask(
        "return [...document.querySelectorAll('iframe')].map(frame => [frame.title, frame.offsetHeight])",
        json!([]),
    )?;
    assert_eq!((frames[1].0.as_str(), frames[2].1), ("Paris", 333.0));
    say(
        &page,
        &json!({ "marchmap": 1, "type": "query", "query": "country=GB" }),
    )?;
    page.enter("iframe:nth-of-type(1)")?;
    page.sees("Britain", |seen| seen.query.contains("country=GB"))?;
    page.leave()?;
    page.enter("iframe:nth-of-type(2)")?;
    ensure!(
        page.seen()?.matched == Some(1),
        "the other embed is not asked"
    );
    Ok(())
}
