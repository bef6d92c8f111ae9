//! A visitor opens the page and sees the same events in the list and on the map.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::page::{Day, Seen};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use crate::example_calendar::{self, Entry};
use crate::mercator;

pub const TESTS: &[Test] = tests! {
    Scrolling: [the_weekend_is_listed_and_mapped],
    Network: [a_compressed_file_is_read],
    Logic: [the_map_counts_exactly_what_lies_in_view, the_header_says_what_the_calendar_is],
};

/// Every entry of the file is in the list under its day, and on the map.
fn the_weekend_is_listed_and_mapped(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    let entries = example_calendar::entries(session)?;
    let located = entries
        .iter()
        .filter(|entry| entry.position.is_some())
        .count();
    let seen = page.sees("every event on the map", |seen| seen.on_map() == located)?;
    assert_eq!(
        (seen.total, seen.matched, seen.problems),
        (Some(entries.len()), Some(entries.len()), Some(0))
    );
    ensure!(
        page.text("section[data-day='2023-11-03'] h2")?
            .contains("Friday"),
        "the first day is a Friday"
    );
    let days = page.walk()?;
    let dates: Vec<_> = days.iter().map(|day| day.date.as_str()).collect();
    assert_eq!(dates, ["2023-11-03", "2023-11-04", "2023-11-05"]);
    for day in &seen.days {
        assert_eq!(day.heading.as_deref(), Some(day.date.as_str()));
    }
    for day in &days {
        let on_day = |entry: &&Entry| entry.date == day.date;
        let expected: BTreeSet<_> = entries
            .iter()
            .filter(on_day)
            .map(|entry| entry.id.as_str())
            .collect();
        let listed: BTreeSet<_> = day.events.iter().map(String::as_str).collect();
        assert_eq!(listed, expected, "{}", day.date);
        assert_eq!(
            day.events.len(),
            expected.len(),
            "an event twice on {}",
            day.date
        );
    }
    agrees(&seen, &days, &entries);
    // All of it is over: the page says so, and shows all.
    // The list was scrolled to its end, where WebKit's driver finds no text in what is out of sight.
    page.wait_for(
        "a chip that says that nothing is upcoming",
        "return document.querySelector('.chip.chosen [data-opens=days]')?.textContent === 'Nothing upcoming'",
    )?;
    Ok(())
}

/// With a place in the link, the map's counts add up to the events inside its edges.
fn the_map_counts_exactly_what_lies_in_view(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let entries = example_calendar::entries(session)?;
    // Europe, the Levant, the Gulf of Guinea, and the ocean.
    for (zoom, lat, lon) in [
        (4.0, 50.0, 8.0),
        (7.0, 32.0, 35.3),
        (5.0, 5.0, 3.0),
        (6.0, -40.0, -120.0),
    ] {
        page.visit(&host.url(&format!("?map={zoom}/{lat}/{lon}")))?;
        let script = "const map = document.querySelector('.leaflet-container');
            return map ? [map.clientWidth, map.clientHeight] : null";
        page.wait_for(
            "the map",
            "return document.querySelector('.leaflet-container') !== null",
        )?;
        let (width, height): (f64, f64) = page.ask(script, json!([]))?;
        let inside = |entry: &&Entry| {
            entry
                .position
                .is_some_and(|at| mercator::in_view(at, (lat, lon), zoom, width, height))
        };
        let expected: Vec<_> = entries.iter().filter(inside).collect();
        let seen = page.sees(&format!("{} events in view", expected.len()), |seen| {
            seen.on_map() == expected.len()
        })?;
        let expected: BTreeSet<_> = expected.iter().map(|entry| entry.id.as_str()).collect();
        for marker in &seen.markers {
            ensure!(
                expected.contains(marker.as_str()),
                "{marker} lies outside of the view"
            );
        }
    }
    Ok(())
}

/// Whatever the host does to save bytes, nothing is lost.
fn a_compressed_file_is_read(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.compress(browser_tests::host::Compression::Gzip);
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url(""))?;
    assert_eq!(seen.total, Some(example_calendar::entries(session)?.len()));
    let file = host
        .requests()
        .into_iter()
        .find(|request| request.path() == Some("events.json"));
    ensure!(
        file.is_some_and(|file| file.header("accept-encoding").contains("gzip")),
        "the file came compressed"
    );
    Ok(())
}

/// Title, description and the day of the last change.
fn the_header_says_what_the_calendar_is(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    let text: String = page.ask("return document.body.innerText", json!([]))?;
    for part in [
        "Demonstrations for Palestine, 3 to 5 November 2023",
        "on every continent",
        "2023",
    ] {
        ensure!(text.contains(part), "“{part}” is to be read");
    }
    let title: String = page.ask("return document.title", json!([]))?;
    ensure!(
        title.contains("Demonstrations for Palestine"),
        "the tab is called “{title}”"
    );
    Ok(())
}

/// List and map are of the same events.
fn agrees(seen: &Seen, days: &[Day], entries: &[Entry]) {
    let listed: BTreeSet<_> = days.iter().flat_map(|day| &day.events).collect();
    assert_eq!(Some(listed.len()), seen.matched);
    for marker in &seen.markers {
        assert!(
            listed.contains(marker),
            "{marker} is on the map but not in the list"
        );
    }
    let located = |entry: &&Entry| entry.position.is_some() && listed.contains(&entry.id);
    assert_eq!(seen.on_map(), entries.iter().filter(located).count());
}
