//! A visitor shares and exports events: as files for other programs, as a link, on paper.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, Visitor};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Logic: [the_results_are_saved_in_each_format, one_event_is_added_to_a_calendar, an_event_without_a_date_is_reported_on_export, a_link_with_four_filters_is_copied_and_opened, a_link_that_cannot_be_copied_is_shown, directions_lead_to_exact_places_only, a_refused_print_leaves_the_list_as_it_was],
};

/// Catches what the page saves: the names of the files and what is in them, in `window.saved`.
const CATCH: &str = "
    window.saved = [];
    const files = new Map(), make = URL.createObjectURL;
    URL.createObjectURL = file => { const url = make.call(URL, file); files.set(url, file); return url };
    addEventListener('click', click => {
        const link = click.target.closest?.('a[download]');
        if (!link) return;
        click.preventDefault();
        const file = files.get(link.href);
        file.text().then(text => saved.push({ name: link.download, type: file.type, text }));
    }, true);
    return true";

/// Presses a button and gives the file it saves: its name and text.
fn save(page: &Page, selector: &str) -> Result<(String, String)> {
    let before: usize = page.ask("return saved.length", json!([]))?;
    page.press(selector)?;
    page.wait_for("a file", &format!("return saved.length === {}", before + 1))?;
    page.ask("return [saved.at(-1).name, saved.at(-1).text]", json!([]))
}

/// A page that records what it saves, with the export menu open.
fn unfolded(page: &Page, url: &str) -> Result<()> {
    page.visit(url)?;
    page.ask::<bool>(CATCH, json!([]))?;
    page.open_sheet("menu")
}

/// What is reported of the last export.
fn said(page: &Page, within: &str, expected: &str) -> Result<()> {
    let script = format!(
        "return document.querySelector({within:?} + ' .share-status[role=status]').textContent.includes({expected:?})"
    );
    page.wait_for(&format!("“{expected}” to be said"), &script)
}

fn ids(entries: &Value) -> BTreeSet<&str> {
    let entries = entries.as_array().into_iter().flatten();
    entries.filter_map(|entry| entry["id"].as_str()).collect()
}

fn the_results_are_saved_in_each_format(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(Visitor {
        height: 1600,
        ..LAPTOP
    })?;
    unfolded(&page, &host.url("?country=FR"))?;
    let seen = page.sees("the whole list", |seen| seen.listed().len() == 10)?;
    let shown: BTreeSet<&str> = seen.listed().into_iter().collect();

    let (name, text) = save(&page, "[data-action=download-json]")?;
    ensure!(
        name.starts_with("demonstrations-for-palestine") && name.ends_with(".json"),
        "{name}"
    );
    let file: Value = serde_json::from_str(&text)?;
    assert_eq!(ids(&file["events"]), shown);
    assert_eq!(file["format"], "marchmap/1");
    said(&page, ".share-menu", "10 events saved")?;

    let (name, text) = save(&page, "[data-action=download-geojson]")?;
    ensure!(name.ends_with(".geojson"), "{name}");
    let map: Value = serde_json::from_str(&text)?;
    assert_eq!(ids(&map["features"]), shown);

    let (_, text) = save(&page, "[data-action=download-ics]")?;
    let unfolded = text.replace("\r\n ", "");
    let uids = unfolded
        .lines()
        .filter_map(|line| line.strip_prefix("UID:"));
    let uids: BTreeSet<&str> = uids.filter_map(|uid| uid.split('@').next()).collect();
    assert_eq!(uids, shown);

    let (_, text) = save(&page, "[data-action=download-csv]")?;
    let rows = text
        .split("\r\n")
        .skip(1)
        .filter_map(|row| row.split(',').next());
    let rows: BTreeSet<&str> = rows.filter(|id| !id.is_empty()).collect();
    assert_eq!(rows, shown);

    // What was saved opens as a calendar of its own.
    host.answer("saved.json", &file);
    host.answer("saved-map.json", &map);
    for address in ["?data=saved.json", "?data=saved-map.json"] {
        let again = page.visit(&host.url(address))?;
        assert_eq!(
            (again.total, again.problems),
            (Some(10), Some(0)),
            "{address}"
        );
        assert_eq!(again.listed(), seen.listed(), "{address}");
    }
    Ok(())
}

fn one_event_is_added_to_a_calendar(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([{ "id": "march", "title": "Été, 1; 2", "city": "Tokyo",
        "start": "2031-05-03T14:00", "end": "2031-05-03T17:30", "timezone": "Asia/Tokyo" }]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?event=march"))?;
    page.ask::<bool>(CATCH, json!([]))?;
    let (name, text) = save(&page, "aside [data-action=download-ics]")?;
    assert_eq!(name, "ete-1-2-2031-05-03.ics");
    for line in [
        "BEGIN:VCALENDAR",
        "SUMMARY:Été\\, 1\\; 2",
        "DTSTART:20310503T050000Z",
        "DTEND:20310503T083000Z",
        "STATUS:CONFIRMED",
        "END:VCALENDAR",
    ] {
        ensure!(
            text.split("\r\n").any(|found| found == line),
            "{line} in\n{text}"
        );
    }
    said(&page, "aside", "1 event saved")
}

/// A calendar app can't show it; the page says so, and offers no such thing for the event alone.
fn an_event_without_a_date_is_reported_on_export(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!([
            { "id": "dated", "title": "Rally", "start": "2031-05-03" },
            { "id": "undated", "title": "Vigil", "start": "soon" }
        ]),
    );
    let page = session.visitor(LAPTOP)?;
    unfolded(&page, &host.url("?when=all"))?;
    let (_, text) = save(&page, "dialog.sheet [data-action=download-ics]")?;
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    said(&page, ".share-menu", "1 event has no date")?;
    page.visit(&host.url("?event=undated"))?;
    assert_eq!(page.count("aside [data-action=download-ics]")?, 0);
    assert_eq!(page.count("aside [data-action=share]")?, 1);
    Ok(())
}

/// Puts a stand-in for the clipboard and the share sheet, which engines give to some pages only.
pub fn clipboard(page: &Page, works: bool) -> Result<()> {
    page.ask::<bool>(
        "Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
         const writeText = arguments[0] ? text => { window.copied = text; return Promise.resolve() }
             : () => Promise.reject(new Error('refused'));
         Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
         return true",
        json!([works]),
    )
    .map(drop)
}

fn a_link_with_four_filters_is_copied_and_opened(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let filters = "q=gaza&from=2023-11-03&country=SE&kind=vigil";
    unfolded(&page, &host.url(&format!("?{filters}&embed=1&hide=footer")))?;
    let seen = page.seen()?;
    ensure!(
        seen.matched.is_some_and(|matched| matched > 0),
        "{}",
        seen.in_short()
    );
    clipboard(&page, true)?;
    page.press(".share-menu [data-action=share]")?;
    said(&page, ".share-menu", "The link is copied")?;
    let link: String = page.ask("return copied", json!([]))?;
    assert_eq!(
        link,
        host.url(&format!("?{filters}")),
        "without the frame's own"
    );
    let again = page.visit(&link)?;
    assert_eq!(again.listed(), seen.listed());
    Ok(())
}

fn a_link_that_cannot_be_copied_is_shown(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?country=FR&event=paris-2023-11-04"))?;
    clipboard(&page, false)?;
    page.press("aside [data-action=share]")?;
    said(&page, "aside", "Copy this link")?;
    let link: String = page.ask(
        "return document.querySelector('aside input[readonly]').value",
        json!([]),
    )?;
    assert_eq!(link, host.url("?event=paris-2023-11-04"));
    Ok(())
}

/// Directions to the middle of a city would lead people astray.
fn directions_lead_to_exact_places_only(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |id: &str, precision: &str| json!({ "id": id, "title": "Rally", "start": "2031-05-03", "lat": 45.76, "lon": 4.83, "precision": precision });
    host.answer(
        "events.json",
        &json!([event("exact", "place"), event("city", "city")]),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?event=exact"))?;
    let links: Vec<(String, String)> = page.ask(
        "return [...document.querySelectorAll('.directions a')].map(link => [link.getAttribute('href'), link.rel])",
        json!([]),
    )?;
    assert_eq!(links.len(), 2);
    assert_eq!(links[0].0, "geo:45.76,4.83?q=45.76,4.83");
    for (address, rel) in links {
        assert_eq!(rel, "noopener noreferrer", "{address}");
    }
    ensure!(
        page.text(".directions .osm")?.contains("openstreetmap.org"),
        "the host is named"
    );
    page.visit(&host.url("?event=city"))?;
    assert_eq!(page.count(".directions a")?, 0);
    Ok(())
}

/// A sandboxed frame ignores `print()` without an error.
fn a_refused_print_leaves_the_list_as_it_was(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    unfolded(&page, &host.url(""))?;
    let shown = page.seen()?.listed().len();
    page.ask::<bool>(
        "window.print = () => { window.asked = document.querySelectorAll('[data-list] article').length };
         return true",
        json!([]),
    )?;
    page.press("[data-action=print]")?;
    page.wait_for(
        "the dialogue to be asked for",
        "return window.asked !== undefined",
    )?;
    let asked: usize = page.ask("return asked", json!([]))?;
    ensure!(asked > shown, "the whole list was there in time: {asked}");
    page.sees("the list as it was", |seen| seen.listed().len() == shown)?;
    Ok(())
}
