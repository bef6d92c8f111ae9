//! An embed works with storage denied, sandboxed, and on a page with a strict policy.

use anyhow::{Result, ensure};
use browser_tests::browser::{Engine, LAPTOP, Visitor};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use super::{WISH, enter, fitted, site};

pub const TESTS: &[Test] = tests! {
    Sandbox: [an_embed_where_storage_is_denied, a_sandboxed_embed_works, an_embed_on_a_page_with_a_strict_policy],
};

/// It fits, searches, opens and closes.
fn works(page: &Page) -> Result<()> {
    fitted(page, "iframe")?;
    page.enter("iframe")?;
    page.ready_with_map()?;
    page.search("paris")?;
    page.sees("Paris", |seen| seen.listed() == ["paris-2023-11-04"])?;
    page.open_from_list("paris-2023-11-04")?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.sees("closed", |seen| seen.opened.is_none())?;
    page.leave()
}

fn an_embed_where_storage_is_denied(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(Visitor {
        no_storage: true,
        ..LAPTOP
    })?;
    let _site = site(session, &page, &app, &[WISH], &[])?;
    // WebKitGTK has no such setting for its automation; the sandbox below denies storage there too.
    if session.engine != Engine::WebKit {
        enter(&page, "iframe")?;
        let denied: bool = page.ask(
            "try { localStorage.setItem('probe', '1'); return false } catch { return true }",
            json!([]),
        )?;
        ensure!(denied, "storage is denied");
        page.leave()?;
    }
    works(&page)
}

fn a_sandboxed_embed_works(session: &Session) -> Result<()> {
    let app = session.host()?;
    app.header("Access-Control-Allow-Origin", "*");
    let page = session.visitor(LAPTOP)?;
    let wish = format!("{WISH} data-sandbox=allow-scripts");
    let _site = site(session, &page, &app, &[&wish], &[])?;
    page.enter("iframe")?;
    let origin: String = page.ask("return String(self.origin)", json!([]))?;
    assert_eq!(origin, "null", "it is sandboxed");
    works(&page)
}

/// The host page allows what docs/embedding.md says it must, and nothing else.
fn an_embed_on_a_page_with_a_strict_policy(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let policy = format!(
        "default-src 'none'; script-src 'self' {0}; frame-src {0}",
        app.origin()
    );
    let _site = site(
        session,
        &page,
        &app,
        &[WISH],
        &[("Content-Security-Policy", &policy)],
    )?;
    works(&page)
}
