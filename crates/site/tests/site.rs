//! A small site as a whole, compared with how it was before, and what holds of every site.

#![allow(clippy::unwrap_used, clippy::panic)]

mod world;

use std::path::Path;

use site::{Content, Files};
use world::{calendar, made};

const NOW: &str = "2023-11-01T10:00:00Z";

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

fn small(moment: &str) -> Files {
    made(
        &read("events.json"),
        moment,
        "en",
        Some(&calendar(&read("before.json"))),
    )
}

fn text(files: &Files, path: &str) -> String {
    match &files[path] {
        Content::Bytes(bytes) => String::from_utf8(bytes.clone()).unwrap(),
        Content::Picture(_) => panic!("{path} is a picture"),
    }
}

/// Each file is compared with the one kept beside this test; `UPDATE_GOLDEN=1 cargo test -p site` keeps them as they are.
#[test]
fn a_small_site_is_as_it_was() {
    let files = small(NOW);
    for (path, kept) in [
        ("index.html", "index.html"),
        ("e/lyon-march/index.html", "event.html"),
        ("e/paris~cbb57d0e13c03ee0/index.html", "cancelled.html"),
        ("e/someday/index.html", "unknown.html"),
        ("past/2022-06/index.html", "past.html"),
        ("changes/index.html", "changes.html"),
        ("changes.atom", "changes.atom"),
        ("changes.json", "changes.json"),
        ("feeds/all.ics", "all.ics"),
        ("feeds/country-fr.atom", "country-fr.atom"),
        ("feeds.json", "feeds.json"),
        ("sitemap.xml", "sitemap.xml"),
        ("robots.txt", "robots.txt"),
        ("404.html", "404.html"),
    ] {
        assert!(
            files.contains_key(path),
            "{path} is not in {:#?}",
            files.keys()
        );
        // A tag a line, so that what changed shows.
        let found =
            match path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".atom") {
                true => text(&files, path).replace("><", ">\n<"),
                false => text(&files, path),
            };
        let kept = folder().join(kept);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&kept, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&kept).unwrap_or_default();
        assert!(
            found == expected,
            "{path} is no longer as in {}:\n{found}",
            kept.display()
        );
    }
}

#[test]
fn a_site_is_the_same_each_time_and_within_a_day() {
    let files = small(NOW);
    assert!(files == small(NOW));
    let later = made(&read("events.json"), "2023-11-01T15:00:00Z", "en", None);
    let first = made(&read("events.json"), NOW, "en", None);
    let changed: Vec<&String> = first
        .keys()
        .filter(|path| first[*path] != later[*path])
        .collect();
    // Nothing has changed yet, and the moment it began with is recorded.
    assert_eq!(changed, ["changes.atom", "changes.json", "sitemap.xml"]);
}

#[test]
fn an_event_that_is_gone_has_no_page() {
    let shorter = String::from_utf8(read("events.json"))
        .unwrap()
        .replace("\"id\": \"call\"", "\"id\": \"other\"");
    let files = made(shorter.as_bytes(), NOW, "en", None);
    assert!(files.contains_key("e/other/index.html") && !files.contains_key("e/call/index.html"));
}

#[test]
fn a_city_and_a_day_with_several_events_to_come_have_a_sheet() {
    let file = r#"{"calendar":{"title":"Test"},"events":[
        {"id":"b","title":"Vigil","start":"2023-11-05","city":"LYON","country":"FR","place":"Bellecour"},
        {"id":"a","title":"March","start":"2023-11-04T14:00","city":"Lyon","country":"FR"},
        {"id":"over","title":"Over","start":"2023-10-04","city":"Lyon","country":"FR"},
        {"id":"c","title":"Rally","start":"2023-11-04","city":"Évry","country":"FR"},
        {"id":"camp","title":"Camp","start":"2023-11-03","end":"2023-11-05"}]}"#;
    let files = made(file.as_bytes(), NOW, "en", None);
    let sheets: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("sheets/"))
        .collect();
    assert_eq!(
        sheets,
        [
            "sheets/city-fr-lyon/index.html",
            "sheets/day-2023-11-04/index.html",
            "sheets/day-2023-11-05/index.html",
        ]
    );
    let in_order = |page: &str, order: &[&str]| {
        let find = |part: &&str| page.find(part).unwrap_or_else(|| panic!("{part}"));
        let places: Vec<usize> = order.iter().map(find).collect();
        assert!(places.is_sorted(), "{places:?}");
    };
    let day = [
        "Saturday, November 4, 2023 · 3 events",
        "?from=2023-11-04&amp;to=2023-11-04",
        "<h2>",
        "Évry, France",
        "Rally",
        "Lyon, France",
        "2:00",
        "March",
        "The place is not known.",
        "Continues until Nov 5",
        "Camp",
        "<svg",
    ];
    in_order(&text(&files, sheets[1]), &day);
    let page = text(&files, sheets[0]);
    let city = [
        "LYON, France · 2 events",
        "November 4",
        "2:00",
        "March",
        "November 5",
        "Vigil",
        "Bellecour",
        "<svg",
    ];
    in_order(&page, &city);
    assert!(!page.contains("Over"));
    assert!(text(&files, "e/a/index.html").contains("href=\"../../sheets/city-fr-lyon/\""));
    let page = text(&files, "e/c/index.html");
    assert!(
        page.contains("href=\"../../sheets/day-2023-11-04/\"") && !page.contains("sheets/city-")
    );
}

#[test]
fn old_events_move_to_the_page_of_their_month() {
    let files = small("2024-11-05T00:00:00Z");
    assert!(
        files.contains_key("past/2023-11/index.html")
            && !files.contains_key("e/lyon-march/index.html")
    );
    assert!(text(&files, "past/2023-11/index.html").contains("id=\"lyon-march\""));
    assert!(files.contains_key("e/someday/index.html"));
    let month_before = small("2024-11-03T00:00:00Z");
    assert!(month_before.contains_key("e/lyon-march/index.html"));
}

#[test]
fn feeds_keep_past_events_sixty_days_and_cancelled_ones_thirty() {
    let has = |moment: &str, id: &str| {
        text(&small(moment), "feeds/country-fr.ics").contains(&format!("UID:{id}@"))
    };
    for (moment, march, cancelled) in [
        ("2023-11-01T00:00:00Z", true, true),
        ("2023-12-05T00:00:00Z", true, true),
        ("2023-12-06T00:00:00Z", true, false),
        ("2024-01-03T00:00:00Z", true, false),
    ] {
        assert_eq!(
            (has(moment, "lyon-march"), has(moment, "Paris")),
            (march, cancelled),
            "{moment}"
        );
    }
    // A calendar without any event is not valid: the last one stays.
    let long_after = text(&small("2024-06-01T00:00:00Z"), "feeds/country-fr.ics");
    assert_eq!(long_after.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn an_installed_calendar_is_called_what_the_calendar_is_called() {
    let manifest = text(&small(NOW), "manifest.webmanifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(manifest["name"], "Test actions");
    assert_eq!(manifest["short_name"], "Test actions");
    assert_eq!(manifest["lang"], "en");
    assert_eq!(manifest["start_url"], "./");
}

#[test]
fn the_page_before_the_app_lists_what_comes_next() {
    let page = text(&small(NOW), "index.html");
    let order = [
        "data-event=\"lyon-march\"",
        "data-event=\"Paris\"",
        "data-event=\"call\"",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|event| page.find(event).unwrap())
        .collect();
    assert!(places.is_sorted());
    assert!(!page.contains("data-event=\"old\"") && page.contains("<noscript></noscript>"));
    let over = "2023-11-04T16:00:00Z"
        .parse::<chrono::DateTime<chrono::Utc>>()
        .unwrap()
        .timestamp();
    assert!(page.contains(&format!("data-event=\"lyon-march\" data-over=\"{over}\"")));
    // A year later nothing of it is upcoming: as in the app, all events are listed, and none leaves the list.
    let later = text(&small("2024-12-01T00:00:00Z"), "index.html");
    assert!(later.contains("data-event=\"old\"") && later.contains("data-event=\"lyon-march\""));
    assert!(!later.contains("data-over"));
}

#[test]
fn a_page_that_has_the_list_of_another_calendar_gets_its_own() {
    let own = |app: &str| {
        let calendar = calendar(&read("events.json"));
        let words = world::words("en");
        site::page(site::Input {
            calendar: &calendar,
            file: &read("events.json"),
            now: listing::now::Now::from(chrono::DateTime::parse_from_rfc3339(NOW).unwrap()),
            url: &site::SiteUrl::here(),
            reader: export::Reader {
                words: &words,
                country: &|_| None,
                zones: &world::World,
            },
            places: &texts::PlaceNames::default(),
            before: None,
            app: Some(app),
            manifest: None,
            changes: &[],
        })
    };
    let fresh = own(world::PAGE).unwrap();
    assert!(fresh.contains("href=\"?event=lyon-march\"") && !fresh.contains("canonical"));
    let other = fresh
        .replace("lyon-march", "other")
        .replace("Test actions", "Other actions")
        .replace(
            "lang=\"en\" dir=\"ltr\" data-marchmap",
            "lang=\"ar\" dir=\"rtl\" data-marchmap",
        );
    assert!(other != fresh);
    assert_eq!(own(&other).unwrap(), fresh);
    assert_eq!(own("<html><body>another page"), None);
}

#[test]
fn structured_data_has_what_search_engines_require() {
    let files = small(NOW);
    let page = text(&files, "e/lyon-march/index.html");
    let (_, json) = page
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let (json, _) = json.split_once("</script>").unwrap();
    let event: serde_json::Value = serde_json::from_str(json).unwrap();
    for (pointer, expected) in [
        ("/@context", "https://schema.org"),
        ("/@type", "Event"),
        ("/name", "March <for> peace & “bread”"),
        ("/startDate", "2023-11-04T14:00:00+01:00"),
        ("/endDate", "2023-11-04T17:00:00+01:00"),
        ("/eventStatus", "https://schema.org/EventScheduled"),
        ("/location/@type", "Place"),
        ("/location/name", "Place Bellecour"),
        ("/location/address/addressLocality", "Lyon"),
        ("/location/address/addressCountry", "FR"),
        ("/organizer/name", "Table \"ronde\""),
        ("/url", "https://example.org/map/e/lyon-march/"),
    ] {
        let found = event.pointer(pointer).and_then(|value| value.as_str());
        assert_eq!(found, Some(expected), "{pointer}");
    }
    assert!(
        event["image"][0]
            .as_str()
            .unwrap()
            .starts_with("https://example.org/map/og/")
    );
    // Without a date there is nothing that search engines take.
    assert!(!text(&files, "e/someday/index.html").contains("ld+json"));
}

#[test]
fn a_page_without_a_list_says_in_the_calendars_language_what_it_needs() {
    let file = br#"{"format":"marchmap/1","calendar":{"title":"Leer"},"events":[]}"#;
    let files = world::made(file, NOW, "de", None);
    let page = text(&files, "index.html");
    let expected = "<noscript><p class=\"notice\">Dieser Browser kann den Kalender nicht anzeigen: Er braucht JavaScript \
        und WebAssembly. Lesen lässt sich trotzdem <a href=\"events.json\">die Veranstaltungsdatei</a>.</p></noscript>";
    assert!(page.contains(expected), "{page}");
    assert!(
        page.contains("<p class=\"loading-note\">Kalender wird geladen …</p>"),
        "{page}"
    );
}

#[test]
fn cities_are_called_what_the_sites_language_calls_them() {
    let file = r#"{"events":[
        {"id":"a","title":"A","start":"2023-11-10","city":"Berlin","country":"DE","language":"de"},
        {"id":"b","title":"B","start":"2023-11-11","city":"Berlin","country":"DE","translations":{"fr":{"city":"Berlin-Ville"}}},
        {"id":"c","title":"C","start":"2023-11-12","city":"Berlin","country":"DE","language":"fr"}]}"#;
    let files = world::made(file.as_bytes(), NOW, "fr", None);
    for (page, expected) in [
        ("e/a/", "Berlín"),
        ("e/b/", "Berlin-Ville"),
        ("e/c/", "Berlin"),
    ] {
        let page = text(&files, &format!("{page}index.html"));
        assert!(
            page.contains(&format!(">{expected}, DE<")),
            "{expected}: {page}"
        );
    }
    assert!(text(&files, "index.html").contains(">Berlín, DE<"));
}
