//! The month view: by keyboard, by touch, by link, and from right to left.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Keyboard: [the_month_view_by_keyboard_only],
    Layout: [the_month_in_arabic_runs_from_right_to_left, days_of_a_month_have_no_half_lines_and_no_covered_counts],
    Logic: [a_link_restores_the_month_view, the_month_view_on_a_phone, an_event_of_several_days_is_on_each_day_of_the_month],
};

/// Waits until that day has the focus.
fn on_day(page: &Page, date: &str) -> Result<()> {
    page.wait_for(
        &format!("the focus on {date}"),
        &format!("return document.activeElement.dataset.date === '{date}'"),
    )
}

/// The days of the month with events: `2023-11-03 9`, with a star where chosen.
fn month(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "return [...document.querySelectorAll('.month td')].filter(day => day.dataset.count > 0).map(day =>
            `${day.dataset.date} ${day.dataset.count}${day.ariaSelected === 'true' ? '*' : ''}`)",
        json!([]),
    )
}

fn the_month_view_by_keyboard_only(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.tab_to("button[data-action=view-both]", 10)?;
    page.key(Key::End)?;
    page.key(Key::Enter)?;
    page.sees("the month view", |seen| seen.query == "view=month")?;
    // The last of what is over is at hand.
    page.tab_to(".month td", 30)?;
    on_day(&page, "2023-11-05")?;
    assert_eq!(
        month(&page)?,
        ["2023-11-03 9*", "2023-11-04 94*", "2023-11-05 12*"]
    );
    assert_eq!(
        page.count(".month td[tabindex='0']")?,
        1,
        "one stop for Tab"
    );
    // In American English a week is from Sunday to Saturday.
    for (key, expected) in [
        (Key::Left, "2023-11-04"),
        (Key::Home, "2023-10-29"),
        (Key::End, "2023-11-04"),
        (Key::Up, "2023-10-28"),
        (Key::Down, "2023-11-04"),
        (Key::PageDown, "2023-12-04"),
        (Key::PageUp, "2023-11-04"),
        (Key::Right, "2023-11-05"),
        (Key::Left, "2023-11-04"),
    ] {
        page.key(key)?;
        on_day(&page, expected)?;
    }
    page.key_with_shift(Key::PageUp)?;
    on_day(&page, "2022-11-04")?;
    page.key_with_shift(Key::PageDown)?;
    on_day(&page, "2023-11-04")?;
    let name: String = page.ask(
        "return document.activeElement.querySelector(':not([aria-hidden])').textContent",
        json!([]),
    )?;
    ensure!(
        name.contains("Saturday") && name.contains("94 events"),
        "the day says “{name}”"
    );
    // Enter lists the day; the grid keeps its counts and the focus.
    page.key(Key::Enter)?;
    page.sees("the day's events", |seen| {
        seen.query == "from=2023-11-04&to=2023-11-04&view=month"
            && seen.matched == Some(94)
            && seen.dates() == ["2023-11-04"]
    })?;
    assert_eq!(
        month(&page)?,
        ["2023-11-03 9", "2023-11-04 94*", "2023-11-05 12"]
    );
    on_day(&page, "2023-11-04")?;
    // Tab leads out of the grid and to the day's first event.
    page.tab_to("article[data-event] a", 40)?;
    page.key(Key::Enter)?;
    page.sees("an event of that day", |seen| {
        seen.opened
            .as_deref()
            .is_some_and(|id| id.ends_with("2023-11-04"))
    })?;
    page.key(Key::Escape)?;
    page.sees("the list again", |seen| seen.opened.is_none())?;
    Ok(())
}

fn a_link_restores_the_month_view(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let link = "from=2023-11-05&to=2023-11-05&country=FR&view=month";
    let seen = page.visit(&host.url(&format!("?{link}")))?;
    assert_eq!(seen.query, link);
    page.wait_for(
        "the month",
        "return document.querySelector('[data-month=\"2023-11-01\"]') !== null",
    )?;
    let marked: String = page.ask(
        "return document.querySelector('.month td[tabindex=\"0\"]').dataset.date",
        json!([]),
    )?;
    assert_eq!(marked, "2023-11-05");
    assert_eq!(
        seen.dates(),
        if seen.matched == Some(0) {
            vec![]
        } else {
            vec!["2023-11-05"]
        }
    );
    // With no map, and without its code.
    let asked: bool = page.ask(
        "return performance.getEntriesByType('resource').some(file => file.name.includes('leaflet.js'))",
        json!([]),
    )?;
    ensure!(!asked, "the map was not asked for");
    // The moment of the link decides what is today, and where the month begins when nothing is chosen.
    host.answer(
        "events.json",
        &json!([
        { "title": "Now", "start": "2031-05-03" }, { "title": "Later", "start": "2031-07-09" }]),
    );
    page.visit(&host.url("?view=month&now=2031-05-04T10:00:00Z"))?;
    page.wait_for(
        "the month of the next event",
        "return document.querySelector('[data-month=\"2031-07-01\"]') !== null",
    )?;
    page.press("button[data-action=previous-month]")?;
    page.press("button[data-action=previous-month]")?;
    page.wait_for(
        "today",
        "return document.querySelector('td[aria-current=date]')?.dataset.date === '2031-05-04'",
    )
}

fn the_month_in_arabic_runs_from_right_to_left(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?view=month&lang=ar"))?;
    page.sees("Arabic", |seen| seen.lang == "ar" && seen.dir == "rtl")?;
    let (first, last): (f64, f64) = page.ask(
        "const left = number => document.querySelector(`[data-cell='${number}']`).getBoundingClientRect().left;
         return [left(0), left(6)]",
        json!([]),
    )?;
    ensure!(
        first > last,
        "the week begins on the right: {first} > {last}"
    );
    let name: String = page.ask("return document.querySelector('.month th').abbr", json!([]))?;
    assert_eq!(name, "السبت", "the week's first day");
    page.tab_to(".month td", 30)?;
    on_day(&page, "2023-11-05")?;
    page.key(Key::Left)?;
    on_day(&page, "2023-11-06")?;
    page.key(Key::Right)?;
    on_day(&page, "2023-11-05")
}

fn the_month_view_on_a_phone(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(""))?;
    page.press("button[data-action=show-month]")?;
    page.sees("the month view", |seen| seen.query == "view=month")?;
    page.press("td[data-date='2023-11-03']")?;
    let seen = page.sees("the day's events", |seen| seen.matched == Some(9))?;
    assert_eq!(seen.dates(), ["2023-11-03"]);
    let shown: Value = page.ask(
        "const box = selector => document.querySelector(selector).getBoundingClientRect();
         const [month, list, day] = ['.month', '[data-list]', 'td[data-date]'].map(box);
         return [document.documentElement.scrollWidth <= innerWidth, list.top >= month.bottom,
            month.top >= box('form.filters').bottom, day.width >= 44 && day.height >= 44,
            document.querySelector('.month .title').checkVisibility()]",
        json!([]),
    )?;
    assert_eq!(
        shown,
        json!([true, true, true, true, false]),
        "fits, above the list, below the filters, for thumbs, compact"
    );
    // Pressed again, all days are listed again.
    page.press("td[data-date='2023-11-03']")?;
    page.sees("all days", |seen| seen.matched == Some(115))?;
    page.press("button[data-action=show-list]")?;
    page.sees("the list", |seen| seen.query.is_empty())?;
    Ok(())
}

fn an_event_of_several_days_is_on_each_day_of_the_month(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([
            { "id": "camp", "title": "Camp", "start": "2031-04-29T18:00", "end": "2031-05-02" },
            { "id": "march", "title": "March", "start": "2031-05-01T10:00" },
        ]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?view=month&from=2031-05-01&to=2031-05-01&now=2031-04-01T10:00:00Z"))?;
    let expected = [
        "2031-04-29 1",
        "2031-04-30 1",
        "2031-05-01 2*",
        "2031-05-02 1",
    ];
    assert_eq!(month(&page)?, expected);
    let titles: Vec<String> = page.ask(
        "return [...document.querySelectorAll('td[data-date=\"2031-05-01\"] .title')].map(title => title.textContent.replace(/\\s+/g, ' '))",
        json!([]),
    )?;
    assert_eq!(titles, ["10:00 AM March"]);
    // One bar from its first day on, over all of its days in a week.
    let bars: Vec<(String, f64)> = page.ask(
        "return [...document.querySelectorAll('.month .bar')].map(bar => {
            const cell = bar.closest('td');
            return [`${cell.dataset.date} ${bar.textContent}`, Math.round(bar.getBoundingClientRect().width / cell.getBoundingClientRect().width)];
         })",
        json!([]),
    )?;
    assert_eq!(bars, [("2031-04-29 Camp".to_owned(), 4.0)]);
    Ok(())
}

/// Days full of events, some of which last several days.
fn crowded() -> Value {
    let long = "A march from the station to the town hall, with a stop at the bridge";
    let day = |at: usize| format!("2031-05-{:02}", 1 + at % 28);
    let one = |at: usize| {
        let hour = 8 + at % 12;
        json!({ "id": format!("one-{at}"), "title": long, "city": "Garmisch-Partenkirchen", "start": format!("{}T{hour:02}:30", day(at)) })
    };
    let several = |at: usize| json!({ "id": format!("several-{at}"), "title": long, "start": day(at), "end": day(at + 3) });
    let events = (0..90).map(one).chain((0..24).step_by(3).map(several));
    Value::Array(events.collect())
}

fn days_of_a_month_have_no_half_lines_and_no_covered_counts(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &crowded());
    for (visitor, width, height) in [
        (PHONE, 320, 740),
        (PHONE, 360, 740),
        (LAPTOP, 800, 600),
        (LAPTOP, 1280, 800),
        (LAPTOP, 1920, 1080),
    ] {
        let page = session.visitor(visitor)?;
        page.browser().resize(width, height)?;
        page.visit(&host.url("?view=month&now=2031-05-01T06:00:00Z"))?;
        page.wait_for(
            "the bars",
            "return document.querySelector('.month .bar') !== null && document.querySelector('.view-switch') !== null",
        )?;
        let faults: Vec<String> = page.ask(
            "const found = [];
             for (const day of document.querySelectorAll('.month td')) {
                 const box = element => element.getBoundingClientRect();
                 const count = day.querySelector('.count');
                 for (const bar of day.querySelectorAll('.lane'))
                     if (count && box(count).width > 0 && box(bar).height > 0 && box(bar).top < box(count).bottom - 2)
                         found.push(`${day.dataset.date}: a bar covers its count`);
                 for (const title of day.querySelectorAll('.title')) {
                     const edge = box(title.parentElement), range = document.createRange();
                     if (box(title).left > edge.right - 1 || box(title).right < edge.left + 1) continue;
                     range.selectNodeContents(title);
                     for (const line of range.getClientRects())
                         if (line.width > 1 && box(title).bottom > line.bottom - 3 && line.bottom > edge.bottom + 3)
                             found.push(`${day.dataset.date}: half a line at ${line.bottom} of ${edge.bottom}`);
                 }
             }
             return found",
            json!([]),
        )?;
        ensure!(faults.is_empty(), "{width} × {height}: {faults:#?}");
    }
    Ok(())
}
