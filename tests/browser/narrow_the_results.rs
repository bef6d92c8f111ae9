//! A visitor narrows the results: facets, chips, highlighted words, and times by their own clock.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::Gate;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Keyboard: [typing_works_before_the_file_arrives],
    Intl: [my_clock_changes_times_but_not_days],
    Logic: [two_countries_are_chosen_and_one_removed, other_filters_are_taken_away_one_by_one, a_long_facet_is_searched_on_a_phone, slash_focuses_the_search_box, found_words_are_marked],
};

const RESETS: &str = "return [...document.querySelectorAll('[data-action=reset]')].filter(reset => reset.checkVisibility()).length === 1";

/// Types into what the selector finds.
pub(crate) fn type_at(page: &Page, selector: &str, text: &str) -> Result<()> {
    page.press(selector)?;
    page.keys(text)
}

fn two_countries_are_chosen_and_one_removed(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let all = page.visit(&host.url(""))?.total;
    assert_eq!(page.count(".chip.chosen [data-opens=country]")?, 0);
    page.press_in("country", "input[type=checkbox][name=country][value=DE]")?;
    page.sees("Germany", |seen| {
        seen.query == "country=DE" && seen.matched == Some(2)
    })?;
    page.press("input[type=checkbox][name=country][value=FR]")?;
    page.sees("Germany and France", |seen| {
        seen.query == "country=DE&country=FR" && seen.matched == Some(12) && seen.on_map() == 12
    })?;
    let sentence: String = page.ask(
        "return document.querySelector('.summary [role=status]').textContent",
        json!([]),
    )?;
    for part in ["12 of 115", "Germany", "France"] {
        ensure!(sentence.contains(part), "the sentence says “{sentence}”");
    }
    page.wait_for("one way back", RESETS)?;
    page.press("input[type=checkbox][name=country][value=DE]")?;
    page.sees("France", |seen| {
        seen.query == "country=FR" && seen.matched == Some(10)
    })?;
    let ticked: Vec<String> = page.ask(
        "return [...document.querySelectorAll('input[name=country]:checked')].map(box => box.value)",
        json!([]),
    )?;
    assert_eq!(ticked, ["FR"]);
    assert_eq!(
        page.text("dialog.sheet [data-action=show-results]")?,
        "Show 10 events"
    );
    page.press("dialog.sheet [data-action=show-results]")?;
    page.wait_for(
        "the focus on the chip that opened the sheet",
        "return document.activeElement.dataset.opens === 'country'",
    )?;
    assert_eq!(page.text(".chip.chosen [data-opens=country]")?, "France");
    page.press(".chip [data-action=remove][aria-label='Remove France']")?;
    page.sees("all", |seen| seen.matched == all && seen.query.is_empty())?;
    page.wait_for(
        "the focus on the chip",
        "return document.activeElement.dataset.opens === 'country'",
    )?;
    assert_eq!(page.count(".chip.chosen [data-opens=country]")?, 0);
    Ok(())
}

/// What has no chip of its own gets one while it is in use.
fn other_filters_are_taken_away_one_by_one(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?city=paris&city=lyon"))?;
    page.press(".chip [aria-label='Remove paris']")?;
    page.sees("Lyon", |seen| seen.query == "city=lyon")?;
    page.press(".chip [aria-label='Remove lyon']")?;
    page.sees("all", |seen| seen.query.is_empty())?;
    // Named times are one press, and one more.
    page.visit(&host.url("?now=2023-11-02T12:00:00Z"))?;
    page.press("[data-when=weekend]")?;
    page.sees("the weekend", |seen| {
        seen.dates().first() == Some(&"2023-11-04")
    })?;
    page.press("[data-when=weekend][aria-pressed=true]")?;
    page.sees("all days", |seen| {
        seen.dates().first() == Some(&"2023-11-03")
    })?;
    Ok(())
}

fn a_long_facet_is_searched_on_a_phone(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(""))?;
    page.press_in("more", "details[data-facet=city] summary")?;
    let offered = "details[data-facet=city] input[type=checkbox]";
    page.wait_for(
        "a hundred at most",
        "const offered = document.querySelectorAll('details[data-facet=city] input[type=checkbox]').length;
        return 13 <= offered && offered <= 100",
    )?;
    type_at(
        &page,
        "details[data-facet=city] input[type=search]",
        "sao p",
    )?;
    page.wait_for(
        "one city",
        "return document.querySelectorAll('details[data-facet=city] input[type=checkbox]').length === 1",
    )?;
    page.press(offered)?;
    page.sees("São Paulo", |seen| seen.matched == Some(1))?;
    // A chosen value that no event has under the other filters stays, to be unticked.
    page.visit(&host.url("?country=FR&city=sao+paulo"))?;
    page.press_in("more", "details[data-facet=city] summary")?;
    page.press(&format!("{offered}:checked"))?;
    page.sees("France", |seen| seen.query == "country=FR")?;
    // A facet with a single value is not shown: every entry has the same status and language.
    assert_eq!(
        page.count("details[data-facet=status], details[data-facet=language]")?,
        0
    );
    Ok(())
}

fn typing_works_before_the_file_arrives(session: &Session) -> Result<()> {
    let gate = Gate::default();
    let host = session.host_that_holds_events(&gate)?;
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    page.wait_for(
        "the search box",
        "return document.querySelector('input[type=search][name=q]') !== null",
    )?;
    type_at(&page, "input[type=search][name=q]", "national par")?;
    assert_eq!(page.seen()?.state, "loading");
    gate.open();
    page.ready()?;
    type_at(&page, "input[type=search][name=q]", "is")?;
    page.sees("Paris", |seen| {
        seen.listed() == ["paris-2023-11-04"] && seen.query == "q=national+paris"
    })?;
    let typed: String = page.ask(
        "return document.querySelector('input[name=q]').value",
        json!([]),
    )?;
    assert_eq!(typed, "national paris");
    Ok(())
}

fn slash_focuses_the_search_box(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.tab_to("article[data-event] a", 16)?;
    page.keys("/")?;
    page.wait_for(
        "the focus in the search box",
        "return document.activeElement.name === 'q'",
    )?;
    page.keys("a/b")?;
    page.sees("all of it typed, the first stroke not", |seen| {
        seen.query == "q=a/b"
    })?;
    Ok(())
}

fn found_words_are_marked(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?q=republique+par"))?;
    let marked = "return [...document.querySelectorAll('article[data-event=\"paris-2023-11-04\"] mark')].map(mark => mark.textContent)";
    let found: Vec<String> = page.ask(marked, json!([]))?;
    assert_eq!(found, ["République", "Par"]);
    page.search("paris")?;
    page.sees("Paris", |seen| seen.query == "q=paris")?;
    page.wait_for(
        "Paris marked",
        "return [...document.querySelectorAll('[data-list] mark')].map(mark => mark.textContent).join() === 'Paris'",
    )?;
    Ok(())
}

/// Kiritimati is fourteen hours ahead of UTC: nobody else's clock shows the same.
fn my_clock_changes_times_but_not_days(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([{ "id": "far", "title": "Far", "start": "2031-05-03T01:30", "timezone": "Pacific/Kiritimati" },
                { "id": "day", "title": "No time", "start": "2031-05-03", "timezone": "Pacific/Kiritimati" }]),
    );
    let page = session.visitor(LAPTOP)?;
    let venue = page.visit(&host.url("?lang=en"))?;
    let rail = "article[data-event=far] .rail";
    let before = page.text(rail)?;
    page.choose("clock", "mine")?;
    let mine = page.sees("the clock in the link", |seen| {
        seen.query.contains("clock=mine")
    })?;
    let after = page.text(rail)?;
    ensure!(before != after, "“{before}” is now “{after}”");
    assert_eq!(venue.dates(), ["2031-05-03"]);
    assert_eq!(
        (mine.dates(), mine.listed()),
        (venue.dates(), venue.listed())
    );
    Ok(())
}
