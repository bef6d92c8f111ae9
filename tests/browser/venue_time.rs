//! Times are the venue's, labelled with the offset their moment has, and the visitor's own time beside them is on the
//! right day.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Host};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Intl: [
        times_at_the_edge_are_shown,
        a_time_that_clocks_skip_has_the_offset_of_its_moment,
        a_written_offset_goes_before_that_of_the_zone,
        a_time_two_days_away_is_not_one_day_away,
        a_leap_second_is_a_time,
    ],
};

/// The text of the panel of an event, opened in the page that is there by its link's query.
pub fn panel(page: &Page, id: &str) -> Result<String> {
    page.go(&format!("?when=all&event={id}"))?;
    page.sees("the event", |seen| seen.opened.as_deref() == Some(id))?;
    page.text(&format!("aside[data-open-event={id}]"))
}

/// The first and the last year that can be written, seen from a clock ten years ahead or behind.
fn times_at_the_edge_are_shown(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |(at, (start, zone)): (usize, &(&str, &str))| json!({ "id": format!("e{at}"), "title": "Vigil", "start": start, "end": start, "timezone": zone });
    const TIMES: [(&str, &str); 6] = [
        ("0000-01-01T00:00", "Pacific/Kiritimati"),
        ("0000-01-01", "Europe/Paris"),
        ("0001-01-01T00:00:00+18:00", "Europe/Paris"),
        ("1883-11-18T12:03:58", "America/New_York"),
        ("9999-12-31T23:59", "Pacific/Pago_Pago"),
        ("9999-12-31T23:59:59-18:00", "Pacific/Pago_Pago"),
    ];
    let events: Vec<Value> = TIMES.iter().enumerate().map(event).collect();
    host.answer("events.json", &json!(events));
    let index = std::fs::read_to_string(session.dist().join("index.html"))?;
    let (before, after) = index.split_once("<head>").context("a head")?;
    let page = session.visitor(LAPTOP)?;
    for now in [0.0, -8.64e15, 8.64e15, 4e12] {
        let clock = format!("<script>Date.now = () => {now}</script>");
        host.answer("", Answer::html(&format!("{before}<head>{clock}{after}")));
        let seen = page.visit(&host.url("?when=all"))?;
        assert_eq!(
            (seen.total, seen.matched, seen.dates().len()),
            (Some(TIMES.len()), Some(TIMES.len()), 4),
            "{now}"
        );
        for (at, (start, zone)) in TIMES.iter().enumerate() {
            let text = panel(&page, &format!("e{at}"))?;
            ensure!(text.contains("Vigil"), "{start} {zone} {now}: {text}");
        }
    }
    for now in ["0000-01-01T00:00:00%2B18:00", "9999-12-31T23:59:59-18:00"] {
        page.visit(&host.url(&format!("?now={now}")))?;
        for when in ["upcoming", "weekend", "month", "past"] {
            // A page that has failed at one of them does not turn to the other view.
            for (view, months) in [("list", 0), ("month", 1)] {
                page.go(&format!("?now={now}&when={when}&view={view}"))?;
                page.wait_for(
                    &format!("the {view} of {when} at {now}"),
                    &format!("return document.querySelectorAll('.month').length === {months}"),
                )?;
            }
        }
    }
    Ok(())
}

fn a_time_that_clocks_skip_has_the_offset_of_its_moment(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |id: &str, start: &str, zone: &str| json!({ "id": id, "title": "Vigil", "start": start, "timezone": zone });
    host.answer(
        "events.json",
        &json!([
            event("berlin", "2024-03-31T02:30", "Europe/Berlin"),
            event("before", "2024-03-31T01:30", "Europe/Berlin"),
            event("after", "2024-03-31T03:30", "Europe/Berlin"),
            event("york", "2024-03-10T02:30", "America/New_York"),
            event("howe", "2024-10-06T02:15", "Australia/Lord_Howe"),
            event("apia", "2011-12-30T12:00", "Pacific/Apia"),
            // Twice: the first is meant.
            event("twice", "2024-10-27T02:30", "Europe/Berlin"),
        ]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?when=all"))?;
    for (id, label) in [
        ("berlin", "Local time: UTC+01:00"),
        ("before", "(GMT+1)"),
        ("after", "(GMT+2)"),
        ("york", "Local time: UTC−05:00"),
        ("howe", "Local time: UTC+10:30"),
        ("apia", "Local time: UTC−10:00"),
        ("twice", "(GMT+2)"),
    ] {
        let text = panel(&page, id)?;
        ensure!(text.contains(label), "{id}: “{label}” in: {text}");
    }
    Ok(())
}

fn a_written_offset_goes_before_that_of_the_zone(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([{ "id": "paris", "title": "Vigil", "start": "2031-01-05T14:00:00+02:00", "timezone": "Europe/Paris" }]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?when=all"))?;
    let text = panel(&page, "paris")?;
    ensure!(text.contains("Local time: UTC+02:00"), "{text}");
    Ok(())
}

/// A host whose visitors are so many minutes west of UTC, with an event in Pago Pago and one in Kiritimati.
fn seen_from(session: &Session, west: i32) -> Result<Host> {
    let host = session.host()?;
    let index = std::fs::read_to_string(session.dist().join("index.html"))?;
    let (before, after) = index.split_once("<head>").context("a head")?;
    let clock = format!("<script>Date.prototype.getTimezoneOffset = () => {west}</script>");
    host.answer("", Answer::html(&format!("{before}<head>{clock}{after}")));
    let event = |id: &str, start: &str, zone: &str| json!({ "id": id, "title": "Vigil", "start": start, "timezone": zone });
    host.answer(
        "events.json",
        &json!([
            event("pago", "2031-05-03T23:30", "Pacific/Pago_Pago"),
            event("kiritimati", "2031-05-03T00:30", "Pacific/Kiritimati"),
        ]),
    );
    Ok(host)
}

fn a_time_two_days_away_is_not_one_day_away(session: &Session) -> Result<()> {
    let page = session.visitor(LAPTOP)?;
    let card = |id: &str| page.text(&format!("[data-list] article[data-event={id}]"));
    let host = seen_from(session, -14 * 60)?;
    page.visit(&host.url("?when=all"))?;
    let text = card("pago")?;
    ensure!(text.contains("2 days later your time"), "{text}");
    ensure!(
        !card("kiritimati")?.contains("your time"),
        "it is the same time"
    );
    page.go("?when=all&clock=mine")?;
    let says = |id: &str, all: &[&str]| {
        wait::until(&format!("{all:?} on {id}"), || {
            let text = card(id)?;
            Ok(match all.iter().all(|part| text.contains(part)) {
                true => Ok(()),
                false => Err(text),
            })
        })
    };
    says("pago", &["2 days later", "there"])?;
    let host = seen_from(session, 11 * 60)?;
    page.visit(&host.url("?when=all"))?;
    let text = card("kiritimati")?;
    ensure!(text.contains("2 days before your time"), "{text}");
    page.go("?when=all&lang=ar")?;
    says("kiritimati", &["قبل ذلك بيومين"])?;
    Ok(())
}

fn a_leap_second_is_a_time(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([{ "id": "last", "title": "Vigil", "start": "2016-12-31T23:59:60Z", "timezone": "Etc/UTC" }]),
    );
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url("?when=all"))?;
    assert_eq!((seen.problems, seen.dates()), (Some(0), vec!["2016-12-31"]));
    let text = panel(&page, "last")?;
    ensure!(text.contains(":59"), "{text}");
    Ok(())
}
