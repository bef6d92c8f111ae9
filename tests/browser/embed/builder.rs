//! A site owner configures an embed, previews it, and pastes its snippet into a page.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::Answer;
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Logic: [the_snippet_of_the_embed_builder_works, quick_choices_are_previewed, the_embed_builder_fits_a_phone],
};

fn opened(page: &Page) -> Result<()> {
    page.press_in("menu", "button[data-action=embed]")?;
    page.wait_for(
        "the preview",
        "return document.querySelector('dialog[open] iframe') !== null",
    )
}

fn code(page: &Page, name: &str) -> Result<String> {
    page.ask(
        "return document.querySelector(`textarea[name=embed-${arguments[0]}]`).value",
        json!([name]),
    )
}

fn the_snippet_of_the_embed_builder_works(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&app.url("?country=FR&event=paris-2023-11-04"))?;
    page.press("aside button[data-action=close]")?;
    opened(&page)?;
    assert_eq!(
        code(&page, "script")?,
        format!(
            "<script async src=\"{}\" data-query=\"country=FR\"></script>",
            app.url("embed.js")
        )
    );
    page.choose("embed-shown", "list")?;
    page.choose("embed-lang", "ar")?;
    page.choose("embed-theme", "dark")?;
    page.press("dialog input[name=header]")?;
    // The preview is what was chosen.
    page.enter("dialog iframe")?;
    page.sees("the preview in Arabic", |seen| {
        seen.lang == "ar"
            && seen.matched == Some(10)
            && seen.query == "country=FR&lang=ar&theme=dark&embed=1&hide=header,map"
    })?;
    page.leave()?;
    page.press("dialog input[name=filtered]")?;
    page.enter("dialog iframe")?;
    page.sees("everything in the preview", |seen| {
        seen.matched == seen.total && seen.lang == "ar"
    })?;
    page.leave()?;
    page.press("dialog input[name=filtered]")?;
    // The preview leaves no steps in the history.
    let steps: u32 = page.ask("return history.length", json!([]))?;
    page.press("dialog input[name=footer]")?;
    page.enter("dialog iframe")?;
    page.sees("the last choice", |seen| seen.query.contains("footer"))?;
    page.leave()?;
    let then: u32 = page.ask("return history.length", json!([]))?;
    ensure!(steps == then, "steps in the history: {steps}, {then}");
    page.press("dialog input[name=footer]")?;
    let (script, frame) = (code(&page, "script")?, code(&page, "frame")?);
    ensure!(
        page.query()? == "country=FR",
        "the page itself stays as it is"
    );
    page.press("button[data-action=copy-frame]")?;
    page.wait_for(
        "a word about the copy",
        "return [...document.querySelectorAll('dialog .share-status')].some(said => said.textContent !== '')",
    )?;
    page.key(Key::Escape)?;
    page.wait_for(
        "the dialogue to close",
        "return document.querySelector('dialog[open]') === null",
    )?;
    let site = session.host()?;
    for (name, tag) in [("script.html", script), ("frame.html", frame)] {
        let html =
            format!("<!doctype html><meta charset=utf-8><title>A site</title><h1>A site</h1>{tag}");
        site.answer(name, Answer::html(&html));
        page.open(&site.other_site_url(name))?;
        page.wait_for(
            "the frame",
            "return document.querySelector('iframe') !== null",
        )?;
        page.enter("iframe")?;
        page.sees("France in Arabic", |seen| {
            seen.lang == "ar" && seen.matched == Some(10)
        })
        .with_context(|| name.to_owned())?;
        page.leave()?;
    }
    Ok(())
}

/// A choice made while the preview of the one before was on its way was lost now and then: the preview stayed behind.
fn quick_choices_are_previewed(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&app.url("?country=FR"))?;
    opened(&page)?;
    // What is too soon is a matter of some messages between the browser's processes.
    for choice in 0..14 {
        let turns = 2 + choice % 7;
        page.browser().run_async(
            "const [turns, done] = arguments;
             const boxes = ['header', 'filters'].map(name => document.querySelector(`dialog input[name=${name}]`));
             const { port1, port2 } = new MessageChannel();
             let left = turns;
             port1.onmessage = () => {
               if (left--) return port2.postMessage(0);
               boxes[1].click();
               done(null);
             };
             boxes[0].click();
             port2.postMessage(0);",
            json!([turns]),
        )?;
        let hidden = if choice % 2 == 0 {
            "&hide=header,filters"
        } else {
            ""
        };
        page.enter("dialog iframe")?;
        page.sees("the last choice", |seen| {
            seen.state == "ready" && seen.query == format!("country=FR&embed=1{hidden}")
        })
        .with_context(|| format!("{turns} turns between"))?;
        page.leave()?;
    }
    Ok(())
}

fn the_embed_builder_fits_a_phone(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(PHONE)?;
    page.browser().resize(320, 740)?;
    for language in ["en", "ar"] {
        page.visit(&app.url(&format!("?lang={language}")))?;
        opened(&page)?;
        page.sees("the language", |seen| seen.lang == language)?;
        let out: Vec<String> = page.ask(
            "const dialogue = document.querySelector('dialog');
             const wide = dialogue.scrollWidth > dialogue.clientWidth ? ['dialog'] : [];
             const small = [...dialogue.querySelectorAll('button, select, label.tick, input[type=number]')]
                 .filter(element => element.getBoundingClientRect().height < 43.5);
             return [...wide, ...small.map(element => element.outerHTML)]",
            json!([]),
        )?;
        ensure!(out.is_empty(), "{language}: {out:#?}");
        page.press("dialog button[data-action=close-embed]")?;
        page.wait_for(
            "the focus on the button that led to it",
            "return document.activeElement.dataset.opens === 'menu'",
        )?;
    }
    Ok(())
}
