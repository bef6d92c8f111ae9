//! Who goes back from an event finds the map where it was, however soon.

use anyhow::{Result, ensure};
use browser_tests::browser::PHONE;
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{from_value, json};

use crate::phone_map::cities;

pub const TESTS: &[Test] = tests! {
    DevTools: [back_before_the_timers_of_the_turn, back_while_the_map_turns_to_the_event, closed_while_the_map_turns_to_the_event],
};

const START: &str = "?view=map&map=5/47/11&now=2031-05-01T12:00:00Z";

/// A page with a card below the map, and where a pin of another event is.
fn card(session: &Session, motion: bool) -> Result<(Page, [f64; 2])> {
    let host = cities(session)?;
    let page = session.visitor(PHONE)?;
    page.browser().prefer_motion(motion)?;
    page.visit(&host.url(START))?;
    page.sees("a pin", |seen| seen.markers.contains(&"lyon".to_owned()))?;
    page.press(".marker[data-event=lyon]")?;
    page.wait_for(
        "its card",
        "return document.querySelector('.map-sheet li:first-child article')?.dataset.event === 'lyon'",
    )?;
    let pin = "const pin = document.querySelector('.marker[data-event=prague]').getBoundingClientRect(); return [pin.left, pin.top]";
    let before = page.ask(pin, json!([]))?;
    Ok((page, before))
}

/// Runs steps in the page, and says where the pin is once nothing has moved for twenty frames.
fn pin_after(page: &Page, steps: &str) -> Result<[f64; 2]> {
    let script = format!(
        "const [done] = arguments;
         const frame = () => new Promise(requestAnimationFrame);
         const open = () => document.querySelector('[data-open-event]');
         const turning = () => document.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim');
         (async () => {{
             {steps}
             for (let still = 0; still < 20; still = turning() ? 0 : still + 1) await frame();
             const pin = document.querySelector('.marker[data-event=prague]')?.getBoundingClientRect();
             done(pin ? [pin.left, pin.top] : [-1, -1]);
         }})()"
    );
    Ok(from_value(page.browser().run_async(&script, json!([]))?)?)
}

#[track_caller]
fn check(session: &Session, motion: bool, steps: &str) -> Result<()> {
    let (page, before) = card(session, motion)?;
    let after = pin_after(&page, steps)?;
    assert_eq!(after, before);
    let query = page.seen()?.query;
    ensure!(query.contains("map=5/47/11"), "{query}");
    Ok(())
}

/// On a busy phone the timer that tells of the event's place in the link comes after the visitor has gone back.
fn back_before_the_timers_of_the_turn(session: &Session) -> Result<()> {
    let steps = "
        const own = setTimeout, later = [];
        const task = () => new Promise(next => own(next));
        const left = () => document.querySelector('.marker[data-event=prague]')?.getBoundingClientRect().left;
        const start = left();
        const turned = () => left() !== start;
        window.setTimeout = (act, ...rest) => turned() ? later.push(act) : own(act, ...rest);
        document.querySelector('.map-sheet li:first-child a').click();
        while (!turned()) await task();
        history.back();
        while (open()) await task();
        window.setTimeout = own;
        later.forEach(act => act());";
    check(session, false, steps)
}

fn back_while_the_map_turns_to_the_event(session: &Session) -> Result<()> {
    // The first look of a page is no journey: an event before makes this one the second.
    let steps = "
        for (const last of [false, true]) {
            document.querySelector('.map-sheet li:first-child a').click();
            while (!open() || (last && !turning())) await frame();
            if (!last) for (let still = 0; still < 20; still++) await frame();
            history.back();
            while (open()) await frame();
            if (!last) for (let still = 0; still < 20; still = turning() ? 0 : still + 1) await frame();
        }";
    check(session, true, steps)
}

fn closed_while_the_map_turns_to_the_event(session: &Session) -> Result<()> {
    let steps = "
        for (const last of [false, true]) {
            document.querySelector('.map-sheet li:first-child a').click();
            while (!open() || (last && !turning())) await frame();
            if (last) {
                document.querySelector('[data-action=close]').click();
            } else {
                for (let still = 0; still < 20; still++) await frame();
                history.back();
            }
            while (open()) await frame();
            if (!last) for (let still = 0; still < 20; still = turning() ? 0 : still + 1) await frame();
        }";
    check(session, true, steps)
}
