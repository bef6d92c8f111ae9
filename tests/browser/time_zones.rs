//! Zones are ids of the tz database, however written; anything else is a problem, and the time is local without a zone.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::venue_time::panel;

pub const TESTS: &[Test] = tests! {
    Intl: [abbreviations_are_no_zones, ids_of_the_database_are_zones],
};

/// ICU accepts its own old names: `BST` is Bangladesh, `AST` Alaska, `IST` India. None is an id of a place in the tz
/// database.
fn abbreviations_are_no_zones(session: &Session) -> Result<()> {
    const NAMES: [&str; 19] = [
        "BST",
        "AST",
        "IST",
        "ECT",
        "PST",
        "EST",
        "CET",
        "EST5EDT",
        "PST8PDT",
        "SystemV/AST4",
        "Canada/East-Saskatchewan",
        "US/Pacific-New",
        "us/pacific-new",
        "Etc/Unknown",
        "+02:00",
        "GMT+1",
        "UTC+2",
        "Europe/Pariss",
        "posix/Europe/Paris",
    ];
    let host = session.host()?;
    let event = |(at, zone): (usize, &&str)| json!({ "id": format!("e{at}"), "title": "Rally", "start": "2031-05-03T14:00", "timezone": zone });
    let events: Vec<Value> = NAMES.iter().enumerate().map(event).collect();
    host.answer("events.json", &json!(events));
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url("?when=all"))?;
    assert_eq!(
        (seen.total, seen.problems),
        (Some(NAMES.len()), Some(NAMES.len()))
    );
    let list = page.text("[data-list]")?;
    ensure!(
        !list.contains("your time"),
        "nobody knows the visitor's time: {list}"
    );
    for (at, name) in NAMES.iter().enumerate() {
        let text = panel(&page, &format!("e{at}"))?;
        let is_local = text.contains("the time zone is not stated") && !text.contains("Your time");
        ensure!(is_local, "{name}: {text}");
    }
    Ok(())
}

/// However the database or the visitor's browser spells it: of another case, renamed, fixed, new.
fn ids_of_the_database_are_zones(session: &Session) -> Result<()> {
    const ZONES: [(&str, &str, usize); 12] = [
        ("Europe/Paris", "(GMT+2)", 0),
        ("europe/PARIS", "(GMT+2)", 1),
        ("Asia/Calcutta", "(GMT+5:30)", 0),
        ("Asia/Kolkata", "(GMT+5:30)", 0),
        ("asia/calcutta", "(GMT+5:30)", 1),
        ("US/Pacific", "(GMT-7)", 0),
        ("Etc/GMT+5", "GMT-5", 0),
        ("Etc/UTC", "GMT", 0),
        ("utc", "GMT", 1),
        ("America/Argentina/Buenos_Aires", "(GMT-3)", 0),
        ("America/port-AU-prince", "(GMT-4)", 1),
        ("Europe/Kyiv", "(GMT+3)", 0),
    ];
    let host = session.host()?;
    let event = |(at, (zone, ..)): (usize, &(&str, &str, usize))| json!({ "id": format!("e{at}"), "title": "Rally", "start": "2031-05-03T14:00", "timezone": zone });
    let events: Vec<Value> = ZONES.iter().enumerate().map(event).collect();
    host.answer("events.json", &json!(events));
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url("?when=all"))?;
    let problems = ZONES.iter().map(|(.., problems)| problems).sum();
    assert_eq!(seen.problems, Some(problems));
    for (at, (zone, label, _)) in ZONES.iter().enumerate() {
        let text = panel(&page, &format!("e{at}"))?;
        let text = text.replace('−', "-");
        ensure!(text.contains(label), "{zone}: “{label}” in: {text}");
        ensure!(!text.contains("is not stated"), "{zone}: {text}");
    }
    Ok(())
}
