//! Whatever is in an event file stays text: no markup, no address that runs something, no path out of the folder.

#![allow(clippy::unwrap_used, clippy::panic)]

mod world;

use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::{Html, Node};
use serde_json::{Value, json};
use site::{Content, Files};
use world::made;

/// The elements the pages are made of.
const ELEMENTS: &str = "html head meta title link script body header footer main article section a p span h1 h2 h3 dl dt dd div \
    time data ul ol li small img noscript svg rect path";

fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<script>alert(1)</script>"),
        Just("</script><img src=x onerror=alert(1)>"),
        Just("--><!--<script>"),
        Just("\" onmouseover=\"alert(1)"),
        Just("' autofocus onfocus='x"),
        Just("&lt;&#60;&amp"),
        Just("]]><x>"),
        Just("</title><svg/onload=x>"),
        Just("javascript:alert(1)"),
        Just("https://a.org/\"><b>"),
        Just("https://a.org/x?y=<z>&"),
        Just("../../../etc/passwd"),
        Just("..\\..\\c:\\x"),
        Just("\r\nBEGIN:VEVENT\r\nX:"),
        Just("\u{0}\u{1}\u{b}\u{7f}\u{85}\u{fffe}\u{ffff}"),
        Just("\u{2028}\u{2029}\u{202e}"),
        Just("{{text}} {{name}}"),
        Just("مسيرة"),
        Just("%2e%2e%2f"),
        Just("CON"),
        Just(" "),
    ];
    prop::collection::vec(
        prop_oneof![piece.prop_map(str::to_owned), "\\PC{0,6}"],
        0..4,
    )
    .prop_map(|pieces| pieces.concat())
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(".".to_owned()),
        Just("..".to_owned()),
        Just("con".to_owned()),
        Just("A".to_owned()),
        Just("a".to_owned()),
        Just("index.html".to_owned()),
        "[A-Za-z0-9._~-]{1,120}",
        nasty(),
    ]
}

fn event() -> impl Strategy<Value = Value> {
    let day = 1_u32..28;
    let texts = prop::collection::vec(nasty(), 14);
    (id(), day, texts, 0_usize..6, -90.0..90.0_f64, -180.0..180.0_f64, any::<bool>()).prop_map(
        |(id, day, texts, status, lat, lon, old)| {
            let t = |at: usize| texts[at].clone();
            let statuses = ["scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved-online"];
            let year = if old { 2021 } else { 2023 };
            json!({
                "id": id, "title": t(0), "kind": [t(1), "march"], "start": format!("{year}-11-{day:02}T14:00"),
                "previously": "2023-10-01", "timezone": "Europe/Paris", "status": statuses[status], "place": t(2),
                "address": t(3), "city": t(4), "region": t(5), "country": "FR", "lat": lat, "lon": lon, "online": t(6),
                "organizers": [t(7), t(8)], "tags": [t(8)], "campaign": t(9), "series": t(9), "url": t(10), "source": [t(10), t(11)],
                "links": [{ "label": t(11), "url": t(12) }], "description": t(12), "image": t(13), "image_alt": t(0),
                "language": "en", "translations": { "ar": { "title": t(1), "place": t(2) } }, "accessibility": t(3)
            })
        },
    )
}

fn files() -> impl Strategy<Value = (Value, Value)> {
    let about = (nasty(), nasty(), nasty(), nasty());
    (about, prop::collection::vec(event(), 1..4), prop::collection::vec(event(), 0..2)).prop_map(|(about, events, before)| {
        let file = json!({ "calendar": { "title": about.0, "description": about.1, "language": "en",
            "contact": { "email": about.2, "url": about.3 }, "credits": [{ "text": about.2, "url": about.3 }] }, "events": events });
        (file, json!({ "events": before }))
    })
}

/// Checks a page: only known elements, no attribute that runs something, addresses that can be followed.
fn check_html(path: &str, page: &str) {
    let document = Html::parse_document(page);
    let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    for node in document.tree.values() {
        match node {
            Node::Element(element) => {
                let name = element.name();
                assert!(known.contains(name), "{path}: <{name}>\n{page}");
                for (attribute, value) in element.attrs() {
                    assert!(
                        !attribute.starts_with("on") && attribute != "style",
                        "{path}: {attribute}\n{page}"
                    );
                    assert!(
                        attribute
                            .chars()
                            .all(|c| c.is_ascii_lowercase() || c == '-')
                            || attribute == "viewBox",
                        "{path}: {attribute}\n{page}"
                    );
                    if ["href", "src"].contains(&attribute) {
                        check_address(path, value);
                    }
                }
                if name == "script" {
                    let is_data = element.attr("type") == Some("application/ld+json");
                    assert!(
                        is_data || element.attr("src") == Some("./app-1/first.js"),
                        "{path}: script\n{page}"
                    );
                }
            }
            // Where the list is put in again.
            Node::Comment(comment) if ["list", "/list"].contains(&&**comment) => {}
            Node::Comment(comment) => panic!("{path}: comment {comment:?}"),
            _ => {}
        }
    }
    assert!(
        !page.contains(['\u{0}', '\u{1}', '\u{b}', '\u{7f}', '\u{85}', '\u{fffe}']),
        "{path}"
    );
}

fn check_address(path: &str, address: &str) {
    let (scheme, _) = address.split_once(':').unwrap_or(("", ""));
    let relative = !scheme.chars().all(|c| c.is_ascii_alphanumeric())
        || scheme.is_empty()
        || address.starts_with(['?', '#', '.']);
    let scheme = scheme.to_ascii_lowercase();
    assert!(
        relative || ["http", "https", "mailto", "tel"].contains(&scheme.as_str()),
        "{path}: {address}"
    );
    assert!(!address.contains(char::is_whitespace), "{path}: {address}");
}

fn check_ics(path: &str, text: &str) {
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(
        lines
            .iter()
            .all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])),
        "{path}\n{text}"
    );
    let count = |line: &str| lines.iter().filter(|found| **found == line).count();
    assert_eq!(count("BEGIN:VEVENT"), count("END:VEVENT"), "{path}");
    assert_eq!(
        count("BEGIN:VEVENT"),
        lines.iter().filter(|line| line.starts_with("UID:")).count(),
        "{path}"
    );
}

fn check(files: &Files) {
    let mut names = BTreeSet::new();
    for (path, content) in files {
        let is_safe = |name: &str| {
            let stem = name.split('.').next().unwrap_or_default();
            !matches!(name, "" | "." | "..")
                && (!name.ends_with('.'))
                && !["con", "nul", "aux", "prn"].contains(&stem)
        };
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/._-~".contains(c);
        assert!(
            path.chars().all(letters) && path.split('/').all(is_safe),
            "{path}"
        );
        assert!(path.split('/').all(|name| name.len() <= 110), "{path}");
        assert!(names.insert(path.to_lowercase()), "{path}");
        let Content::Bytes(bytes) = content else {
            continue;
        };
        let text = str::from_utf8(bytes).unwrap();
        match path.rsplit('.').next().unwrap() {
            _ if path == "events.json" => {}
            "html" => check_html(path, text),
            "json" => drop(serde_json::from_str::<Value>(text).unwrap()),
            "ics" => check_ics(path, text),
            "atom" => {
                let feed = atom_syndication::Feed::read_from(text.as_bytes()).unwrap();
                assert!(
                    !feed.entries.iter().any(|entry| entry.id.is_empty()),
                    "{path}"
                );
            }
            "xml" => {
                let mut reader = quick_xml::Reader::from_str(text);
                while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_of_an_event_file_is_more_than_text((file, before) in files(), language in prop_oneof![Just("en"), Just("ar"), Just("ja")]) {
        let before = event_file::read(before.to_string().into_bytes(), &world::World);
        let before = before.ok().map(|(calendar, _)| calendar);
        let files = made(file.to_string().as_bytes(), "2023-11-10T00:00:00Z", language, before.as_ref());
        check(&files);
    }
}
