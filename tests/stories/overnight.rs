//! A page left open moves on with the clock: what was today is yesterday, and what is over goes.

use anyhow::{Context, Result};
use serde_json::json;
use stories::browser::LAPTOP;
use stories::host::{Answer, Host};
use stories::page::Page;
use stories::stage::{Stage, Story};
use stories::stories;

pub const STORIES: &[Story] = stories![
    left_open_overnight_it_moves_on,
    what_nobody_looks_at_moves_on_when_looked_at_again,
    a_moment_in_the_link_stays,
];

/// A clock that stands at half a minute to midnight where the visitor is, 3 May 2031, and timers
/// that wait for it: `passes(seconds)` moves both.
const CLOCK: &str = "<script>
    const Real = Date, begin = new Real(2031, 4, 3, 23, 59, 30).getTime(), setReal = window.setTimeout;
    let now = begin, waiting = [];
    window.Date = class extends Real {
        constructor(...parts) { parts.length ? super(...parts) : super(now); }
        static now() { return now; }
    };
    window.setTimeout = (call, delay, ...rest) => {
        // WebKit's driver has timers in the page too.
        const ours = delay >= 1000 && /app-[0-9a-f]+/.test(new Error().stack);
        if (!ours) return setReal(call, delay, ...rest);
        waiting.push({ at: now + delay, call });
        return 1e6 + waiting.length;
    };
    window.passes = (seconds, heard = true) => {
        now += seconds * 1000;
        if (!heard) return;
        const due = waiting.filter(timer => timer.at <= now);
        waiting = waiting.filter(timer => timer.at > now);
        due.forEach(timer => timer.call());
    };
</script>";

/// The page by such a clock, with one event for each of three days at the visitor's own place.
fn at_midnight(stage: &Stage, page: &Page) -> Result<Host> {
    let host = stage.host()?;
    let index = std::fs::read_to_string(stage.dist().join("index.html"))?;
    let (before, after) = index.split_once("<head>").context("a head")?;
    host.answer("", Answer::html(&format!("{before}<head>{CLOCK}{after}")));
    page.open(&host.url(""))?;
    let zone: String = page.ask(
        "return new Intl.DateTimeFormat().resolvedOptions().timeZone",
        json!([]),
    )?;
    let event = |day: u32| json!({ "id": format!("may-{day}"), "title": "March", "start": format!("2031-05-0{day}T10:00"), "timezone": zone });
    host.answer("events.json", &json!([event(3), event(4), event(5)]));
    Ok(host)
}

fn lists(page: &Page, expected: &[&str]) -> Result<()> {
    page.sees(&format!("{expected:?}"), |seen| seen.listed() == expected)
        .map(drop)
}

fn left_open_overnight_it_moves_on(stage: &Stage) -> Result<()> {
    let page = stage.visitor(LAPTOP)?;
    let host = at_midnight(stage, &page)?;
    page.visit(&host.url("?when=today&view=list"))?;
    lists(&page, &["may-3"])?;
    page.ask::<()>("passes(31)", json!([]))?;
    lists(&page, &["may-4"])?;
    page.ask::<()>("passes(24 * 3600)", json!([]))?;
    lists(&page, &["may-5"])?;
    assert_eq!(
        page.query()?,
        "when=today&view=list",
        "the link says the same"
    );
    // What is over goes from the upcoming, and the month's today is another day.
    page.visit(&host.url("?view=month"))?;
    lists(&page, &["may-3", "may-4", "may-5"])?;
    page.ask::<()>("passes(31)", json!([]))?;
    lists(&page, &["may-4", "may-5"])?;
    page.wait_for(
        "today in the month",
        "return document.querySelector('td[aria-current=date]').dataset.date === '2031-05-04'",
    )
}

/// A laptop asleep has no timers: it is the visitor's look in the morning that counts.
fn what_nobody_looks_at_moves_on_when_looked_at_again(stage: &Stage) -> Result<()> {
    let page = stage.visitor(LAPTOP)?;
    let host = at_midnight(stage, &page)?;
    page.visit(&host.url("?when=today"))?;
    lists(&page, &["may-3"])?;
    page.ask::<()>(
        "passes(10 * 3600, false); document.dispatchEvent(new Event('visibilitychange'))",
        json!([]),
    )?;
    lists(&page, &["may-4"])
}

fn a_moment_in_the_link_stays(stage: &Stage) -> Result<()> {
    let page = stage.visitor(LAPTOP)?;
    let host = at_midnight(stage, &page)?;
    page.visit(&host.url("?when=today&now=2031-05-05T12:00:00Z"))?;
    lists(&page, &["may-5"])?;
    page.ask::<()>("passes(24 * 3600)", json!([]))?;
    // Whatever comes of it has come once another filter is at work.
    page.search("march")?;
    page.sees("the words", |seen| seen.query.starts_with("q=march"))?;
    lists(&page, &["may-5"])
}
