//! Where the system sets the colours, names on the map are legible and today is marked.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

/// Only Chromium's driver can set it.
pub const TESTS: &[Test] = tests! {
    Logic: [names_and_today_differ_from_their_ground],
};

fn names_and_today_differ_from_their_ground(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    force(&page, "active")?;
    let differ = differ(&page, &host.url(""));
    force(&page, "none")?;
    differ
}

fn differ(page: &Page, url: &str) -> Result<()> {
    page.visit(&format!("{url}?view=map"))?;
    page.wait_for(
        "names",
        "return matchMedia('(forced-colors: active)').matches && document.querySelector('.map-name') !== null",
    )?;
    let [letters, around]: [String; 2] = page.ask(
        "const style = getComputedStyle(document.querySelector('.map-name'));
         return [style.color, style.webkitTextStrokeColor]",
        json!([]),
    )?;
    ensure!(letters != around, "{letters} on {around}");
    page.visit(&format!("{url}?view=month&now=2023-11-04T12:00:00Z"))?;
    page.wait_for(
        "today",
        "return document.querySelector('td[aria-current=date] .number') !== null",
    )?;
    let [today, others]: [String; 2] = page.ask(
        "return ['[aria-current=date]', ':not([aria-current])'].map(day =>
             getComputedStyle(document.querySelector(`.month td${day} .number`)).backgroundColor)",
        json!([]),
    )?;
    ensure!(today != others, "today on {today}");
    Ok(())
}

fn force(page: &Page, forced: &str) -> Result<()> {
    let media = json!({ "features": [{ "name": "forced-colors", "value": forced }] });
    let command = json!({ "cmd": "Emulation.setEmulatedMedia", "params": media });
    page.browser()
        .client()
        .post("/goog/cdp/execute", &command)
        .map(drop)
}
