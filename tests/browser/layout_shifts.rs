//! Nothing moves while the page loads (Layout Instability API).

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::Gate;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    DevTools: [nothing_jumps_while_loading],
};

/// Everything that has shifted: when, how much, what; in the end one shift made on purpose, which shows that all
/// before it have been told.
const SHIFTS: &str = "
    const done = arguments[arguments.length - 1], all = [], start = performance.now();
    const name = node => `${node?.nodeName}.${node?.className ?? ''}`;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries())
            if (!entry.hadRecentInput)
                all.push([entry.startTime, entry.value, entry.sources.map(source => name(source.node))]);
        if (all.at(-1)?.[0] > start) done(all);
    }).observe({ type: 'layout-shift', buffered: true });
    const bar = document.createElement('div');
    bar.style.height = '200px';
    requestAnimationFrame(() => requestAnimationFrame(() => document.body.prepend(bar)));
";

/// The layout is final before the file arrives (Layout Instability API).
fn nothing_jumps_while_loading(session: &Session) -> Result<()> {
    for visitor in [LAPTOP, PHONE] {
        let gate = Gate::default();
        let host = session.host_that_holds_events(&gate)?;
        let page = session.visitor(visitor)?;
        // Another list than that which may be in the page.
        page.open(&host.url("?sort=date"))?;
        page.wait_for(
            "the loading screen",
            "return document.querySelector('.loading-note') !== null",
        )?;
        gate.open();
        if visitor == LAPTOP {
            page.ready_with_map()?;
        } else {
            page.ready()?;
        }
        nothing_has_shifted(&page)?;
    }
    Ok(())
}

/// The layout has shifted by 0.02 at most since the page was opened.
pub fn nothing_has_shifted(page: &Page) -> Result<()> {
    let shifts: Vec<(f64, f64, Value)> =
        serde_json::from_value(page.browser().run_async(SHIFTS, json!([]))?)?;
    let (last, before) = shifts
        .split_last()
        .context("not even the shift made on purpose")?;
    ensure!(last.1 > 0.0, "the shift made on purpose is measured");
    let sum: f64 = before.iter().map(|shift| shift.1).sum();
    let (shifts, width) = (json!(before), page.browser().visitor.width);
    ensure!(sum <= 0.02, "{sum} at {width} px: {shifts:#}");
    Ok(())
}
