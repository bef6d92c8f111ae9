//! The Content Security Policy of the page refuses what the page does not need.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Gate};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Sandbox: [the_policy_forbids_what_the_page_does_not_need, pictures_come_only_from_hosts_the_calendar_names],
};

/// A script on the page's own host, which may run, that tries what the page never does.
const PROBE: &str = "
    window.tried = [];
    document.addEventListener('securitypolicyviolation', event => tried.push('refused ' + event.effectiveDirective.split('-')[0]));
    const add = (name, content) => {
        const element = document.createElement(name);
        Object.assign(element, content);
        document.body.append(element);
        return element;
    };
    add('script', { textContent: \"tried.push('ran')\" });
    add('style', { textContent: 'body { color: red }' });
    add('div', { innerHTML: '<button onclick=\"tried.push(`ran`)\">x</button>' }).firstChild.click();
    add('iframe', { src: 'http://evil.example/' });
    add('script', { src: 'http://evil.example/a.js' });
    add('img', { src: 'http://evil.example/a.png' });
    fetch('http://evil.example/').catch(() => {});
    try { new Function('tried.push(`ran`)')() } catch { tried.push('refused eval') }
    add('form', { action: 'http://evil.example/' }).submit();";

/// Even what got in would be refused: scripts and styles in the page, code from texts, other hosts.
fn the_policy_forbids_what_the_page_does_not_need(session: &Session) -> Result<()> {
    let host = session.host()?;
    let gate = Gate::default();
    gate.open();
    host.answer("probe.js", Answer::held("text/javascript", PROBE, 0, &gate));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ask::<bool>(
        "const script = document.createElement('script');
         script.src = 'probe.js';
         document.head.append(script);
         return true",
        json!([]),
    )?;
    page.wait_for(
        "every attempt to be refused",
        "return ['script', 'style', 'frame', 'img', 'connect', 'form', 'eval']
             .filter(name => !tried.includes('refused ' + name)).join() || true",
    )?;
    assert!(!page.ask::<bool>("return tried.includes('ran')", json!([]))?);
    assert_eq!(page.browser().foreign_requests(), Vec::<String>::new());
    // The refusals are in the console, as expected.
    page.browser().page_errors()?;
    Ok(())
}

/// Tiles and posters may be loaded from the hosts the calendar names; no other picture may.
fn pictures_come_only_from_hosts_the_calendar_names(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer(
        "events.json",
        &json!({
            "calendar": { "tiles": { "url": "https://tiles.example/{z}/{x}/{y}.png", "attribution": "A" } },
            "events": [{ "title": "Rally", "start": "2031-05-03", "image": "https://posters.example/a.png" }],
        }),
    );
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    assert_eq!(page.browser().foreign_requests(), Vec::<String>::new());
    page.browser().run_async(
        "const done = arguments[arguments.length - 1];
         const load = host => new Promise(ended => {
             const image = new Image();
             image.onload = image.onerror = ended;
             image.src = `https://${host}/a.png`;
         });
         Promise.all(['tiles.example', 'posters.example', 'other.example'].map(load)).then(() => done())",
        json!([]),
    )?;
    let asked = page.browser().foreign_requests().join(" ");
    ensure!(
        asked.contains("tiles.example") && asked.contains("posters.example"),
        "{asked}"
    );
    ensure!(!asked.contains("other.example"), "{asked}");
    page.browser().page_errors()?;
    Ok(())
}
