//! Printing: the whole list by day and country, or the opened event alone with its own link.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Printing: [an_opened_event_is_printed_alone, every_matching_event_is_printed, the_month_is_printed_as_a_month, titles_of_a_printed_month_stay_in_their_day, the_foot_of_a_printed_event_is_below_it],
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

/// The list has only what is near the view; paper has all of it, by day and country.
fn every_matching_event_is_printed(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url(""))?;
    let shown = seen.listed().len();
    page.ask::<bool>(
        "dispatchEvent(new Event('beforeprint')); return true",
        json!([]),
    )?;
    let sheet = page.sees("every event", |seen| {
        let listed: BTreeSet<_> = seen.listed().into_iter().collect();
        Some(listed.len()) == seen.matched
    })?;
    ensure!(
        shown < sheet.listed().len(),
        "{shown} were in the document before"
    );
    let countries: Vec<String> = page.ask(
        "return [...document.querySelectorAll('[data-day=\"2023-11-03\"] .country')].map(name => name.textContent)",
        json!([]),
    )?;
    let mut sorted = countries.clone();
    sorted.sort_by_key(|name| name.replace('ü', "u"));
    assert_eq!(countries, sorted);
    ensure!(countries.len() > 3, "{countries:?}");
    let foot: String = page.ask(
        "return document.querySelector('.print-note').textContent",
        json!([]),
    )?;
    ensure!(foot.contains(&host.url("")), "{foot}");
    page.ask::<bool>(
        "dispatchEvent(new Event('afterprint')); return true",
        json!([]),
    )?;
    let after = page.sees("the list as it was", |seen| seen.listed().len() == shown)?;
    let first = after.days.first().context("a day")?;
    assert_eq!(Some(first), seen.days.first());
    Ok(())
}

fn the_month_is_printed_as_a_month(session: &Session) -> Result<()> {
    let host = session.host()?;
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?view=month"))?;
        page.wait_for(
            "the month",
            "return document.querySelector('.month td .title') !== null",
        )?;
        page.ask::<()>(ON_PAPER, json!([]))?;
        let (grid, list, title, high): (bool, bool, bool, f64) = page.ask(
            "const seen = selector => document.querySelector(selector)?.checkVisibility() ?? false;
             return [seen('.month td'), seen('[data-list]'), seen('.month td .title'), document.documentElement.scrollHeight]",
            json!([]),
        )?;
        ensure!(
            grid && title && !list,
            "grid {grid}, titles {title}, list {list}"
        );
        // Two sheets of A4 at most.
        ensure!(high < 2000.0, "{high} px");
    }
    Ok(())
}

fn titles_of_a_printed_month_stay_in_their_day(session: &Session) -> Result<()> {
    let host = session.host()?;
    let title = "A march from the station to the town hall, with a stop at the bridge, speeches and a minute of silence";
    let event = |at: usize| json!({ "id": format!("e{at}"), "title": title, "city": "Garmisch-Partenkirchen", "start": format!("2031-05-{:02}T10:00", 1 + at / 4) });
    let mut events: Vec<_> = (0..40).map(event).collect();
    events
        .push(json!({ "id": "camp", "title": title, "start": "2031-05-05", "end": "2031-05-09" }));
    host.answer("events.json", &json!(events));
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?view=month&now=2031-05-01T06:00:00Z"))?;
        page.wait_for(
            "the month",
            "return document.querySelector('.month td .title') !== null",
        )?;
        page.ask::<()>(ON_PAPER, json!([]))?;
        let faults: Vec<String> = page.ask(
            "const found = [];
             for (const day of document.querySelectorAll('.month td')) {
                 const cell = day.getBoundingClientRect();
                 for (const title of day.querySelectorAll('.title')) {
                     const box = title.getBoundingClientRect();
                     if (box.top < cell.top || box.bottom > cell.bottom + 1 || box.right > cell.right + 1 || box.height < 5)
                         found.push(`${day.dataset.date}: ${box.top} to ${box.bottom} in ${cell.top} to ${cell.bottom}`);
                 }
             }
             return found",
            json!([]),
        )?;
        ensure!(faults.is_empty(), "{faults:#?}");
    }
    Ok(())
}

/// The note on where it is from comes last, and addresses are apart from what they are of.
fn the_foot_of_a_printed_event_is_below_it(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([{ "id": "a", "title": "Rally", "start": "2031-05-03", "url": "https://example.org/rally" }]),
    );
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?event=a"))?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        page.ask::<()>(ON_PAPER, json!([]))?;
        let (event, foot, address): (f64, f64, String) = page.ask(
            "const box = selector => document.querySelector(selector).getBoundingClientRect();
             const link = document.querySelector('.event-panel .links a');
             return [box('.event-panel').bottom, box('.print-note').top, getComputedStyle(link, '::after').content + getComputedStyle(link).display]",
            json!([]),
        )?;
        ensure!(event <= foot, "event to {event}, foot from {foot}");
        ensure!(
            address.starts_with("\" (") && address.ends_with("inline"),
            "{address}"
        );
    }
    Ok(())
}
