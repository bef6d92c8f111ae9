//! The map of an embed does not trap scrolling of the page around it.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Value, json};

use super::site;

pub const TESTS: &[Test] = tests! {
    Scrolling: [an_embedded_map_leaves_the_wheel_to_the_page],
    Wheel: [a_real_wheel_over_an_embedded_map_scrolls_the_page],
    DevTools: [an_embedded_map_leaves_one_finger_to_the_page],
};

/// Leaflet would keep the wheel; here it is the page's, and with Ctrl the map's.
fn an_embedded_map_leaves_the_wheel_to_the_page(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let _site = site(
        session,
        &page,
        &app,
        &["data-query=\"country=FR\" data-view=map"],
        &[],
    )?;
    page.enter("iframe")?;
    let before = page.ready_with_map()?;
    // By hand where a driver turns no wheel in a frame of another origin: what the map makes of it.
    let turn = "const canvas = document.querySelector('.map-canvas');
         const wheel = new WheelEvent('wheel', { deltaY: -240, ctrlKey: arguments[0], bubbles: true, cancelable: true,
             clientX: 400, clientY: 300 });
         canvas.querySelector('.marker, path').dispatchEvent(wheel);
         return wheel.defaultPrevented";
    ensure!(
        !page.ask::<bool>(turn, json!([false]))?,
        "a bare wheel scrolls the page"
    );
    page.wait_for(
        "the hint",
        "return document.querySelector('.map-hint.shown')?.textContent.includes('Ctrl') === true",
    )?;
    ensure!(page.seen()?.query == before.query, "the map stays");
    ensure!(
        page.ask::<bool>(turn, json!([true]))?,
        "Ctrl and the wheel are the map's"
    );
    page.sees("a closer look", |seen| seen.query.contains("map="))?;
    page.wait_for(
        "the hint to go",
        "return document.querySelector('.map-hint.shown') === null",
    )?;
    // The buttons move it as ever.
    let closer = page.query()?;
    page.press("button[data-action=zoom-out]")?;
    page.sees("a look from afar", |seen| seen.query != closer)?;
    Ok(())
}

fn a_real_wheel_over_an_embedded_map_scrolls_the_page(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(LAPTOP)?;
    let wish = "data-query=\"country=FR\" data-hide=header,filters,list,footer";
    let _site = site(session, &page, &app, &[wish, wish, wish], &[])?;
    page.enter("iframe")?;
    let before = page.ready_with_map()?;
    page.leave()?;
    let scroll = json!({ "type": "scroll", "origin": "viewport", "x": 500, "y": 300, "deltaX": 0, "deltaY": 150, "duration": 0 });
    page.act(&[json!({ "type": "wheel", "id": "wheel", "actions": [scroll] })])?;
    page.wait_for("the page to scroll", "return scrollY > 50")?;
    page.enter("iframe")?;
    ensure!(page.seen()?.query == before.query, "the map stays");
    Ok(())
}

/// A real finger, drawn upwards over the map, scrolls the host page; two move the map.
fn an_embedded_map_leaves_one_finger_to_the_page(session: &Session) -> Result<()> {
    let app = session.host()?;
    let page = session.visitor(PHONE)?;
    let wish = "data-query=\"country=FR\" data-hide=header,filters,list,footer";
    let _site = site(session, &page, &app, &[wish, wish, wish], &[])?;
    page.enter("iframe")?;
    let before = page.ready_with_map()?;
    page.leave()?;
    let top: f64 = page.ask(
        "return document.querySelector('iframe').getBoundingClientRect().top",
        json!([]),
    )?;
    let finger = |name: &str, x: i64, from: f64, to: f64| {
        let at = |y: f64| json!({ "type": "pointerMove", "duration": 60, "origin": "viewport", "x": x, "y": y as i64 });
        let steps = (1..=8).map(|step| at(from + (to - from) * f64::from(step) / 8.0));
        let mut actions = vec![at(from), json!({ "type": "pointerDown", "button": 0 })];
        actions.extend(steps);
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        json!({ "type": "pointer", "id": name, "parameters": { "pointerType": "touch" }, "actions": actions })
    };
    page.act(&[finger("one", 100, top + 300.0, top + 60.0)])?;
    page.wait_for("the page to scroll", "return scrollY > 50")?;
    page.enter("iframe")?;
    ensure!(page.seen()?.query == before.query, "the map stays");
    page.leave()?;
    page.ask::<Value>("scrollTo(0, 0)", json!([]))?;
    page.act(&[
        finger("one", 100, top + 150.0, top + 60.0),
        finger("two", 120, top + 170.0, top + 330.0),
    ])?;
    page.enter("iframe")?;
    page.sees("a closer look", |seen| seen.query.contains("map="))?;
    Ok(())
}
