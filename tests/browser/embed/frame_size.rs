//! The map fills its frame, whatever the frame's size and whenever it is shown.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::Answer;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

use crate::page_layout::{host, place};

pub const TESTS: &[Test] = tests! {
    Layout: [an_embedded_map_is_as_wide_as_its_frame, a_frame_with_nothing_but_the_map_is_filled, a_frame_shown_later_has_its_map],
};

fn an_embedded_map_is_as_wide_as_its_frame(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
    for width in [360, 412, 568, 767] {
        page.browser().resize(width, 600)?;
        page.visit(&host.url("?embed=1&view=map"))?;
        page.ready_with_map()?;
        let (left, _, across, high) = place(&page, ".map-canvas")?;
        let within: f64 = page.ask("return document.documentElement.clientWidth", json!([]))?;
        assert_eq!((left, across), (0.0, within));
        let expected = (1.25 * f64::from(width)).clamp(320.0, 512.0);
        ensure!(
            (high - expected).abs() < 12.0,
            "{width} px wide, {high} px high"
        );
    }
    Ok(())
}

fn a_frame_with_nothing_but_the_map_is_filled(session: &Session) -> Result<()> {
    let host = host(session)?;
    let page = session.visitor(LAPTOP)?;
    for (width, height) in [(360, 640), (568, 360), (568, 700), (900, 500)] {
        page.browser().resize(width, height)?;
        for (hide, header) in [
            ("header,list,filters,footer", false),
            ("list,filters", true),
        ] {
            page.visit(&host.url(&format!("?embed=1&view=map&hide={hide}")))?;
            page.ready_with_map()?;
            let (left, top, across, high) = place(&page, ".map-canvas")?;
            let bar = if header {
                place(&page, ".page-header")?.3
            } else {
                0.0
            };
            let size: (f64, f64) = page.ask("return [innerWidth, innerHeight]", json!([]))?;
            ensure!(
                left < 2.0
                    && (top - bar).abs() < 2.0
                    && (left + across - size.0).abs() < 1.0
                    && (top + high - size.1).abs() < 1.0,
                "{hide} in {size:?}: {left} {top} {across} {high} beneath {bar}"
            );
        }
    }
    Ok(())
}

fn a_frame_shown_later_has_its_map(session: &Session) -> Result<()> {
    let app = host(session)?;
    let site = session.host()?;
    let frame = |size: &str| {
        format!(
            "<iframe {size} title=Demonstrations src=\"{}\"></iframe>",
            app.url("?embed=1&amp;view=map&amp;hide=header,list,filters,footer")
        )
    };
    let full = frame("width=600 height=400");
    let ways = [
        (
            "a hidden tab",
            format!("<div hidden id=tab>{full}</div>"),
            "document.querySelector('#tab').hidden = false",
        ),
        (
            "closed details",
            format!("<details><summary>Map</summary>{full}</details>"),
            "document.querySelector('details').open = true",
        ),
        (
            "no width",
            frame("width=0 height=400"),
            "document.querySelector('iframe').width = 600",
        ),
        (
            "no size",
            frame("width=0 height=0"),
            "Object.assign(document.querySelector('iframe'), { width: 600, height: 400 })",
        ),
    ];
    for (way, body, show) in ways {
        let html = format!("<!doctype html><meta charset=utf-8><title>A site</title>{body}");
        site.answer("site.html", Answer::html(&html));
        let page = session.visitor(LAPTOP)?;
        page.open(&site.other_site_url("site.html"))?;
        page.enter("iframe")?;
        page.ready()?;
        page.leave()?;
        page.ask::<bool>(&format!("{show}; return true"), json!([]))?;
        page.enter("iframe")?;
        page.wait_for(
            way,
            "const map = document.querySelector('.map-canvas').getBoundingClientRect();
             const markers = [...document.querySelectorAll('.marker')].map(marker => marker.getBoundingClientRect());
             const drawn = [...document.querySelectorAll('path.map-land')].some(path => path.getAttribute('d'));
             // Both cities, apart: the results fill the frame.
             return map.width === 600 && map.height === 400 && drawn && markers.length > 1
                 && markers.every(box => box.left > 0 && box.right < 600 && box.top > 0 && box.bottom < 400)
                 && Math.max(...markers.map(box => box.top)) - Math.min(...markers.map(box => box.top)) > 100",
        )?;
        page.leave()?;
    }
    Ok(())
}
