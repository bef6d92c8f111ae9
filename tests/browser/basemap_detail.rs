//! The basemap: coarse land at low zoom, detailed land at high zoom, and coarse land when the detailed file fails.

use anyhow::{Result, ensure};
use browser_tests::browser::{LAPTOP, PHONE};
use browser_tests::host::{Answer, Gate};
use browser_tests::page::Page;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::{tests, wait};
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Logic: [zooming_in_loads_detailed_land, coarse_land_stays_when_detailed_land_fails, the_map_is_drawn_the_quick_way],
};

const FINER: &str = "basemap/finer.json";

/// The Danish islands.
const NEAR: &str = "?view=map&map=7/55.5/11";

/// What the outline of the land is drawn with; longer where it has more corners.
fn land(page: &Page) -> Result<usize> {
    let drawn = "return document.querySelector('path.map-land')?.getAttribute('d').length ?? 0";
    page.ask(drawn, json!([]))
}

fn land_is_there(page: &Page) -> Result<usize> {
    page.wait_for(
        "land and names",
        "return document.querySelector('path.map-land')?.getAttribute('d').length > 100
            && document.querySelector('.map-name') !== null",
    )?;
    land(page)
}

fn zooming_in_loads_detailed_land(session: &Session) -> Result<()> {
    let host = session.host()?;
    let gate = Gate::default();
    let finer = std::fs::read(session.dist().join(FINER))?;
    host.answer(FINER, Answer::held("application/json", finer, 100, &gate));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?view=map"))?;
    land_is_there(&page)?;
    let asked = || {
        let requests = host.requests();
        requests.iter().any(|request| request.path() == Some(FINER))
    };
    ensure!(!asked(), "the first view needs no finer land");
    page.visit(&host.url(NEAR))?;
    let coarse = land_is_there(&page)?;
    gate.open();
    wait::until("finer land", || {
        let now = land(&page)?;
        let finer = now > coarse + coarse / 2;
        Ok(if finer { Ok(()) } else { Err((coarse, now)) })
    })
}

fn coarse_land_stays_when_detailed_land_fails(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(FINER, Answer::status(404));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(NEAR))?;
    wait::until("the finer land asked for", || {
        let paths: Vec<_> = host
            .requests()
            .iter()
            .map(|request| request.path().map(str::to_owned))
            .collect();
        let asked = paths.iter().any(|path| path.as_deref() == Some(FINER));
        Ok(if asked { Ok(()) } else { Err(paths) })
    })?;
    land_is_there(&page)?;
    ensure!(page.browser().page_errors()?.is_empty(), "errors");
    Ok(())
}

/// With the outline of the land a trifle wider than a pixel of the screen, as after some zooms, each part of the map took
/// ten times as long to paint; and every marker and name was a layer of its own, which a flat place needs not be.
fn the_map_is_drawn_the_quick_way(session: &Session) -> Result<()> {
    let host = session.host()?;
    for visitor in [LAPTOP, PHONE] {
        let page = session.visitor(visitor)?;
        page.visit(&host.url("?view=map"))?;
        page.ready_with_map()?;
        land_is_there(&page)?;
        let width: f64 = page.ask(
            "return parseFloat(getComputedStyle(document.querySelector('path.map-land')).strokeWidth) * devicePixelRatio",
            json!([]),
        )?;
        ensure!((0.3..1.0).contains(&width), "{width} pixels of the screen");
        let deep: Vec<String> = page.ask(
            "return [...document.querySelectorAll('.map-canvas .marker-place')]
                .map(place => place.style.transform).filter(where => !/^translate[(]/.test(where))",
            json!([]),
        )?;
        ensure!(deep.is_empty(), "{deep:?}");
    }
    Ok(())
}
