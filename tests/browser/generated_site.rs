//! A site made by `marchmap site`: its pages without any script, and what the app offers on it.

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::generated::Generated;
use browser_tests::host::{Answer, Gate};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::first_load::built;
use crate::hostile_text::corpus;
use crate::share_and_export::clipboard;

pub const TESTS: &[Test] = tests! {
    Logic: [
        the_narrowest_feed_is_subscribed_to,
        an_events_own_page_is_shared,
        the_list_is_copied_as_the_tool_writes_it,
        what_was_moved_lately_is_marked,
    ],
    Sandbox: [hostile_entries_are_harmless_on_every_page],
    History: [an_event_page_leads_into_the_app],
};

/// The moment the sites are made for.
pub const NOW: &str = "2024-05-01T09:00:00Z";

/// Two events that were still to come then and are long over, and 44 that are to come for some years more.
pub fn events() -> Value {
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
pub fn site(session: &Session, options: &[&str]) -> Result<(Generated, Gate)> {
    let site = session.generated()?;
    site.make(&events(), options)?;
    let (file, gate) = (built(session, "_bg.wasm")?, Gate::default());
    let code = std::fs::read(session.dist().join(&file))?;
    let answer = Answer::held("application/wasm", code, 1000, &gate);
    site.host.answer(&file, answer);
    Ok((site, gate))
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
        ["New place. Before: Town hall, Bonn, Germany"]
    );
    assert_eq!(marks("2098-05-12T00:00:00Z", "n2")?, Vec::<String>::new());
    assert_eq!(marks("2098-05-20T00:00:00Z", "n0")?, Vec::<String>::new());
    // So are they in the list, for a week.
    page.visit(&site.host.url("?now=2098-05-12T00:00:00Z"))?;
    page.wait_for(
        "the marks on the cards",
        "const mark = id => document.querySelector(`[data-list] article[data-event=${id}] .rail .moved`)?.textContent.replaceAll('\\u202f', ' ');
         return mark('n0') === 'Moved from 10:30 AM' && mark('n1') === 'New place' && mark('n2') === undefined",
    )?;
    page.visit(&site.host.url("?now=2098-05-20T00:00:00Z"))?;
    page.wait_for(
        "the record of changes",
        "return performance.getEntriesByType('resource').some(file => file.name.endsWith('changes.json') && file.responseEnd > 0)",
    )?;
    assert_eq!(page.count(".moved")?, 0);
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
