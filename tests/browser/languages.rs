//! The language of the page follows visitor and calendar; places are called, and found, by their names in it.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, Visitor};
use browser_tests::host::Host;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Logic: [
        who_reads_none_of_our_languages_gets_that_of_the_calendar,
        a_title_in_another_language_says_which,
        places_are_found_by_their_names_in_any_language,
    ],
    Intl: [places_are_called_what_the_visitor_calls_them, places_are_called_the_same_in_filters, filters_keep_the_direction_of_the_page, persian_days_have_both_calendars],
};

/// A calendar in a language with these events, each an object of its own fields.
fn calendar(host: &Host, language: Option<&str>, events: &[Value]) {
    let events: Vec<Value> = (0..)
        .zip(events)
        .map(|(at, own): (u32, &Value)| {
            let mut event =
                json!({ "id": format!("e{at}"), "title": "March", "start": "2031-05-03" });
            for (field, value) in own.as_object().into_iter().flatten() {
                event[field] = value.clone();
            }
            event
        })
        .collect();
    let about = match language {
        Some(language) => json!({ "language": language }),
        None => json!({}),
    };
    host.answer(
        "events.json",
        &json!({ "calendar": about, "events": events }),
    );
}

fn who_reads_none_of_our_languages_gets_that_of_the_calendar(session: &Session) -> Result<()> {
    let host = session.host()?;
    let icelandic = session.visitor(Visitor {
        language: "is",
        ..LAPTOP
    })?;
    for (own, expected) in [(Some("tr"), "tr"), (Some("el"), "en"), (None, "en")] {
        calendar(&host, own, &[json!({})]);
        icelandic.visit(&host.url(""))?;
        icelandic.sees("the calendar's language", |seen| seen.lang == expected)?;
    }
    calendar(&host, Some("tr"), &[json!({})]);
    // A link goes before the calendar, unless it names a language that is not spoken.
    icelandic.visit(&host.url("?lang=fr"))?;
    icelandic.sees("the link's language", |seen| seen.lang == "fr")?;
    icelandic.visit(&host.url("?lang=el"))?;
    icelandic.sees("the calendar's language", |seen| seen.lang == "tr")?;
    // So does what the visitor reads.
    let german = session.visitor(Visitor {
        language: "de",
        ..LAPTOP
    })?;
    german.visit(&host.url(""))?;
    german.sees("the visitor's language", |seen| seen.lang == "de")?;
    Ok(())
}

fn a_title_in_another_language_says_which(session: &Session) -> Result<()> {
    let host = session.host()?;
    let events = [
        json!({}),
        json!({ "language": "ar", "title": "مسيرة" }),
        json!({ "translations": { "fr": { "title": "Marche" } } }),
        json!({ "language": "fr" }),
    ];
    calendar(&host, Some("de"), &events);
    let page = session.visitor(LAPTOP)?;
    let marks = |page: &Page, within: &str| -> Result<Vec<(String, String)>> {
        page.ask(
            "return [...document.querySelectorAll(arguments[0])].map(part => {
                const mark = part.querySelector('.badge.language');
                return [mark ? mark.textContent : '', part.querySelector('h2, h3').querySelector('[lang]')?.lang || '']
            })",
            json!([within]),
        )
    };
    page.visit(&host.url("?lang=fr"))?;
    page.sees("French", |seen| seen.lang == "fr")?;
    let expected = [("Deutsch", "de"), ("العربية", "ar"), ("", "fr"), ("", "fr")];
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(mark, lang)| ((*mark).to_owned(), (*lang).to_owned()))
        .collect();
    let mut found = marks(&page, "article[data-event]")?;
    found.sort();
    let mut sorted = expected.clone();
    sorted.sort();
    assert_eq!(found, sorted);
    for (at, expected) in expected.iter().enumerate() {
        page.go(&format!("?lang=fr&event=e{at}"))?;
        let id = format!("e{at}");
        page.sees("it opened", |seen| seen.opened.as_ref() == Some(&id))?;
        let opened = marks(&page, "aside[data-open-event]")?;
        assert_eq!(opened.as_slice(), std::slice::from_ref(expected));
    }
    Ok(())
}

/// Events in cities that languages call differently, of a calendar in English.
fn abroad(host: &Host) {
    let city = |city: &str, country: &str| json!({ "city": city, "country": country });
    let events = [
        city("London", "GB"),
        city("Vienna", "AT"),
        city("Cairo", "EG"),
        city("Berlin", "DE"),
        city("London", "CA"),
    ];
    calendar(host, Some("en"), &events);
}

fn places_are_called_what_the_visitor_calls_them(session: &Session) -> Result<()> {
    let host = session.host()?;
    abroad(&host);
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    for (language, expected) in [
        ("tr", ["Londra", "Viyana", "Kahire"]),
        ("fr", ["Londres", "Vienne", "Le Caire"]),
        ("id", ["London", "Wina", "Kairo"]),
        ("ja", ["ロンドン", "ウィーン", "カイロ"]),
        ("fa", ["لندن", "وین", "قاهره"]),
        ("ur", ["لندن", "ویانا", "قاہرہ"]),
    ] {
        page.go(&format!("?lang={language}"))?;
        page.sees("the language", |seen| {
            seen.lang == language && seen.opened.is_none()
        })?;
        let mut cities = expected.to_vec();
        // Names come in a file of their own; that of the fifth city, another London, is no other in any language.
        cities.extend(["", "London"]);
        wait::until(&format!("{cities:?} in {language}"), || {
            let cards: Vec<String> = page.ask(
                "return [0, 1, 2, 3, 4].map(at => document.querySelector(`article[data-event=e${at}] .where`).innerText)",
                json!([]),
            )?;
            let all = cities
                .iter()
                .zip(&cards)
                .all(|(city, card)| card.contains(city));
            Ok(if all { Ok(()) } else { Err(cards) })
        })?;
        page.go(&format!("?lang={language}&event=e1"))?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        let panel = page.text("aside[data-open-event=e1] .fact.where")?;
        ensure!(panel.contains(expected[1]), "{language}: {panel}");
    }
    Ok(())
}

/// Opens the list of cities among the filters.
fn cities(page: &Page) -> Result<()> {
    page.open_sheet("more")?;
    page.ask::<()>(
        "for (const facet of document.querySelectorAll('dialog[open] details:not([open]) summary')) facet.click()",
        json!([]),
    )?;
    page.wait_for(
        "the cities",
        "return document.querySelector('dialog[open] [name=city]') !== null",
    )
}

fn places_are_called_the_same_in_filters(session: &Session) -> Result<()> {
    let host = session.host()?;
    abroad(&host);
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    for (language, london, vienna, cairo) in [
        ("tr", "Londra", "Viyana", "Kahire"),
        ("ja", "ロンドン", "ウィーン", "カイロ"),
        ("ur", "لندن", "ویانا", "قاہرہ"),
        ("en", "London", "Vienna", "Cairo"),
    ] {
        page.go(&format!(
            "?lang={language}&city=London&near=Vienna,AT&within=500"
        ))?;
        page.sees("the language", |seen| seen.lang == language)?;
        page.wait_for(
            &format!("{london} and {vienna}"),
            &format!(
                "const chips = document.querySelector('.chips').textContent;
                 return chips.includes('{london}') && chips.includes('{vienna}')"
            ),
        )?;
        page.go(&format!("?lang={language}"))?;
        page.sees("all events", |seen| {
            seen.lang == language && seen.matched == Some(5)
        })?;
        cities(&page)?;
        let named: String = page.ask(
            "const facet = document.querySelector('dialog [name=city]').closest('ul');
             return facet.textContent",
            json!([]),
        )?;
        page.close_sheet()?;
        ensure!(
            named.contains(london) && named.contains(cairo),
            "{language}: {named}"
        );
    }
    Ok(())
}

/// A name from left to right that stands first does not turn the text of the interface around it.
fn filters_keep_the_direction_of_the_page(session: &Session) -> Result<()> {
    let host = session.host()?;
    abroad(&host);
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?lang=ur&near=Linz,AT&within=500"))?;
    page.sees("the language", |seen| seen.lang == "ur")?;
    let (chip, text): (String, String) = page.ask(
        "const chip = [...document.querySelectorAll('.chip.chosen span')].find(chip => chip.textContent.includes('Linz'));
         return [getComputedStyle(chip).direction, chip.textContent]",
        json!([]),
    )?;
    assert_eq!(chip, "rtl", "{text}");
    // Values stand beside their boxes.
    page.go("?lang=ar")?;
    page.sees("the language", |seen| seen.lang == "ar")?;
    cities(&page)?;
    let apart: Vec<f64> = page.ask(
        "return [...document.querySelectorAll('dialog [name=city]')].map(box => {
             const range = document.createRange();
             range.selectNodeContents(box.nextElementSibling);
             return box.getBoundingClientRect().left - range.getBoundingClientRect().right;
         })",
        json!([]),
    )?;
    ensure!(
        !apart.is_empty() && apart.iter().all(|px| *px < 24.0),
        "{apart:?}"
    );
    Ok(())
}

fn places_are_found_by_their_names_in_any_language(session: &Session) -> Result<()> {
    let host = session.host()?;
    abroad(&host);
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    for (words, expected) in [
        ("Almanya", &["e3"][..]),
        ("ドイツ", &["e3"]),
        ("Londres", &["e0"]),
        ("القاهرة", &["e2"]),
        ("Wina", &["e1"]),
        ("march+viyana", &["e1"]),
        ("London", &["e0", "e4"]),
        ("nowhere", &[]),
    ] {
        page.go(&format!("?q={words}"))?;
        page.sees(words, |seen| {
            let mut listed = seen.listed();
            listed.sort_unstable();
            listed == expected && seen.matched == Some(expected.len())
        })?;
    }
    Ok(())
}

fn persian_days_have_both_calendars(session: &Session) -> Result<()> {
    let host = session.host()?;
    calendar(&host, Some("en"), &[json!({})]);
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?lang=fa"))?;
    page.sees("Persian", |seen| seen.lang == "fa")?;
    let day = page.text("section[data-day='2031-05-03'] h2 time")?;
    // May 3, 2031 is 13 Ordibehesht 1410.
    for part in ["۲۰۳۱", "۱۳", "اردیبهشت", "۱۴۱۰"] {
        ensure!(day.contains(part), "{part} in “{day}”");
    }
    Ok(())
}
