//! The timeline: days chosen by dragging over its bars, or by keyboard.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Pointer: [days_are_chosen_by_dragging_over_the_timeline],
    Layout: [bars_are_wide_enough_for_a_finger_and_say_their_count],
    Logic: [days_are_chosen_by_keyboard_on_the_timeline, the_timeline_counts_under_the_other_filters],
};

/// The bars: `2023-11-03 9`, with a star where chosen.
fn bars(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "return [...document.querySelectorAll('[data-timeline] [role=option]')].map(bar =>
            `${bar.dataset.from} ${bar.dataset.count}${bar.ariaSelected === 'true' ? '*' : ''}`)",
        json!([]),
    )
}

fn days_are_chosen_by_dragging_over_the_timeline(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.open_sheet("days")?;
    assert_eq!(
        bars(&page)?,
        ["2023-11-03 9*", "2023-11-04 94*", "2023-11-05 12*"]
    );
    // From the third day back to the second.
    page.drag("[data-timeline]", 0.9, 0.5)?;
    let seen = page.sees("two days", |seen| {
        seen.query == "from=2023-11-04&to=2023-11-05"
    })?;
    assert_eq!(seen.matched, Some(106));
    assert_eq!(
        bars(&page)?,
        ["2023-11-03 9", "2023-11-04 94*", "2023-11-05 12*"]
    );
    // A press chooses one day; once more, all days again.
    page.drag("[data-timeline]", 0.1, 0.1)?;
    let seen = page.sees("one day", |seen| {
        seen.query == "from=2023-11-03&to=2023-11-03"
    })?;
    assert_eq!(seen.matched, Some(9));
    page.drag("[data-timeline]", 0.1, 0.1)?;
    page.sees("all days", |seen| {
        seen.query.is_empty() && seen.matched == Some(115)
    })?;
    // Each was a step of its own.
    page.back()?;
    page.back()?;
    page.sees("two days again", |seen| seen.matched == Some(106))?;
    // From right to left the first day is on the right.
    page.visit(&host.url("?lang=ar"))?;
    page.sees("Arabic", |seen| seen.dir == "rtl")?;
    page.open_sheet("days")?;
    page.drag("[data-timeline]", 0.95, 0.95)?;
    page.sees("the first day", |seen| seen.matched == Some(9))?;
    Ok(())
}

fn bars_are_wide_enough_for_a_finger_and_say_their_count(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |day: u32| json!({ "title": "Vigil", "start": format!("2031-{:02}-{:02}", 1 + day / 28, 1 + day % 28) });
    host.answer(
        "events.json",
        &json!((0..330).map(event).collect::<Vec<_>>()),
    );
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?now=2031-01-01T10:00:00Z"))?;
    page.open_sheet("days")?;
    let bars: Vec<(f64, f64, String)> = page.ask(
        "return [...document.querySelectorAll('[data-timeline] [role=option]')].map(bar => {
            const box = bar.getBoundingClientRect();
            return [box.width, box.height, bar.firstElementChild.textContent];
         })",
        json!([]),
    )?;
    ensure!(bars.len() > 9, "{bars:?}");
    for (width, height, count) in &bars {
        ensure!(
            *width >= 24.0 && *height >= 24.0 && count == "28" || count == "22",
            "{bars:?}"
        );
    }
    let fits: bool = page.ask(
        "return document.documentElement.scrollWidth <= innerWidth",
        json!([]),
    )?;
    ensure!(fits);
    Ok(())
}

fn days_are_chosen_by_keyboard_on_the_timeline(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.open_sheet("days")?;
    page.tab_to("[data-timeline]", 30)?;
    let said = "const bar = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
        return bar.getAttribute('aria-label')";
    let says = |expected: &str| -> Result<()> {
        page.wait_for(
            expected,
            &format!("return (() => {{ {said} }})().includes('{expected}')"),
        )
    };
    says("9 events")?;
    page.key(Key::Right)?;
    says("94 events")?;
    page.key(Key::Enter)?;
    page.sees("the second day", |seen| {
        seen.query == "from=2023-11-04&to=2023-11-04" && seen.matched == Some(94)
    })?;
    // Several with Shift, shown before they are chosen, and taken back with Escape.
    page.key_with_shift(Key::Right)?;
    says("12 events")?;
    assert_eq!(bars(&page)?[1..], ["2023-11-04 94*", "2023-11-05 12*"]);
    page.key(Key::Escape)?;
    page.wait_for(
        "the mark gone",
        "return document.querySelectorAll('[data-timeline] [aria-selected=true]').length === 1",
    )?;
    page.key(Key::Home)?;
    page.key_with_shift(Key::End)?;
    page.key(Key::Space)?;
    page.sees("all three days", |seen| {
        seen.query == "from=2023-11-03&to=2023-11-05"
    })?;
    Ok(())
}

fn the_timeline_counts_under_the_other_filters(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url("?country=SE&from=2023-11-03&to=2023-11-03"))?;
    page.open_sheet("days")?;
    let seen = page.seen()?;
    let all: Vec<String> = {
        let page = session.visitor(LAPTOP)?;
        let days = page
            .visit(&host.url("?country=SE"))
            .and_then(|_| page.walk())?;
        days.iter()
            .map(|day| format!("{} {}", day.date, day.events.len()))
            .collect()
    };
    let counted: Vec<String> = bars(&page)?
        .iter()
        .map(|bar| bar.replace('*', ""))
        .collect();
    assert_eq!(counted, all);
    ensure!(
        bars(&page)?[0].ends_with('*'),
        "the day asked for is marked"
    );
    ensure!(
        seen.matched < Some(all.len() + 10),
        "the list is of one day"
    );
    // A single day tells nothing.
    page.visit(&host.url("?q=Tyre"))?;
    page.open_sheet("days")?;
    page.wait_for(
        "no timeline",
        "return !document.querySelector('[data-timeline]').checkVisibility()",
    )
}
