//! An opened event is printed alone, with its own link.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Printing: [an_opened_event_is_printed_alone],
};

/// Has the rules for paper apply on the screen.
const ON_PAPER: &str = "for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
        if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
    dispatchEvent(new Event('beforeprint'));";

fn an_opened_event_is_printed_alone(session: &Session) -> Result<()> {
    let host = session.host()?;
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?country=US&event=washington-2023-11-04"))?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        let before = page.count("[data-list] article")?;
        page.ask::<()>(ON_PAPER, json!([]))?;
        let shown = |selector: &str| -> Result<bool> {
            page.ask(
                "return document.querySelector(arguments[0])?.checkVisibility() ?? false",
                json!([selector]),
            )
        };
        ensure!(shown("aside[data-open-event]")?, "the event");
        for hidden in ["[data-list]", "form.filters", ".map-column", "aside button"] {
            ensure!(!shown(hidden)?, "no {hidden}");
        }
        let foot = page.text(".print-note")?;
        ensure!(
            foot.contains("event=washington-2023-11-04") && !foot.contains("country"),
            "{foot}"
        );
        assert_eq!(page.count("[data-list] article")?, before, "no more rows");
        // Without one it is the list.
        page.visit(&host.url("?country=US"))?;
        page.ask::<()>(ON_PAPER, json!([]))?;
        ensure!(shown("[data-list]")? && !shown("form.filters")?, "the list");
        let foot = page.text(".print-note")?;
        ensure!(foot.contains("?country=US"), "{foot}");
    }
    Ok(())
}
