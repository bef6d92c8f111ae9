//! The page by keyboard alone, by touch and on narrow screens.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE, Visitor};
use browser_tests::page::{Key, Page, Seen};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::{Value, json};

pub const TESTS: &[Test] = tests! {
    Keyboard: [the_keyboard_is_enough, few_stops_come_before_the_events],
    Layout: [touch_targets_are_large_enough, nothing_is_wider_than_the_screen],
    Logic: [a_phone_shows_list_or_map, the_chips_are_one_stop_and_arrows_move_among_them, the_theme_is_switched_and_remembered],
};

fn the_keyboard_is_enough(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.tab_to("input[type=search][name=q]", 12)?;
    page.keys("paris")?;
    page.sees("Paris", |seen| seen.listed() == ["paris-2023-11-04"])?;
    page.tab_to("article[data-event='paris-2023-11-04'] a", 12)?;
    let outline: bool = page.ask(
        "const outlined = element => {
            const style = getComputedStyle(element);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
         };
         return outlined(document.activeElement) || outlined(document.activeElement.closest('article'))",
        json!([]),
    )?;
    ensure!(outline, "the focus is visible");
    page.key(Key::Enter)?;
    page.sees("it opened", |seen| {
        seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    page.wait_for(
        "the focus in the panel",
        "return document.activeElement.closest('aside') !== null",
    )?;
    page.key(Key::BackTab)?;
    page.wait_for(
        "the focus on the button that closes",
        "return document.activeElement.matches('aside [data-action=close]')",
    )?;
    page.key(Key::Enter)?;
    page.sees("closed", |seen| seen.opened.is_none())?;
    page.wait_for(
        "the focus on its row",
        "return document.activeElement.closest('[data-event]')?.dataset.event === 'paris-2023-11-04'",
    )?;
    // The marker is reached and chosen as well.
    page.sees("its marker", |seen| seen.markers.len() == 1)?;
    page.tab_to("[role=region] [data-event]", 20)?;
    page.key(Key::Enter)?;
    page.sees("opened from the map", |seen| {
        seen.opened.as_deref() == Some("paris-2023-11-04")
    })?;
    Ok(())
}

/// Controls smaller than 44 CSS pixels. Links within a sentence are let off (WCAG 2.2, 2.5.5).
fn small_targets(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "const shown = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
         const targets = [...document.querySelectorAll('a[href], button, input, select, summary, [role=button], [role=region] [tabindex=\"0\"]')];
         return targets.filter(shown).filter(element => !element.closest('p, footer, .leaflet-control-attribution')).flatMap(element => {
             const target = element.closest('label') ?? (element.closest('article') ?? element);
             const box = target.getBoundingClientRect();
             if (box.width === 0 || box.height === 0 || (box.width >= 43.5 && box.height >= 43.5)) return [];
             return `${Math.round(box.width)}x${Math.round(box.height)} ${element.outerHTML.slice(0, 160)}`;
         })",
        json!([]),
    )
}

fn touch_targets_are_large_enough(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(""))?;
    assert_eq!(small_targets(&page)?, Vec::<String>::new(), "the list");
    for sheet in ["menu", "days", "near", "country", "more"] {
        page.open_sheet(sheet)?;
        assert_eq!(small_targets(&page)?, Vec::<String>::new(), "{sheet}");
    }
    page.close_sheet()?;
    page.open_from_list("washington-2023-11-04")?;
    assert_eq!(small_targets(&page)?, Vec::<String>::new(), "an event");
    page.press("aside button[data-action=close]")?;
    page.press("button[data-action=show-map]")?;
    page.sees("markers", |seen| seen.on_map() > 0)?;
    assert_eq!(small_targets(&page)?, Vec::<String>::new(), "the map");
    page.press("button[data-action=show-month]")?;
    page.sees("the month", |seen| seen.query == "view=month")?;
    assert_eq!(small_targets(&page)?, Vec::<String>::new(), "the month");
    Ok(())
}

/// What sticks out of the viewport, for the report.
fn too_wide(page: &Page) -> Result<(bool, Value)> {
    page.ask(
        "const root = document.documentElement, width = root.clientWidth;
         const out = [...document.querySelectorAll('body *')]
             .filter(element => !element.closest('[role=region]'))
             .filter(element => { const box = element.getBoundingClientRect(); return box.right > width + 1 || box.left < -1 })
             .slice(0, 5).map(element => element.outerHTML.slice(0, 160));
         return [root.scrollWidth > width || document.body.scrollWidth > width, out]",
        json!([]),
    )
}

/// Whether the page has followed a query of the test below.
fn is_shown(seen: &Seen, query: &str) -> bool {
    let has = |part: &str| query.contains(part);
    let total = if has("data=long.json") { 1 } else { 115 };
    let language = if has("lang=ar") { "ar" } else { "en" };
    seen.state == "ready"
        && seen.total == Some(total)
        && seen.lang == language
        && seen.opened.is_some() == has("event=")
        && (seen.matched == Some(0)) == has("q=")
        && (seen.on_map() > 0 || !has("view=map"))
}

fn nothing_is_wider_than_the_screen(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("long.json", &json!([{
        "id": "long", "start": "2031-05-03", "title": "Donaudampfschifffahrtsgesellschaft".repeat(4),
        "place": "x".repeat(200), "url": format!("https://example.org/{}", "y".repeat(200)),
        "organizers": ["z".repeat(150)], "description": "https://example.org/".to_owned() + &"w".repeat(300)
    }]));
    let page = session.visitor(PHONE)?;
    for width in [360, 320] {
        page.browser().resize(width, 740)?;
        page.visit(&host.url(""))?;
        for query in [
            "",
            "?lang=ar",
            "?event=washington-2023-11-04&lang=ar",
            "?event=washington-2023-11-04",
            "?q=nothing+at+all",
            "?data=long.json",
            "?data=long.json&event=long",
            "?view=map",
            "?view=map&lang=ar&event=washington-2023-11-04",
            "?view=month&lang=ar",
            "?view=month",
        ] {
            page.go(query)?;
            page.sees(query, |seen| is_shown(seen, query))?;
            let months = usize::from(query.contains("view=month"));
            page.wait_for(
                query,
                &format!("return document.querySelectorAll('.month').length === {months}"),
            )?;
            wait::until(&format!("nothing wider than {width} px, {query}"), || {
                let (wide, out) = too_wide(&page)?;
                Ok(if wide { Err(out) } else { Ok(()) })
            })?;
        }
    }
    Ok(())
}

fn a_phone_shows_list_or_map(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(""))?;
    let shown = "return document.querySelector('section[data-list]').checkVisibility()";
    ensure!(page.ask::<bool>(shown, json!([]))?, "the list comes first");
    page.press("button[data-action=show-map]")?;
    page.sees("the map with everything", |seen| {
        seen.on_map() == 115 && seen.query == "view=map"
    })?;
    page.press("button[data-action=show-list]")?;
    page.wait_for("the list", shown)?;
    page.back()?;
    page.sees("the map by Back", |seen| seen.query == "view=map")?;
    Ok(())
}

fn few_stops_come_before_the_events(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.tab_to("article[data-event] a", 8)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.tab_to("[data-action=skip-events]", 1)?;
    page.key(Key::Enter)?;
    page.wait_for(
        "the focus on the first event",
        "return document.activeElement.closest('article') === document.querySelector('[data-list] article')",
    )?;
    assert_eq!(page.query()?, "");
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.tab_to("[data-action=skip-map]", 2)?;
    page.key(Key::Enter)?;
    page.wait_for(
        "the focus on the map",
        "return document.activeElement.closest('.world-map') !== null",
    )
}

fn the_chips_are_one_stop_and_arrows_move_among_them(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?now=2023-11-02T12:00:00Z"))?;
    page.tab_to("[data-when=today]", 8)?;
    page.key(Key::Right)?;
    page.key(Key::Right)?;
    let at = |name: &str| {
        page.wait_for(
            name,
            &format!("return document.activeElement.dataset.opens === '{name}'"),
        )
    };
    at("days")?;
    page.key(Key::End)?;
    at("more")?;
    page.key(Key::Left)?;
    at("kind")?;
    page.key(Key::Enter)?;
    page.wait_for(
        "the sheet, with the focus",
        "return document.activeElement.closest('dialog.sheet[open]') !== null",
    )?;
    page.key(Key::Escape)?;
    at("kind")?;
    page.tab_to("article[data-event] a", 1)?;
    page.key(Key::BackTab)?;
    at("kind")
}

/// Dark by the system, light by the visitor's wish, which the link keeps.
fn the_theme_is_switched_and_remembered(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(Visitor {
        dark: true,
        ..LAPTOP
    })?;
    page.visit(&host.url(""))?;
    let brightness = |page: &Page| -> Result<f64> {
        page.ask(
            "const colour = [document.body, document.documentElement]
                .map(element => getComputedStyle(element).backgroundColor).find(colour => !/, 0\\)$|transparent/.test(colour));
             const canvas = document.createElement('canvas').getContext('2d');
             canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
             return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part, 0) / 765",
            json!([]),
        )
    };
    let dark = brightness(&page)?;
    ensure!(dark < 0.3, "dark by the system: {dark}");
    page.press_in("menu", "button[data-action=theme]")?;
    page.sees("the choice in the link", |seen| seen.query == "theme=light")?;
    let light = brightness(&page)?;
    ensure!(light > 0.8, "light by choice: {light}");
    page.reload()?;
    page.ready()?;
    ensure!(brightness(&page)? > 0.8, "kept");
    Ok(())
}
