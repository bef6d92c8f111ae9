//! A page that is left open follows the clock: at midnight today becomes yesterday, past events leave the list, and what
//! the visitor is at stays.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Logic: [the_date_changes_at_midnight, what_ended_today_goes_at_midnight, a_hidden_page_updates_the_date_when_shown, focus_stays_when_another_event_ends, a_moment_in_the_link_is_fixed],
};

/// A clock stopped at a moment of 3 May 2031 where the visitor is, and timers that wait for it: `passes(seconds)` moves both.
const CLOCK: &str = "<script>
    const Real = Date, begin = new Real(2031, 4, 3, MOMENT).getTime();
    const { setTimeout: setReal, clearTimeout: clearReal } = window;
    let now = begin, waiting = [], next = 1e6;
    window.Date = class extends Real {
        constructor(...parts) { parts.length ? super(...parts) : super(now); }
        static now() { return now; }
    };
    window.setTimeout = (call, delay, ...rest) => {
        // WebKit's driver has timers in the page too.
        const ours = delay >= 1000 && /app-[0-9a-f]+/.test(new Error().stack);
        if (!ours) return setReal(call, delay, ...rest);
        waiting.push({ id: next, at: now + delay, call });
        return next++;
    };
    window.clearTimeout = (id) => {
        waiting = waiting.filter(timer => timer.id !== id);
        clearReal(id);
    };
    window.passes = (seconds, timers = true) => {
        now += seconds * 1000;
        if (!timers) return;
        const due = waiting.filter(timer => timer.at <= now);
        waiting = waiting.filter(timer => timer.at > now);
        due.forEach(timer => timer.call());
    };
</script>";

/// The page half a minute before midnight by such a clock, with one event for each of three days at the visitor's own place.
fn at_midnight(session: &Session, page: &Page) -> Result<Host> {
    let (host, zone) = at(session, page, "23, 59, 30")?;
    let event = |day: u32| json!({ "id": format!("may-{day}"), "title": "March", "start": format!("2031-05-0{day}T10:00"), "timezone": zone });
    host.answer("events.json", &json!([event(3), event(4), event(5)]));
    Ok(host)
}

/// The page at a moment, “hours, minutes, seconds”, by such a clock; its host, and the visitor's time zone.
fn at(session: &Session, page: &Page, moment: &str) -> Result<(Host, String)> {
    let host = session.host()?;
    let index = std::fs::read_to_string(session.dist().join("index.html"))?;
    let (before, after) = index.split_once("<head>").context("a head")?;
    let clock = CLOCK.replace("MOMENT", moment);
    host.answer("", Answer::html(&format!("{before}<head>{clock}{after}")));
    page.open(&host.url(""))?;
    let zone = page.ask(
        "return new Intl.DateTimeFormat().resolvedOptions().timeZone",
        json!([]),
    )?;
    Ok((host, zone))
}

fn lists(page: &Page, expected: &[&str]) -> Result<()> {
    page.sees(&format!("{expected:?}"), |seen| seen.listed() == expected)
        .map(drop)
}

fn the_date_changes_at_midnight(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    let host = at_midnight(session, &page)?;
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

/// What was folded as ended today is of yesterday at midnight.
fn what_ended_today_goes_at_midnight(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    let (host, zone) = at(session, &page, "23, 59, 30")?;
    let event = |id: &str, start: &str, end: &str| json!({ "id": id, "title": id, "start": start, "end": end, "timezone": zone });
    host.answer(
        "events.json",
        &json!([
            event("ended", "2031-05-03T10:00", "2031-05-03T12:00"),
            event("next", "2031-05-05T10:00", "2031-05-05T12:00")
        ]),
    );
    page.visit(&host.url(""))?;
    lists(&page, &["next"])?;
    assert_eq!(page.text(".ended")?, "1 ended earlier today");
    page.ask::<()>("passes(31)", json!([]))?;
    page.wait_for(
        "nothing folded",
        "return document.querySelector('.ended') === null",
    )?;
    // The next day its own end is folded, while another one is to come.
    lists(&page, &["next"])
}

/// A laptop asleep has no timers: it is the visitor's look in the morning that counts.
fn a_hidden_page_updates_the_date_when_shown(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    let host = at_midnight(session, &page)?;
    page.visit(&host.url("?when=today"))?;
    lists(&page, &["may-3"])?;
    page.ask::<()>(
        "passes(10 * 3600, false); document.dispatchEvent(new Event('visibilitychange'))",
        json!([]),
    )?;
    lists(&page, &["may-4"])
}

/// A visitor is at one of the cards of what ended, when the minute passes and one more event ends.
fn focus_stays_when_another_event_ends(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    let (host, zone) = at(session, &page, "12, 29, 30")?;
    let event = |id: &str, start: &str, end: &str| json!({ "id": id, "title": id, "start": start, "end": end, "timezone": zone });
    host.answer(
        "events.json",
        &json!([
            event("morning", "2031-05-03T08:00", "2031-05-03T09:00"),
            event("noon", "2031-05-03T11:00", "2031-05-03T12:30"),
            event("evening", "2031-05-03T19:00", "2031-05-03T20:00")
        ]),
    );
    page.visit(&host.url(""))?;
    lists(&page, &["noon", "evening"])?;
    page.wait_for(
        "what ended",
        "return document.querySelector('[data-action=ended]') !== null",
    )?;
    page.press("[data-action=ended]")?;
    let link = ".ended article[data-event=morning] a";
    page.wait_for(
        "the focus on its card",
        &format!("document.querySelector({link:?})?.focus(); return document.activeElement.matches({link:?})"),
    )?;
    page.ask::<()>("passes(31)", json!([]))?;
    lists(&page, &["evening"])?;
    page.wait_for(
        "the card of what has ended now",
        "return document.querySelectorAll('.ended article').length === 2",
    )?;
    let stays: bool = page.ask(
        &format!("return document.activeElement.matches({link:?})"),
        json!([]),
    )?;
    ensure!(stays, "the focus is where it was");
    Ok(())
}

fn a_moment_in_the_link_is_fixed(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    let host = at_midnight(session, &page)?;
    page.visit(&host.url("?when=today&now=2031-05-05T12:00:00Z"))?;
    lists(&page, &["may-5"])?;
    page.ask::<()>("passes(24 * 3600)", json!([]))?;
    // Whatever comes of it has come once another filter is at work.
    page.search("march")?;
    page.sees("the words", |seen| seen.query.starts_with("q=march"))?;
    lists(&page, &["may-5"])
}
