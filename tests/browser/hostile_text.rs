//! Event text is data everywhere: nothing in the file is executed or requested.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Sandbox: [hostile_entries_are_shown_harmlessly],
    Logic: [hostile_entries_are_saved_harmlessly],
    Layout: [a_title_of_a_hundred_thousand_letters, thousands_of_marks_on_one_letter],
};

/// Texts that would call `hit` or make a request if they were more than text.
const HOSTILE: &[(&str, &str)] = &[
    (
        "script",
        "<script>hit('script')</script><script src=//evil.example/a.js></script>",
    ),
    (
        "image",
        "<img src=http://evil.example/a.png onerror=hit('image')>",
    ),
    (
        "svg",
        "<svg onload=hit('svg')><style>@import 'http://evil.example/a.css'</style></svg>",
    ),
    (
        "frame",
        "<iframe srcdoc=\"<script>parent.hit('frame')</script>\"></iframe>",
    ),
    (
        "quotes",
        "\" onmouseover=\"hit('quotes')\" autofocus onfocus=\"hit('quotes')\" x='",
    ),
    (
        "template",
        "{{constructor.constructor('hit(1)')()}} ${hit('template')} {{count}} {{title}} #{7*7} <%= 7*7 %>",
    ),
    (
        "url",
        "javascript:hit('url') data:text/html,<script>hit('url')</script>",
    ),
    (
        "bidi",
        "\u{202e}gnp.evil\u{202c}\u{2066}\u{202e}txt\u{2069} \u{200f}\u{202b}end",
    ),
    (
        "zero",
        "zero\u{200b}\u{200b}\u{200d}\u{2060}\u{feff}\u{00ad}width",
    ),
    ("csv", "=HYPERLINK(\"http://evil.example/\",\"x\")"),
    (
        "lines",
        "Rally\r\nBEGIN:VALARM\r\nTRIGGER:-PT1M\r\nEND:VALARM\r\n,\"\n@SUM(1)",
    ),
    ("__proto__", "prototype"),
    ("constructor", "constructor"),
    ("toString", "hasOwnProperty"),
];

/// Addresses that must lead nowhere.
const NOWHERE: &[&str] = &[
    "javascript:hit('link')",
    "JaVaScRiPt:hit('link')",
    "java\tscript:hit('link')",
    "\u{1}javascript:hit('link')",
    "data:text/html,<script>hit('link')</script>",
    "vbscript:hit('link')",
    "blob:http://evil.example/a",
    "file:///etc/passwd",
    "//evil.example/",
    "https://good.example@evil.example/",
    "https://good.example\\@evil.example/",
    "https://evil.example/\u{202e}gnp.good",
];

/// An event file of such texts, in every field.
pub fn corpus() -> Value {
    let mut events: Vec<Value> = HOSTILE
        .iter()
        .zip(0_u8..)
        .map(|((id, text), number)| {
            json!({
                "id": id, "title": text, "start": "2031-05-03T14:00", "timezone": text,
                "lat": 1.0 + f64::from(number) * 4.0, "lon": 1.0 + f64::from(number) * 8.0,
                "kind": [text, "march"], "place": text, "address": text, "city": text, "region": text,
                "organizers": [text], "tags": [text], "campaign": text, "description": format!("{text}\n\n{text}"),
                "language": text, "accessibility": text, "status": text, "image": text, "image_alt": text,
                "url": text, "source": text, "online": text, "links": [{ "label": text, "url": text }],
                "translations": { "ar": { "title": text }, "__proto__": { "title": text } },
                "__proto__": { "polluted": text }, "constructor": { "prototype": { "polluted": true } }, "onclick": text,
            })
        })
        .collect();
    let links: Vec<Value> = NOWHERE
        .iter()
        .map(|url| json!({ "label": "https://good.example/", "url": url }))
        .collect();
    let marks = format!("flood{}", "\u{0336}\u{030f}\u{0489}".repeat(5000));
    events.push(json!({ "id": "nowhere", "title": marks, "start": "2031-05-04", "lat": -40.0, "lon": -60.0,
        "url": NOWHERE[0], "source": NOWHERE, "online": NOWHERE[1], "image": NOWHERE[4], "links": links,
        "description": NOWHERE.join(" ") }));
    json!({
        "format": "marchmap/1",
        "calendar": {
            "title": HOSTILE[0].1, "description": HOSTILE[1].1, "language": HOSTILE[4].1,
            "contact": { "email": HOSTILE[4].1, "url": NOWHERE[0], "repository": HOSTILE[1].1 },
            "credits": [{ "text": HOSTILE[2].1, "url": NOWHERE[0] }],
        },
        "events": events,
    })
}

/// Listens for what must not happen from now on.
const WATCH: &str = "
    window.hits = [];
    window.hit = what => hits.push('ran: ' + what);
    window.alert = window.hit;
    document.addEventListener('securitypolicyviolation', event =>
        hits.push(`refused: ${event.effectiveDirective} ${event.blockedURI}`));
    return true";

/// Nothing ran, nothing was even tried, no element came of a text, and no prototype changed.
fn harmless(page: &Page) -> Result<()> {
    let found: Vec<String> = page.ask(
        "const found = [...hits];
         const own = location.origin, within = document.querySelector('#app') ?? document.body;
         for (const element of within.querySelectorAll('script, iframe, style, object, embed, base, svg style, img'))
             found.push('an element: ' + element.outerHTML.slice(0, 100));
         for (const element of document.querySelectorAll('*'))
             for (const { name, value } of element.attributes) {
                 if (name.startsWith('on')) found.push('an attribute: ' + element.outerHTML.slice(0, 100));
                 if (['href', 'src'].includes(name) && element.matches('a') && !/^(https?:[/][/]|mailto:|tel:|geo:|[?])/.test(value))
                     found.push('a link: ' + value);
             }
         if ({}.polluted !== undefined) found.push('a polluted prototype');
         return found",
        json!([]),
    )?;
    ensure!(found.is_empty(), "{found:#?}");
    assert_eq!(page.browser().foreign_requests(), Vec::<String>::new());
    Ok(())
}

fn hostile_entries_are_shown_harmlessly(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &corpus());
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url("?sort=date"))?;
    page.ask::<bool>(WATCH, json!([]))?;
    let seen = page.ready_with_map()?;
    assert_eq!(seen.total, Some(HOSTILE.len() + 1));
    page.sees("every event on the map", |seen| {
        seen.on_map() == HOSTILE.len() + 1
    })?;
    harmless(&page)?;
    for (id, text) in HOSTILE {
        page.open_from_list(id)?;
        let title = page.ask::<String>(
            "return document.querySelector('#event-title').textContent",
            json!([]),
        )?;
        ensure!(
            squeezed(&title) == squeezed(text),
            "the title of {id} is text: {title}"
        );
        harmless(&page)?;
        page.press("aside[data-open-event] button[data-action=close]")?;
    }
    page.open_from_list("nowhere")?;
    harmless(&page)?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    // Directions that change inside a text end with it.
    let open: Vec<String> = page.ask(
        "return [...document.querySelectorAll('article[data-event] h3 span, article[data-event] .where span')]
             .filter(span => !/isolate|plaintext/.test(getComputedStyle(span).unicodeBidi))
             .filter(span => !span.parentElement.closest('[dir=auto], bdi'))
             .map(span => span.outerHTML.slice(0, 200))",
        json!([]),
    )?;
    assert_eq!(open, Vec::<String>::new());
    page.to_top()?;
    page.press("button[data-action=problems]")?;
    harmless(&page)
}

/// White space as a reader sees it.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Catches what the page saves, in `window.saved`.
const CATCH: &str = "
    window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = file => { file.text().then(text => saved.push(text)); return make.call(URL, file) };
    addEventListener('click', click => {
        if (click.target.closest?.('a[download]')) click.preventDefault();
    }, true);
    return true";

fn hostile_entries_are_saved_harmlessly(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &corpus());
    let page = session.visitor(LAPTOP)?;
    page.open(&host.url(""))?;
    page.ask::<bool>(WATCH, json!([]))?;
    page.ready()?;
    page.ask::<bool>(CATCH, json!([]))?;
    page.open_sheet("menu")?;
    let mut files = Vec::new();
    for (number, name) in ["ics", "csv", "json", "geojson"].into_iter().enumerate() {
        page.press(&format!("[data-action=download-{name}]"))?;
        page.wait_for("a file", &format!("return saved.length > {number}"))?;
        files.push(page.ask::<String>("return saved.at(-1)", json!([]))?);
    }
    harmless(&page)?;
    let [ics, csv, saved, geojson] = files.as_slice() else {
        unreachable!()
    };
    assert_eq!(ics.matches("\nBEGIN:VEVENT").count(), HOSTILE.len() + 1);
    assert_eq!(ics.matches("\nBEGIN:VALARM").count(), 0);
    for line in csv.lines() {
        ensure!(!line.starts_with(['=', '@', '+']), "{line}");
        ensure!(!line.contains(",=") && !line.contains(",\"="), "{line}");
    }
    let saved: Value = serde_json::from_str(saved)?;
    let entries = saved["events"].as_array().cloned().unwrap_or_default();
    for (id, text) in HOSTILE {
        ensure!(
            entries.iter().any(|event| event["id"] == *id
                && event["title"] == *text
                && event["onclick"] == *text),
            "{id} is saved as it was"
        );
    }
    let features: Value = serde_json::from_str(geojson)?;
    assert_eq!(
        features["features"].as_array().map(Vec::len),
        Some(HOSTILE.len() + 1)
    );
    Ok(())
}

/// It takes no more room than others in the list, and the page stays usable.
fn a_title_of_a_hundred_thousand_letters(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([
            { "id": "long", "title": "A".repeat(100_000), "start": "2031-05-03", "lat": 1.0, "lon": 2.0 },
            { "id": "next", "title": "Rally", "start": "2031-05-04", "lat": 10.0, "lon": 2.0 },
        ]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.sees("both on the map", |seen| seen.on_map() == 2)?;
    let height: f64 = page.ask(
        "return document.querySelector('article[data-event=long]').getBoundingClientRect().height",
        json!([]),
    )?;
    ensure!(height < 300.0, "{height} px");
    page.open_from_list("long")?;
    page.press("aside[data-open-event] button[data-action=close]")?;
    page.open_from_list("next")?;
    Ok(())
}

/// A browser takes a second or so to lay out one such title.
fn thousands_of_marks_on_one_letter(session: &Session) -> Result<()> {
    const MARKS: [&str; 4] = ["\u{301}", "\u{e47}", "\u{20dd}", "\u{64b}"];
    let host = session.host()?;
    let marked = |at: usize| format!("Ma{}rch {at}", MARKS[at % 4].repeat(20_000));
    let event = |at: usize| {
        json!({ "id": format!("e{at}"), "title": marked(at), "start": "2031-05-03", "city": marked(at), "country": "FR",
            "lat": 45 + at, "lon": 4, "tags": ["plain", marked(at)], "description": marked(at), "kind": marked(at) })
    };
    let events: Vec<Value> = (0..40).map(event).collect();
    host.answer("events.json", &json!(events));
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url("?when=all&event=e3"))?;
    assert_eq!((seen.total, seen.problems), (Some(40), Some(200)));
    page.ready_with_map()?;
    let longest: usize = page.ask(
        "return Math.max(...[...document.body.querySelectorAll('*')].flatMap(({ childNodes }) => [...childNodes])
            .filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => /\\p{M}*$|\\p{M}+/u.exec(data)[0].length))",
        json!([]),
    )?;
    ensure!(longest <= 30, "{longest} marks in a row");
    Ok(())
}
