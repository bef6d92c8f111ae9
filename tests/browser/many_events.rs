//! With ten thousand events the document stays small and every action works.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Scrolling: [ten_thousand_events_stay_usable],
};

const MANY: usize = 10_000;

/// Made-up events spread over days and the globe.
fn crowd() -> Value {
    let event = |at: usize| {
        let country = ["DE", "BR", "JP", "US"][at % 4];
        json!({
            "id": format!("e{at}"), "title": format!("Rally number {at}"), "start": format!("2031-{:02}-{:02}", 1 + at % 12, 1 + at / 12 % 28),
            "city": format!("City {}", at % 500), "country": country,
            "lat": (at * 7919 % 12_000) as f64 / 100.0 - 60.0, "lon": (at * 104_729 % 36_000) as f64 / 100.0 - 180.0
        })
    };
    json!({ "format": "marchmap/1", "events": (0..MANY).map(event).collect::<Vec<_>>() })
}

fn ten_thousand_events_stay_usable(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &crowd());
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?when=all"))?;
    let seen = page.sees("all of them on the map", |seen| seen.on_map() == MANY)?;
    assert_eq!((seen.total, seen.matched), (Some(MANY), Some(MANY)));
    let elements = page.count("*")?;
    ensure!(elements < 6000, "{elements} elements for {MANY} events");
    let first = seen.listed().len();
    ensure!(first < 1000, "{first} rows at once");
    // The end of the list is there for whoever scrolls to it, and the page stays as light.
    page.browser().run(
        "scrollTo(0, document.documentElement.scrollHeight)",
        json!([]),
    )?;
    let seen = page.sees("the last day", |seen| {
        seen.days.last().is_some_and(|day| day.date == "2031-12-28")
    })?;
    ensure!(
        seen.listed().len() < 1000 && page.count("*")? < 6000,
        "{}",
        seen.in_short()
    );
    page.search("number 9999")?;
    let seen = page.sees("one", |seen| seen.matched == Some(1) && seen.on_map() == 1)?;
    assert_eq!(seen.listed(), ["e9999"]);
    page.open_from_list("e9999")?;
    page.back()?;
    page.sees("closed", |seen| seen.opened.is_none())?;
    Ok(())
}
