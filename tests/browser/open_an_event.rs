//! A visitor opens an event, does something about it or follows it to others, and returns to the same place in the list.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Scrolling: [opened_from_the_list_and_closed_with_escape],
    Logic: [closed_with_its_button_on_a_phone, when_and_where_come_before_what_can_be_done, what_is_over_is_not_first_offered_to_a_calendar],
};

/// An event of the example.
pub const ONE: &str = "washington-2023-11-04";

/// Where the focus is.
fn focus(page: &Page) -> Result<String> {
    page.ask(
        "return document.activeElement.closest('[data-event], [data-open-event]')?.dataset.event
            ?? document.activeElement.closest('[data-open-event]')?.dataset.openEvent
            ?? document.activeElement.tagName",
        json!([]),
    )
}

fn opened_from_the_list_and_closed_with_escape(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.open_from_list(ONE)?;
    page.sees("its link", |seen| seen.query == format!("event={ONE}"))?;
    let text = page.text("aside[data-open-event]")?;
    for part in ["Washington", "2023", "11:00"] {
        ensure!(text.contains(part), "“{part}” in: {text}");
    }
    page.wait_for(
        "the focus in the panel",
        "return document.activeElement.closest('[data-open-event]') !== null",
    )?;
    page.key(Key::Escape)?;
    page.sees("the list again", |seen| {
        seen.opened.is_none() && seen.query.is_empty()
    })?;
    assert_eq!(focus(&page)?, ONE, "the focus is back on its row");
    Ok(())
}

/// The sheet on a phone has a way back of its own.
fn closed_with_its_button_on_a_phone(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(""))?;
    page.open_from_list("paris-2023-11-04")?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.sees("the list", |seen| seen.opened.is_none())?;
    let in_view: bool = page.ask(
        "const box = document.querySelector('article[data-event=\"paris-2023-11-04\"]').getBoundingClientRect();
         return box.top < innerHeight && box.bottom > 0",
        json!([]),
    )?;
    ensure!(in_view, "its row is still in view");
    Ok(())
}

fn what_is_over_is_not_first_offered_to_a_calendar(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |id: &str, start: &str| json!({ "id": id, "title": id, "start": start, "timezone": "Etc/UTC" });
    host.answer(
        "events.json",
        &json!([
            event("over", "2031-05-02T14:00"),
            event("ahead", "2031-05-04T14:00")
        ]),
    );
    for visitor in [PHONE, LAPTOP] {
        let page = session.visitor(visitor)?;
        for (id, expected) in [
            ("over", ["share", "download-ics"]),
            ("ahead", ["download-ics", "share"]),
        ] {
            page.visit(&host.url(&format!("?event={id}&now=2031-05-03T12:00:00Z")))?;
            page.sees("it opened", |seen| seen.opened.as_deref() == Some(id))?;
            let (actions, main): (Vec<String>, usize) = page.ask(
                "const actions = [...document.querySelectorAll('aside .actions [data-action]')];
                 return [actions.map(button => button.dataset.action), actions.filter(button => button.classList.contains('main')).length]",
                json!([]),
            )?;
            assert_eq!(actions, expected, "{id}");
            assert_eq!(main, usize::from(id == "ahead"), "{id}");
        }
    }
    Ok(())
}

fn when_and_where_come_before_what_can_be_done(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |id: &str, fields: Value| {
        let mut event = json!({ "id": id, "title": format!("Event {id}"), "start": "2031-05-10T14:00",
            "timezone": "Etc/UTC", "city": "Lyon", "country": "FR", "lat": 45.76, "lon": 4.83 });
        for (key, value) in fields.as_object().into_iter().flatten() {
            event[key] = value.clone();
        }
        event
    };
    host.answer("events.json", &json!({
        "calendar": { "contact": { "email": "post@example.org" } },
        "events": [
            event("a", json!({ "series": "Weekly vigil", "campaign": "Day & night" })),
            event("b", json!({ "series": "Weekly vigil", "start": "2031-05-17T14:00" })),
            event("off", json!({ "status": "cancelled" })),
            event("on", json!({ "start": "2031-05-03T10:00", "end": "2031-05-03T16:00", "campaign": "Day & night" })),
        ]
    }));
    let page = session.visitor(PHONE)?;
    let now = "now=2031-05-03T12:00:00Z";
    page.visit(&host.url(&format!("?event=a&{now}")))?;
    let order: Vec<f64> = page.ask(
        "return ['h2', '.standing', '.fact.when', '.fact.where', '[data-action=download-ics]', '.directions', '.series-dates', '.beside', '.correction']
            .map(part => document.querySelector(`aside[data-open-event] ${part}`).getBoundingClientRect().top)",
        json!([]),
    )?;
    ensure!(order[..4].is_sorted() && order[3] < 740.0, "{order:?}");
    ensure!(order[4] > order[3], "{order:?}");
    ensure!(order[5..].is_sorted(), "{order:?}");
    // Within reach, however long the event's page is.
    let reached: bool = page.ask(
        "const box = document.querySelector('aside [data-action=download-ics]').getBoundingClientRect();
         return box.bottom <= innerHeight && document.querySelector('aside [data-action=download-ics]').classList.contains('main')",
        json!([]),
    )?;
    ensure!(reached, "the buttons are in sight");
    assert_eq!(page.text("aside .standing")?, "in 7 days");
    // Words of some languages are longer: the row stays one, on the screen and within its width.
    for language in ["de", "id", "ur"] {
        page.visit(&host.url(&format!("?event=a&{now}&lang={language}")))?;
        page.wait_for("the language", &format!("return document.documentElement.lang === '{language}' && document.querySelector('aside .actions') !== null"))?;
        let row: Vec<f64> = page.ask(
            "const bar = document.querySelector('aside .actions');
             const tops = [...bar.querySelectorAll('button')].map(button => button.offsetTop);
             return [innerHeight - bar.getBoundingClientRect().bottom, tops[1] - tops[0], bar.scrollWidth - bar.clientWidth]",
            json!([]),
        )?;
        ensure!(
            row[0] > -1.0 && row[1..].iter().all(|pixels| pixels.abs() < 1.0),
            "{language}: {row:?}"
        );
    }
    page.visit(&host.url(&format!("?event=a&{now}")))?;
    page.wait_for(
        "the related events",
        "return document.documentElement.lang === 'en' && document.querySelector('aside .related article') !== null",
    )?;
    let related: Vec<String> = page.ask(
        "return [...document.querySelectorAll('aside .related article')].map(card => card.dataset.event)",
        json!([]),
    )?;
    assert_eq!(related, ["b", "off"]);
    let mail: String = page.ask(
        "return document.querySelector('aside .correction a').href",
        json!([]),
    )?;
    ensure!(
        mail.starts_with("mailto:post@example.org?subject=")
            && mail.contains("%0Aa%0AEvent%20a%0A"),
        "{mail}"
    );
    page.press("aside .series-dates a")?;
    page.sees("the other date", |seen| seen.opened.as_deref() == Some("b"))?;
    page.visit(&host.url(&format!("?event=off&{now}")))?;
    let buttons: Vec<String> = page.ask(
        "return [...document.querySelectorAll('aside .actions button')].map(button => button.dataset.action)",
        json!([]),
    )?;
    assert_eq!(buttons, ["share", "download-ics"]);
    assert_eq!(page.count("aside .standing, aside button.main")?, 0);
    page.visit(&host.url(&format!("?event=on&{now}")))?;
    assert_eq!(
        page.text("aside .standing")?.replace('\u{202f}', " "),
        "Under way since 10:00 AM"
    );
    page.press("aside .fact.campaign a")?;
    let seen = page.sees("the campaign's events", |seen| seen.opened.is_none())?;
    ensure!(
        seen.matched == Some(2) && seen.query.contains("campaign=Day+%26+night"),
        "{}",
        seen.in_short()
    );
    Ok(())
}
