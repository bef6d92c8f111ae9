//! A site made by `marchmap site`: its first list before and without the app, and its pages without any script.

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::generated::Generated;
use browser_tests::host::{Answer, Gate};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::first_load::built;
use crate::hostile_text::corpus;
use crate::keyboard_and_touch::nothing_has_shifted;
use crate::share_and_export::clipboard;

pub const TESTS: &[Test] = tests! {
    DevTools: [the_app_takes_the_place_of_the_first_list_without_a_shift],
    Layout: [the_first_list_looks_as_the_apps],
    Network: [
        the_first_list_is_read_without_scripts,
        the_first_list_is_read_without_webassembly,
        another_query_or_language_hides_the_first_list_before_it_is_painted,
        a_stale_site_shows_nothing_that_is_over,
    ],
    Logic: [
        a_calendar_of_the_past_is_listed_at_once,
        the_narrowest_feed_is_subscribed_to,
        an_events_own_page_is_shared,
        the_list_is_copied_as_the_tool_writes_it,
        what_was_moved_lately_is_marked,
    ],
    Sandbox: [hostile_entries_are_harmless_on_every_page],
    History: [an_event_page_leads_into_the_app],
};

/// The moment the sites are made for.
const NOW: &str = "2024-05-01T09:00:00Z";

/// Two events that were still to come then and are long over, and 44 that are to come for some years more.
fn events() -> Value {
    let mut events = vec![
        json!({ "id": "over", "title": "Over by now", "start": "2024-05-04T14:00", "timezone": "Europe/Paris", "city": "Lyon", "country": "FR" }),
        json!({ "id": "camp", "title": "Camp", "start": "2024-04-20", "end": "2099-05-01", "city": "Bonn", "country": "DE", "kind": "encampment" }),
    ];
    events.extend((0..44).map(|number| {
        let day = 1 + number / 4;
        let (city, country) = [("Lyon", "FR"), ("Bonn", "DE"), ("Graz", "AT")][number % 3];
        json!({
            "id": format!("n{number}"), "title": format!("Rally number {number} for a title of more than one line on a phone"),
            "start": format!("2098-06-{day:02}T{:02}:30", 10 + number % 4), "timezone": "Europe/Paris",
            "place": "Town hall", "city": city, "country": country,
            "lat": 45.0 + number as f64 / 10.0, "lon": 5.0, "kind": ["march", "rally"],
            "status": if number == 3 { "cancelled" } else { "scheduled" },
        })
    }));
    json!({ "calendar": { "title": "Marches of these years", "language": "en" }, "events": events })
}

/// A site of these events, whose app waits for the gate.
fn site(session: &Session, options: &[&str]) -> Result<(Generated, Gate)> {
    let site = session.generated()?;
    site.make(&events(), options)?;
    let (file, gate) = (built(session, "_bg.wasm")?, Gate::default());
    let code = std::fs::read(session.dist().join(&file))?;
    let answer = Answer::held("application/wasm", code, 1000, &gate);
    site.host.answer(&file, answer);
    Ok((site, gate))
}

/// The ids of the cards that are displayed, before the app is there.
fn shown(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "return [...document.querySelectorAll('[data-first] article')].filter(card => card.checkVisibility()).map(card => card.dataset.event)",
        json!([]),
    )
}

fn whole(page: &Page) -> Result<()> {
    page.wait_for(
        "the whole document in its style",
        "return document.readyState !== 'loading' && document.querySelector('link[rel=stylesheet]')?.sheet !== null",
    )
}

/// Left, top, width, height and text of the rails, titles, places and labels of the first cards, of the days' headings
/// and of the page's title.
fn cards(page: &Page) -> Result<Vec<(String, [f64; 4])>> {
    page.ask(
        "const parts = document.querySelectorAll('h1 > span, .day > h2, .day > h2 .count, .card, .card .rail, .card h3 a, .card .where, .card .labels');
         return [...parts].filter(part => part.checkVisibility()).slice(0, 60).map(part => {
             const { left, top, width, height } = part.getBoundingClientRect();
             // The visitor's own clock is the app's alone, and languages' spaces are the browser's.
             const copy = part.cloneNode(true);
             copy.querySelectorAll('.other-clock').forEach(clock => clock.remove());
             return [copy.textContent.trim().replaceAll('\\u202f', ' '), [left, top, width, height].map(Math.round)];
         })",
        json!([]),
    )
}

fn the_first_list_looks_as_the_apps(session: &Session) -> Result<()> {
    for visitor in [PHONE, LAPTOP] {
        let (site, gate) = site(session, &[])?;
        let page = session.visitor(visitor)?;
        page.open(&site.host.url(""))?;
        whole(&page)?;
        let first = cards(&page)?;
        ensure!(first.len() == 60, "{first:?}");
        gate.open();
        page.ready()?;
        page.wait_for(
            "the rest of the page",
            "return document.querySelector('.page-footer') !== null",
        )?;
        for (one, other) in first.iter().zip(cards(&page)?) {
            assert_eq!(*one, other, "at {} px", visitor.width);
        }
        ensure!(page.count("[data-first]")? == 0, "one list only");
    }
    Ok(())
}

fn the_app_takes_the_place_of_the_first_list_without_a_shift(session: &Session) -> Result<()> {
    let arabic = |visitor| Visitor {
        language: "ar",
        ..visitor
    };
    for (visitor, language) in [
        (PHONE, "en"),
        (LAPTOP, "en"),
        (arabic(PHONE), "ar"),
        (arabic(LAPTOP), "ar"),
    ] {
        let (site, gate) = site(session, &["--lang", language])?;
        let page = session.visitor(visitor)?;
        page.open(&site.host.url(""))?;
        whole(&page)?;
        assert_eq!(shown(&page)?.first().map(String::as_str), Some("camp"));
        gate.open();
        page.ready()?;
        if visitor.width == LAPTOP.width {
            page.ready_with_map()?;
        }
        nothing_has_shifted(&page).with_context(|| language.to_owned())?;
    }
    Ok(())
}

fn the_first_list_is_read_without_scripts(session: &Session) -> Result<()> {
    let (site, _gate) = site(session, &[])?;
    site.host
        .header("Content-Security-Policy", "script-src 'none'");
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url(""))?;
    whole(&page)?;
    let shown = shown(&page)?;
    ensure!(
        shown.len() == 40 && shown.contains(&"n7".to_owned()),
        "{shown:?}"
    );
    let text = page.text("main")?;
    ensure!(
        text.contains("Rally number 7") && !text.contains("Loading"),
        "{text}"
    );
    // Each leads to a page that needs no app.
    page.press("article[data-event=n0] a")?;
    page.wait_for(
        "the event's page",
        "return location.pathname.endsWith('/e/n0/')",
    )?;
    ensure!(page.text("h1")?.starts_with("Rally number 0"), "its title");
    page.browser().page_errors()?;
    Ok(())
}

fn the_first_list_is_read_without_webassembly(session: &Session) -> Result<()> {
    let site = session.generated()?;
    site.make(&events(), &["--now", NOW])?;
    // As browsers with WebAssembly turned off do, it is not compiled.
    site.host
        .header("Content-Security-Policy", "script-src 'self'");
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url(""))?;
    page.sees("that it failed", |seen| seen.state == "failed")?;
    let shown = shown(&page)?;
    ensure!(
        shown.contains(&"n7".to_owned()) && !shown.contains(&"over".to_owned()),
        "{shown:?}"
    );
    ensure!(page.text("#no-app")?.contains("WebAssembly"), "it says why");
    page.browser().page_errors()?;
    Ok(())
}

fn another_query_or_language_hides_the_first_list_before_it_is_painted(
    session: &Session,
) -> Result<()> {
    let (site, _app) = site(session, &[])?;
    let html = site.text("index.html")?;
    let middle = html.find("data-event=\"n5\"").context("n5")?;
    let page = session.visitor(PHONE)?;
    for (query, is_shown) in [
        ("", true),
        ("?theme=dark", true),
        ("?lang=en", true),
        ("?q=lyon", false),
        ("?country=FR&lang=en", false),
        ("?event=n3", false),
        ("?lang=ar", false),
    ] {
        let gate = Gate::default();
        let answer = Answer::held("text/html; charset=utf-8", html.clone(), middle, &gate);
        // The rest of the page is not there yet: what can be painted is as it should be. Drivers wait for pages to be
        // whole, and not for frames.
        site.host.answer("", answer);
        page.open(&site.host.url("robots.txt"))?;
        page.ask::<Value>(
            "const frame = document.createElement('iframe');
             frame.src = arguments[0];
             document.body.append(frame)",
            json!([site.host.url(query)]),
        )?;
        let find = "const card = frames[0].document.querySelector('[data-first] [data-event=n4]');";
        page.wait_for(
            "a part of the list",
            &format!("{find} return card !== null && frames[0].document.querySelector('link[rel=stylesheet]').sheet !== null"),
        )?;
        let is_seen = format!("{find} return card.checkVisibility()");
        let early: bool = page.ask(&is_seen, json!([]))?;
        gate.open();
        page.wait_for(
            "the whole page",
            "return frames[0].document.readyState !== 'loading'",
        )?;
        let late: bool = page.ask(&is_seen, json!([]))?;
        assert_eq!((early, late), (is_shown, is_shown), "{query}");
    }
    Ok(())
}

fn a_stale_site_shows_nothing_that_is_over(session: &Session) -> Result<()> {
    let (site, gate) = site(session, &["--now", NOW])?;
    let html = site.text("index.html")?;
    ensure!(
        html.contains("data-event=\"over\"") && html.contains("data-event=\"camp\""),
        "they were to come"
    );
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url(""))?;
    whole(&page)?;
    let early = shown(&page)?;
    ensure!(!early.contains(&"over".to_owned()), "{early:?}");
    let days: Vec<String> = page.ask(
        "return [...document.querySelectorAll('[data-first] .day')].filter(day => day.checkVisibility()).map(day => day.dataset.day)",
        json!([]),
    )?;
    let today: String = page.ask("return new Date().toISOString()", json!([]))?;
    ensure!(days.iter().all(|day| *day >= today), "{days:?}");
    gate.open();
    let seen = page.ready()?;
    ensure!(!seen.listed().contains(&"over"), "{}", seen.in_short());
    Ok(())
}

fn a_calendar_of_the_past_is_listed_at_once(session: &Session) -> Result<()> {
    let site = session.generated()?;
    let event = |id: &str, day: u32| json!({ "id": id, "title": id, "start": format!("2023-11-{day:02}T14:00"), "city": "Lyon", "country": "FR" });
    site.make(&json!([event("b", 5), event("a", 4)]), &["--now", NOW])?;
    let (file, gate) = (built(session, "_bg.wasm")?, Gate::default());
    let code = std::fs::read(session.dist().join(&file))?;
    site.host
        .answer(&file, Answer::held("application/wasm", code, 1000, &gate));
    for visitor in [PHONE, LAPTOP] {
        let page = session.visitor(visitor)?;
        page.open(&site.host.url(""))?;
        whole(&page)?;
        assert_eq!(shown(&page)?, ["a", "b"]);
        gate.open();
        page.ready()?;
        nothing_has_shifted(&page)?;
    }
    Ok(())
}

fn an_event_page_leads_into_the_app(session: &Session) -> Result<()> {
    let (site, gate) = site(session, &[])?;
    gate.open();
    let page = session.visitor(PHONE)?;
    page.open(&site.host.url("e/n3/"))?;
    ensure!(
        page.text(".alert")?.contains("does not take place"),
        "{}",
        page.text("main")?
    );
    let wide: (f64, f64) = page.ask(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]",
        json!([]),
    )?;
    ensure!(wide.0 <= wide.1, "{wide:?}");
    page.press(".actions a")?;
    page.sees("the event in the app", |seen| {
        seen.state == "ready" && seen.opened.as_deref() == Some("n3")
    })?;
    page.back()?;
    page.wait_for(
        "the event's page",
        "return location.pathname.endsWith('/e/n3/')",
    )?;
    // An address that is no longer there leads back as well.
    page.open(&site.host.url("e/nothing/"))?;
    page.press("main a, header a")?;
    page.ready()?;
    Ok(())
}

fn the_narrowest_feed_is_subscribed_to(session: &Session) -> Result<()> {
    let (site, gate) = site(session, &[])?;
    gate.open();
    let page = session.visitor(PHONE)?;
    for (query, feed, named) in [
        ("", "all", "All events"),
        ("?country=FR", "country-fr", "France"),
        ("?country=FR&city=Lyon", "city-fr-lyon", "Lyon, France"),
        ("?kind=encampment", "kind-encampment", "Encampment"),
        ("?country=FR&country=DE&q=rally", "all", "All events"),
    ] {
        page.visit(&site.host.url(query))?;
        page.open_sheet("menu")?;
        page.wait_for(
            "the offer",
            "return document.querySelector('[data-action=subscribe]') !== null",
        )?;
        let (link, said): (String, String) = page.ask(
            "return [document.querySelector('[data-action=subscribe]').getAttribute('href'), document.querySelector('#subscribe-to').textContent]",
            json!([]),
        )?;
        let path = format!("feeds/{feed}.ics");
        let https = site.host.url(&path);
        assert_eq!(
            link.strip_prefix("webcal:"),
            https.strip_prefix("http:"),
            "{query}"
        );
        ensure!(said.ends_with(&format!(": {named}")), "{query}: {said}");
        ensure!(site.text(&path)?.starts_with("BEGIN:VCALENDAR"), "{path}");
        clipboard(&page, true)?;
        page.press("[data-action=copy-feed]")?;
        page.wait_for("the address", "return window.copied !== undefined")?;
        assert_eq!(page.ask::<String>("return copied", json!([]))?, https);
    }
    // Another file of the same host is in no feed, and where there are no feeds nothing is offered or asked for.
    let plain = session.host()?;
    site.host.answer("other.json", &events());
    for url in [plain.url(""), site.host.url("?data=other.json")] {
        page.visit(&url)?;
        page.open_sheet("menu")?;
        page.wait_for(
            "the menu",
            "return document.querySelector('[data-action=copy-text]') !== null",
        )?;
        ensure!(page.count("[data-action=subscribe]")? == 0, "{url}");
    }
    ensure!(
        !plain
            .requests()
            .iter()
            .any(|request| request.target.contains("feeds.json")),
        "nothing is asked for"
    );
    Ok(())
}

fn an_events_own_page_is_shared(session: &Session) -> Result<()> {
    let (site, gate) = site(session, &[])?;
    gate.open();
    let page = session.visitor(LAPTOP)?;
    for (id, expected) in [("n3", "e/n3/"), ("over", "?event=over")] {
        page.visit(&site.host.url(&format!("?when=all&event={id}")))?;
        clipboard(&page, true)?;
        page.press("aside [data-action=share]")?;
        page.wait_for("a link", "return window.copied !== undefined")?;
        let link: String = page.ask("return copied", json!([]))?;
        assert_eq!(link, site.host.url(expected));
    }
    Ok(())
}

fn what_was_moved_lately_is_marked(session: &Session) -> Result<()> {
    let (site, gate) = site(session, &["--now", "2098-05-01T00:00:00Z"])?;
    gate.open();
    let mut moved = events();
    moved["events"][2]["start"] = json!("2098-06-01T18:00");
    moved["events"][3]["place"] = json!("Station");
    site.make(&moved, &["--now", "2098-05-10T00:00:00Z"])?;
    let page = session.visitor(PHONE)?;
    let marks = |now: &str, id: &str| -> Result<Vec<String>> {
        page.visit(&site.host.url(&format!("?event={id}&now={now}")))?;
        page.sees("the event", |seen| seen.opened.as_deref() == Some(id))?;
        page.wait_for(
            "the record of changes",
            "return performance.getEntriesByType('resource').some(file => file.name.endsWith('changes.json') && file.responseEnd > 0)",
        )?;
        page.ask(
            "return new Promise(done => requestAnimationFrame(() => setTimeout(() =>
                 done([...document.querySelectorAll('.event-panel .changed')].map(mark => mark.textContent.replaceAll('\\u202f', ' '))))))",
            json!([]),
        )
    };
    assert_eq!(
        marks("2098-05-12T00:00:00Z", "n0")?,
        ["New date or time. Before: Sunday, June 1, 2098, 10:30 AM"]
    );
    assert_eq!(
        marks("2098-05-12T00:00:00Z", "n1")?,
        ["New place. Before: Town hall, Bonn, DE"]
    );
    assert_eq!(marks("2098-05-12T00:00:00Z", "n2")?, Vec::<String>::new());
    assert_eq!(marks("2098-05-20T00:00:00Z", "n0")?, Vec::<String>::new());
    // The page of changes has both.
    page.open(&site.host.url("changes/"))?;
    let text = page.text("main")?;
    ensure!(
        text.contains("New place") && text.contains("Station"),
        "{text}"
    );
    Ok(())
}

fn the_list_is_copied_as_the_tool_writes_it(session: &Session) -> Result<()> {
    let (site, gate) = site(session, &[])?;
    gate.open();
    let page = session.visitor(LAPTOP)?;
    page.visit(&site.host.url("?q=number+12"))?;
    clipboard(&page, true)?;
    page.press_in("menu", "[data-action=copy-text]")?;
    page.wait_for("a text", "return window.copied !== undefined")?;
    let text: String = page.ask("return copied", json!([]))?;
    let expected = format!(
        "Marches of these years\n\nWednesday, June 4, 2098\n\nLyon\n10:30 AM Rally number 12 for a title of more than one line on a phone, Town hall\n{}\n\n{}\n",
        site.host.url("e/n12/"),
        site.host.url("?q=number+12"),
    );
    assert_eq!(text.replace('\u{202f}', " "), expected);
    // Where the browser takes none, the text can be copied by hand.
    clipboard(&page, false)?;
    page.press("[data-action=copy-text]")?;
    page.wait_for(
        "the text to copy",
        "return document.querySelector('.share-menu textarea')?.value.includes('Rally number 12')",
    )?;
    Ok(())
}

fn hostile_entries_are_harmless_on_every_page(session: &Session) -> Result<()> {
    let site = session.generated()?;
    let mut old = corpus();
    for event in old["events"].as_array_mut().context("events")? {
        event["start"] = json!("2021-05-03");
        event["id"] = json!(format!("{} old", event["id"]));
    }
    let mut both = corpus();
    if let (Some(events), Some(old)) = (both["events"].as_array_mut(), old["events"].as_array()) {
        events.extend(old.iter().cloned());
    }
    site.make(&corpus(), &[])?;
    site.make(&both, &[])?;
    let pages = pages(&site.folder())?;
    ensure!(pages.len() > 15, "{pages:?}");
    let page = session.visitor(LAPTOP)?;
    for path in pages.iter().filter(|path| !path.is_empty()) {
        page.open(&site.host.url(path))?;
        let found: Vec<String> = page.ask(
            "const found = [];
             for (const element of document.querySelectorAll('*')) {
                 if (element.matches('script:not([type=\"application/ld+json\"]), iframe, style, object, embed, base, svg :not(path, rect), form, input, button'))
                     found.push('an element: ' + element.outerHTML.slice(0, 200));
                 for (const { name, value } of element.attributes) {
                     if (name.startsWith('on') || name === 'style') found.push('an attribute: ' + element.outerHTML.slice(0, 200));
                     if (['href', 'src'].includes(name) && !/^(https?:|mailto:|tel:|geo:)$/.test(new URL(value, location).protocol)) found.push('a link: ' + value);
                     if (name === 'src' && new URL(value, location).origin !== location.origin) found.push('a file of another host: ' + value);
                 }
             }
             if (window.hits || document.body.textContent.includes('undefined')) found.push('something ran');
             return found",
            json!([]),
        )?;
        ensure!(found.is_empty(), "{path}: {found:#?}");
    }
    assert_eq!(page.browser().foreign_requests(), Vec::<String>::new());
    Ok(())
}

/// The addresses of all pages of a site.
fn pages(folder: &std::path::Path) -> Result<Vec<String>> {
    let (mut pages, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(next)? {
            let path = entry?.path();
            let inside = path.strip_prefix(folder)?.to_string_lossy().into_owned();
            if path.is_dir() {
                waiting.push(path);
            } else if let Some(page) = inside.strip_suffix("index.html") {
                pages.push(page.to_owned());
            } else if inside.ends_with(".html") {
                pages.push(inside);
            }
        }
    }
    Ok(pages)
}
