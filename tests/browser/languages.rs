//! Every language of the interface is accessible, and so do long words and words from right to left fit that no language
//! has: nothing is cut, nothing overlaps, whatever the width. Places are called, and found, by their names in the
//! visitor's language.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::host::Host;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Map, Value, json};

pub const TESTS: &[Test] = tests! {
    Layout: [long_words_fit, long_words_from_right_to_left_fit],
    Logic: [
        axe_in_every_language,
        who_reads_none_of_our_languages_gets_that_of_the_calendar,
        a_title_in_another_language_says_which,
        places_are_found_by_their_names_in_any_language,
    ],
    Intl: [places_are_called_what_the_visitor_calls_them, persian_days_have_both_calendars],
};

/// A file beside the page's sources.
fn source(path: &str) -> Result<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(path);
    std::fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// The English texts with every word put into other letters and made longer by half, placeholders as they are.
fn pseudo(letter: impl Fn(char) -> char) -> Result<Value> {
    let english: Map<String, Value> = serde_json::from_str(&source("public/lang/en.json")?)?;
    let word = |word: &str| -> String {
        let mut long: String = word.chars().map(&letter).collect();
        let more = word.chars().filter(|c| c.is_alphabetic()).count() / 2;
        long.extend(
            word.chars()
                .filter(|c| c.is_alphabetic())
                .take(more)
                .map(&letter),
        );
        long
    };
    let text = |text: &str| -> String {
        let mut parts = text.split("{{");
        let mut all = String::new();
        let mut put = |words: &str| {
            let words: Vec<String> = words.split(' ').map(word).collect();
            all.push_str(&words.join(" "));
        };
        put(parts.next().unwrap_or_default());
        let mut parts: Vec<(String, String)> = parts
            .filter_map(|part| part.split_once("}}"))
            .map(|(name, rest)| (name.to_owned(), rest.to_owned()))
            .collect();
        for (name, rest) in parts.drain(..) {
            let words: Vec<String> = rest.split(' ').map(word).collect();
            all.push_str(&format!("{{{{{name}}}}}{}", words.join(" ")));
        }
        all
    };
    let texts = english.iter().map(|(key, value)| {
        let value = value.as_str().unwrap_or_default();
        (key.clone(), Value::String(text(value)))
    });
    Ok(Value::Object(texts.collect()))
}

/// Texts that cover one another, that stand out of what cuts them off, and a page wider than the screen. What scrolls, or
/// ends in an ellipsis, is not cut; what floats over the page is compared with what floats with it.
const FAULTS: &str = "
    const root = document.documentElement, found = [], boxes = [];
    if (root.scrollWidth > root.clientWidth) found.push(`page: ${root.scrollWidth} of ${root.clientWidth}`);
    const within = document.querySelector('dialog[open]') || document.body;
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.closest('.visually-hidden, .world-map, .skip-links, option, textarea, noscript, script, [inert]')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width < 2 || box.bottom < 0 || box.top > innerHeight) continue;
            let { left, right, top, bottom } = box, floats = null, cut = false, scrolls = false, hidden = false;
            for (let above = element; above && above !== root; above = above.parentElement) {
                const style = getComputedStyle(above), edge = above.getBoundingClientRect();
                if (/fixed|sticky/.test(style.position)) floats ||= above;
                if (style.display !== 'inline' && style.display !== 'contents' && Math.min(edge.width, edge.height) <= 1) hidden = true;
                // The blank at the end of a line hangs beyond its edge.
                const out = box.right > edge.right + 5 || box.left < edge.left - 5;
                if (/auto|scroll/.test(style.overflowX + style.overflowY)) {
                    scrolls = true;
                    if (out || box.top < edge.top - 1 || box.bottom > edge.bottom + 1) hidden = true;
                }
                if (/auto|scroll|hidden|clip/.test(style.overflowX + style.overflowY)) {
                    // What one sees of it.
                    [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
                    [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
                }
                if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') scrolls = true;
                if (!scrolls && /hidden|clip/.test(style.overflowX) && out) cut ||= `${above.className} ${edge.left} ${edge.right}`;
            }
            if (hidden) continue;
            const name = `${element.tagName}.${element.className}: ${node.data.slice(0, 40)}`;
            if (cut) found.push(`cut: ${name} (${[box.left, box.right, cut].map(String)})`);
            boxes.push({ box: { left, right, top, bottom }, floats, name, node });
        }
    }
    for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1)) {
            if (one.node === other.node || one.floats !== other.floats) continue;
            const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
            if (across > 2 && down > 6) found.push(`overlap: ${one.name} / ${other.name}`);
        }
    return found";

fn every_screen_fits(session: &Session, language: &str, texts: &Value) -> Result<()> {
    let host = session.host()?;
    host.answer(&format!("lang/{language}.json"), texts);
    let mut found: Vec<String> = Vec::new();
    for (visitor, width) in [(PHONE, 320), (PHONE, 360), (LAPTOP, 1280)] {
        let page = session.visitor(visitor)?;
        page.browser().resize(width, 740)?;
        let mut look = |screen: &str| -> Result<()> {
            let faults: Vec<String> = page.ask(FAULTS, json!([]))?;
            found.extend(
                faults
                    .into_iter()
                    .map(|fault| format!("{screen} at {width} px: {fault}")),
            );
            Ok(())
        };
        let visit = |query: &str| page.visit(&host.url(&format!("?lang={language}&{query}")));
        visit("")?;
        page.sees("the language", |seen| seen.lang == language)?;
        look("list")?;
        for sheet in ["menu", "days", "near", "country", "kind", "more"] {
            page.open_sheet(sheet)?;
            look(sheet)?;
        }
        page.close_sheet()?;
        visit("view=month&from=2023-11-04&to=2023-11-04")?;
        page.sees("the month's day", |seen| seen.matched == Some(94))?;
        look("month")?;
        visit("event=washington-2023-11-04")?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        look("event")?;
        visit("q=nothing+is+called+this")?;
        look("empty")?;
    }
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

fn long_words_fit(session: &Session) -> Result<()> {
    let accented = |letter: char| match letter {
        'a' => 'å',
        'e' => 'ê',
        'i' => 'ï',
        'o' => 'ö',
        'u' => 'ü',
        'n' => 'ñ',
        'A' => 'Å',
        'E' => 'É',
        other => other,
    };
    every_screen_fits(session, "de", &pseudo(accented)?)
}

fn long_words_from_right_to_left_fit(session: &Session) -> Result<()> {
    let arabic = |letter: char| match letter.to_ascii_lowercase() {
        lower @ 'a'..='z' => {
            const LETTERS: [char; 26] = [
                'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط',
                'ظ', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه',
            ];
            LETTERS[(lower as u8 - b'a') as usize]
        }
        other => other,
    };
    every_screen_fits(session, "ar", &pseudo(arabic)?)
}

/// The languages of the interface, as the built page has them.
const LANGUAGES: [&str; 12] = [
    "ar", "de", "en", "es", "fa", "fr", "id", "it", "ja", "pt", "tr", "ur",
];

fn axe_in_every_language(session: &Session) -> Result<()> {
    let axe = source("node_modules/axe-core/axe.min.js")
        .context("axe-core is missing: run `cargo xtask test`, which sets everything up")?;
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    let mut found = Vec::new();
    for language in LANGUAGES {
        for query in [
            "",
            "event=washington-2023-11-04",
            "view=month&from=2023-11-04&to=2023-11-04",
        ] {
            page.visit(&host.url(&format!("?lang={language}&{query}")))?;
            page.sees("the language", |seen| seen.lang == language)?;
            let violations = super::accessibility::violations(&page, &axe)?;
            if !violations.is_empty() {
                found.push(
                    json!({ "language": language, "query": query, "violations": violations }),
                );
            }
            if query.is_empty() {
                page.open_sheet("more")?;
                let violations = super::accessibility::violations(&page, &axe)?;
                if !violations.is_empty() {
                    found.push(
                        json!({ "language": language, "sheet": "more", "violations": violations }),
                    );
                }
            }
        }
    }
    ensure!(
        found.is_empty(),
        "{}",
        serde_json::to_string_pretty(&found)?
    );
    Ok(())
}

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
        page.visit(&host.url(&format!("?lang=fr&event=e{at}")))?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        assert_eq!(marks(&page, "aside[data-open-event]")?, [expected.clone()]);
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
    for (language, expected) in [
        ("tr", ["Londra", "Viyana", "Kahire"]),
        ("fr", ["Londres", "Vienne", "Le Caire"]),
        ("id", ["London", "Wina", "Kairo"]),
        ("ja", ["ロンドン", "ウィーン", "カイロ"]),
        ("fa", ["لندن", "وین", "قاهره"]),
        ("ur", ["لندن", "ویانا", "قاہرہ"]),
    ] {
        page.visit(&host.url(&format!("?lang={language}")))?;
        page.sees("the language", |seen| seen.lang == language)?;
        for (at, city) in expected.iter().enumerate() {
            let card = page.text(&format!("article[data-event=e{at}] .where"))?;
            ensure!(card.contains(city), "{language}: {city} in “{card}”");
        }
        let ontario = page.text("article[data-event=e4] .where")?;
        ensure!(
            ontario.contains("London"),
            "{language}: another one: {ontario}"
        );
        page.visit(&host.url(&format!("?lang={language}&event=e1")))?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        let panel = page.text("aside[data-open-event=e1] .fact.where")?;
        ensure!(panel.contains(expected[1]), "{language}: {panel}");
    }
    Ok(())
}

fn places_are_found_by_their_names_in_any_language(session: &Session) -> Result<()> {
    let host = session.host()?;
    abroad(&host);
    let page = session.visitor(LAPTOP)?;
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
        page.visit(&host.url(&format!("?q={words}")))?;
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
