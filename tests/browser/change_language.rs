//! The page is in the visitor's language and direction; event texts keep their own.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Layout: [arabic_by_link],
    Intl: [arabic_by_the_browser],
    Logic: [a_language_is_chosen_from_the_menu, event_texts_keep_their_direction],
};

/// Whether every text of the interface has been put into Arabic, right to left.
fn speaks_arabic(page: &browser_tests::page::Page) -> Result<()> {
    let seen = page.sees("Arabic", |seen| seen.lang == "ar" && seen.dir == "rtl")?;
    ensure!(seen.total.is_some(), "the list is there");
    let (name, heading): (String, String) = page.ask(
        "return [document.querySelector('input[name=q]').getAttribute('aria-label'),
            document.querySelector('section[data-day=\"2023-11-03\"] h2').textContent]",
        json!([]),
    )?;
    let arabic = |text: &str| {
        text.chars()
            .any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter))
    };
    ensure!(arabic(&name), "the search box is called “{name}”");
    ensure!(
        heading.contains("الجمعة"),
        "the first day is called “{heading}”"
    );
    Ok(())
}

fn arabic_by_link(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?lang=ar"))?;
    speaks_arabic(&page)?;
    // The list lies at the start, which is the right.
    let (list, map): (f64, f64) = page.ask(
        "const left = selector => document.querySelector(selector).getBoundingClientRect().left;
         return [left('section[data-list]'), left('[role=region]')]",
        json!([]),
    )?;
    ensure!(list > map, "the list is right of the map: {list} > {map}");
    // The titles come in Arabic where the file has them.
    let text = page.text("article[data-event='tyre-2023-11-03']")?;
    ensure!(text.contains("مسيرة تضامنية مع غزة"), "in Arabic: {text}");
    Ok(())
}

fn arabic_by_the_browser(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(Visitor {
        language: "ar",
        ..PHONE
    })?;
    page.visit(&host.url(""))?;
    speaks_arabic(&page)?;
    // A link's language comes first.
    page.visit(&host.url("?lang=en"))?;
    page.sees("English", |seen| seen.lang == "en" && seen.dir == "ltr")?;
    Ok(())
}

fn a_language_is_chosen_from_the_menu(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.choose("lang", "ar")?;
    speaks_arabic(&page)?;
    page.sees("it in the link", |seen| seen.query.contains("lang=ar"))?;
    page.reload()?;
    page.ready()?;
    speaks_arabic(&page)?;
    page.choose("lang", "en")?;
    page.sees("English", |seen| seen.lang == "en" && seen.dir == "ltr")?;
    Ok(())
}

/// An Arabic title on the English page reads from the right, and says that it is Arabic.
fn event_texts_keep_their_direction(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([
            { "id": "a", "title": "مسيرة في المدينة", "start": "2031-05-03", "language": "ar" },
            { "id": "b", "title": "March", "start": "2031-05-03", "language": "en" }
        ]),
    );
    let page = session.visitor(LAPTOP)?;
    for language in ["en", "ar"] {
        page.visit(&host.url(&format!("?lang={language}")))?;
        page.sees(language, |seen| seen.lang == language)?;
        let directions: Vec<(String, String)> = page.ask(
            "return ['a', 'b'].map(id => {
                const title = document.querySelector(`article[data-event=${id}] h3 [dir=auto]`);
                return [getComputedStyle(title).direction, title.closest('[lang]').lang]
            })",
            json!([]),
        )?;
        let directions: Vec<_> = directions
            .iter()
            .map(|(dir, lang)| (dir.as_str(), lang.as_str()))
            .collect();
        assert_eq!(
            directions,
            [("rtl", "ar"), ("ltr", "en")],
            "on the page in {language}"
        );
    }
    Ok(())
}
