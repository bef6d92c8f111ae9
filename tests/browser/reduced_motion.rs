//! Markers are animated to new positions, unless the visitor prefers reduced motion.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    DevTools: [markers_are_animated_unless_motion_is_reduced],
};

fn markers_are_animated_unless_motion_is_reduced(session: &Session) -> Result<()> {
    let host = session.host()?;
    let event = |id: &str, title: &str, lat: f64, lon: f64| json!({ "id": id, "title": title, "start": "2031-05-03", "lat": lat, "lon": lon });
    host.answer(
        "events.json",
        &json!([
            event("a", "Staying", 50.0, 10.0),
            event("b", "Staying", 49.98, 10.02),
            event("c", "Going", 49.9, 10.1)
        ]),
    );
    let page = session.visitor(LAPTOP)?;
    for motion in [true, false] {
        page.browser().prefer_motion(motion)?;
        // In an area that is asked for, the map stays where it is.
        page.visit(&host.url("?map=6/50/10&area=0,40,20,60"))?;
        page.ready_with_map()?;
        page.browser().run(
            "window.glided = [];
            const own = Element.prototype.animate;
            Element.prototype.animate = function (...given) {
                if (this.matches('.marker')) glided.push(this.dataset.cluster);
                return own.apply(this, given);
            }",
            json!([]),
        )?;
        ensure!(page.count("[data-cluster='3']")? == 1, "one marker for all");
        page.search("staying")?;
        page.wait_for(
            "the marker of two",
            "return document.querySelector(\"[data-cluster='2']\") !== null",
        )?;
        let glided: Vec<String> = page.ask("return glided", json!([]))?;
        ensure!(glided.is_empty() != motion, "{motion}: {glided:?}");
    }
    Ok(())
}
