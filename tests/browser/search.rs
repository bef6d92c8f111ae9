//! A visitor searches by words, country and time; list and map follow together.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::example_calendar;

pub const TESTS: &[Test] = tests! {
    Logic: [words_narrow_list_and_map, a_letter_that_finds_the_same_leaves_the_cards_alone, words_are_found_without_accents_and_in_arabic, a_country_is_chosen, a_time_is_chosen, a_range_of_dates_is_chosen, filters_are_combined, no_results_can_be_undone],
};

/// One word, then none.
fn words_narrow_list_and_map(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let all = page.visit(&host.url(""))?.total;
    page.search("meridian hill")?;
    let seen = page.sees("Washington alone in list and on the map", |seen| {
        seen.matched == Some(1)
            && seen.markers == ["washington-2023-11-04"]
            && seen.clusters.is_empty()
            // The first letters find nothing else.
            && seen.query == "q=meridian+hill"
    })?;
    assert_eq!(seen.listed(), ["washington-2023-11-04"]);
    assert_eq!(seen.total, all);
    page.search("zzzz")?;
    page.sees("nothing", |seen| {
        seen.matched == Some(0) && seen.on_map() == 0
    })?;
    page.search("")?;
    page.sees("all again", |seen| {
        seen.matched == all && seen.on_map() == 115 && seen.query.is_empty()
    })?;
    Ok(())
}

/// Each card was made again at every letter, which was felt with a hundred thousand events.
fn a_letter_that_finds_the_same_leaves_the_cards_alone(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let found = page.visit(&host.url("?q=vigi"))?.matched;
    page.ask::<Value>(
        "window.changed = [];
         const note = changes => changed.push(...changes.map(({ target }) => target));
         const watched = { subtree: true, attributes: true, attributeFilter: ['class'] };
         new MutationObserver(note).observe(document.querySelector('[data-list]'), watched);
         const box = document.querySelector('input[name=q]');
         box.value = 'vigil';
         box.dispatchEvent(new Event('input', { bubbles: true }))",
        json!([]),
    )?;
    let seen = page.sees("the letter in the link", |seen| seen.query == "q=vigil")?;
    assert_eq!(seen.matched, found);
    let again: usize = page.ask(
        "return changed.filter(part => part.matches('.rail, .where, .labels')).length",
        json!([]),
    )?;
    assert_eq!(again, 0);
    Ok(())
}

/// What is written with accents or in another script is found as people type it.
fn words_are_found_without_accents_and_in_arabic(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    for (words, id) in [
        ("place republique paris", "paris-2023-11-04"),
        ("مخيم الرشيديه", "tyre-2023-11-03"),
        ("movilizacion", "buenos-aires-2023-11-03"),
    ] {
        page.search(words)?;
        page.sees(words, |seen| {
            seen.matched < Some(10) && seen.listed().contains(&id)
        })?;
    }
    Ok(())
}

/// The sheet names countries and how many events each has.
fn a_country_is_chosen(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    let entries = example_calendar::entries(session)?;
    let french = entries.iter().filter(|entry| entry.country == "FR").count();
    page.open_sheet("country")?;
    let label: String = page.ask(
        "return document.querySelector('input[name=country][value=FR]').closest('label').textContent",
        json!([]),
    )?;
    ensure!(
        label.contains("France") && label.contains(&french.to_string()),
        "the sheet says “{label}”"
    );
    page.choose("country", "FR")?;
    let seen = page.sees("France", |seen| {
        seen.matched == Some(french) && seen.on_map() == french && seen.query == "country=FR"
    })?;
    for id in seen.listed() {
        ensure!(
            entries
                .iter()
                .any(|entry| entry.id == id && entry.country == "FR"),
            "{id} is not in France"
        );
    }
    page.press("button[data-action=reset]")?;
    page.sees("all", |seen| {
        seen.matched == Some(entries.len()) && seen.query.is_empty()
    })?;
    Ok(())
}

/// Times are the visitor's days; the moment is given, so that the test ends the same every day.
fn a_time_is_chosen(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let entries = example_calendar::entries(session)?;
    let on = |dates: &[&str]| {
        entries
            .iter()
            .filter(|entry| dates.contains(&entry.date.as_str()))
            .count()
    };
    // Thursday noon before the weekend.
    page.visit(&host.url("?now=2023-11-02T12:00:00Z"))?;
    page.sees("all is upcoming", |seen| {
        seen.matched == Some(entries.len())
    })?;
    for (when, dates) in [
        ("tomorrow", &["2023-11-03"][..]),
        ("weekend", &["2023-11-04", "2023-11-05"]),
        ("week", &["2023-11-03", "2023-11-04", "2023-11-05"]),
        ("past", &[]),
        ("today", &[]),
    ] {
        page.choose("when", when)?;
        let expected = on(dates);
        page.sees(when, |seen| {
            seen.query.contains(&format!("when={when}")) && seen.matched == Some(expected)
        })?;
        assert_eq!(page.walked_dates()?, dates, "{when}");
    }
    Ok(())
}

/// From a day to a day, both included.
fn a_range_of_dates_is_chosen(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let entries = example_calendar::entries(session)?;
    page.visit(&host.url("?from=2023-11-04&to=2023-11-05"))?;
    assert_eq!(page.walked_dates()?, ["2023-11-04", "2023-11-05"]);
    page.open_sheet("days")?;
    let dates: (String, String) = page.ask(
        "return ['from', 'to'].map(name => document.querySelector(`input[name=${name}]`).value)",
        json!([]),
    )?;
    assert_eq!(
        (dates.0.as_str(), dates.1.as_str()),
        ("2023-11-04", "2023-11-05")
    );
    page.visit(&host.url("?from=2023-11-05"))?;
    let sunday = entries
        .iter()
        .filter(|entry| entry.date == "2023-11-05")
        .count();
    assert_eq!(page.seen()?.matched, Some(sunday));
    Ok(())
}

/// Different filters must all hold; Back takes the last one away.
fn filters_are_combined(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.choose("country", "FR")?;
    page.sees("France", |seen| seen.query == "country=FR")?;
    page.search("marseille")?;
    let seen = page.sees("Marseille", |seen| {
        seen.matched == Some(1) && seen.on_map() == 1
    })?;
    assert_eq!(seen.listed(), ["marseille-2023-11-05"]);
    page.choose("country", "")?;
    page.sees("Marseille anywhere", |seen| seen.query == "q=marseille")?;
    page.back()?;
    page.sees("France again", |seen| {
        seen.query == "country=FR&q=marseille" || seen.query == "q=marseille&country=FR"
    })?;
    page.visit(&host.url("?q=marseille&country=CA"))?;
    page.sees("no Marseille in Canada", |seen| {
        seen.matched == Some(0) && seen.days.is_empty()
    })?;
    Ok(())
}

/// An empty list says why and offers the way back.
fn no_results_can_be_undone(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?q=nothing+is+called+this&country=FR"))?;
    page.sees("nothing", |seen| {
        seen.matched == Some(0) && seen.days.is_empty()
    })?;
    ensure!(
        !page.text("section[data-list] h2")?.is_empty(),
        "it is said"
    );
    page.press("section[data-list] button[data-action=reset]")?;
    page.sees("all", |seen| {
        seen.matched == seen.total && seen.query.is_empty()
    })?;
    let words: String = page.ask(
        "return document.querySelector('input[name=q]').value",
        json!([]),
    )?;
    assert_eq!(words, "");
    Ok(())
}
