//! No request is made to another host, and no element would make one.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::Answer;
use browser_tests::page::{Key, Page};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Network: [no_request_goes_to_another_host, a_link_cannot_name_a_file_on_another_host],
    Logic: [a_poster_on_another_host_is_not_fetched],
};

/// What the page has fetched or would fetch from elsewhere. Links and the namespaces of SVG are not fetched.
fn elsewhere(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "const here = location.origin, found = [];
         const away = url => { try { return new URL(url, document.baseURI).origin } catch { return 'null' } };
         for (const entry of performance.getEntriesByType('resource'))
             if (away(entry.name) !== here) found.push(entry.name);
         for (const element of document.querySelectorAll('*')) {
             for (const name of ['src', 'action', 'formaction', 'data', 'poster', 'ping', 'background'])
                 if (element.hasAttribute(name) && away(element.getAttribute(name)) !== here)
                     found.push(element.outerHTML.slice(0, 200));
             if (element.hasAttribute('srcset')) found.push(element.outerHTML.slice(0, 200));
             if (element.matches('link, image, use') && element.hasAttribute('href') && away(element.getAttribute('href')) !== here)
                 found.push(element.outerHTML.slice(0, 200));
             for (const image of getComputedStyle(element).backgroundImage.matchAll(/url\\(\"?([^\")]*)/g))
                 if (!image[1].startsWith('data:') && away(image[1]) !== here) found.push(image[0]);
         }
         return found",
        json!([]),
    )
}

fn no_request_goes_to_another_host(session: &Session) -> Result<()> {
    let host = session.host()?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.search("meridian")?;
    page.sees("one", |seen| seen.matched == Some(1))?;
    page.open_from_list("washington-2023-11-04")?;
    assert_eq!(elsewhere(&page)?, Vec::<String>::new());
    page.key(Key::Escape)?;
    page.choose("lang", "ar")?;
    page.sees("Arabic", |seen| seen.lang == "ar")?;
    page.press_in("menu", "button[data-action=theme]")?;
    page.close_sheet()?;
    assert_eq!(elsewhere(&page)?, Vec::<String>::new());
    assert_eq!(page.browser().foreign_requests(), Vec::<String>::new());
    // All requests were for the page's own folder, without cookies or the query in the referrer.
    for request in host.requests() {
        ensure!(
            request.path().is_some() || request.target == "/favicon.ico",
            "outside of the folder: {request:?}"
        );
        ensure!(request.header("cookie").is_empty(), "a cookie: {request:?}");
        ensure!(
            !request.header("referer").contains('?'),
            "the query leaks: {request:?}"
        );
    }
    Ok(())
}

/// The event's own picture on another host waits for the visitor's wish.
fn a_poster_on_another_host_is_not_fetched(session: &Session) -> Result<()> {
    let host = session.host()?;
    host.answer("events.json", &json!([{
        "id": "a", "title": "Rally <img src=http://example.org/a.png>", "start": "2031-05-03",
        "description": "<img src=http://example.org/b.png onerror=alert(1)> https://example.org/page",
        "image": "https://example.org/poster.png", "url": "https://example.org/"
    }]));
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url("?event=a"))?;
    page.sees("it opened", |seen| seen.opened.as_deref() == Some("a"))?;
    assert_eq!(elsewhere(&page)?, Vec::<String>::new());
    assert_eq!(page.browser().foreign_requests(), Vec::<String>::new());
    ensure!(
        page.text("aside h2")?.contains("<img src"),
        "markup in a title is shown as text"
    );
    Ok(())
}

/// Not by any spelling, nor by a redirect of the page's own host.
fn a_link_cannot_name_a_file_on_another_host(session: &Session) -> Result<()> {
    let (host, other) = (session.host()?, session.host()?);
    host.answer("moved.json", Answer::moved(&other.url("events.json")));
    let near = other.url("events.json");
    other.answer(
        "events.json",
        &json!([{ "title": "Rally", "start": "2031-05-03" }]),
    );
    let page = session.visitor(LAPTOP)?;
    for file in [
        "moved.json",
        &near,
        near.trim_start_matches("http:"),
        &near.replace("//", "\\\\"),
        &near.replace("http:", "https:"),
        "https://evil.example/events.json",
        "//evil.example/events.json",
        "/\\evil.example/events.json",
        "\t//evil.example/events.json",
        "data:application/json,[]",
        "blob:null/0",
        "file:///etc/hostname",
    ] {
        let encoded: String = file.bytes().map(|byte| format!("%{byte:02X}")).collect();
        page.open(&host.url(&format!("?data={encoded}")))?;
        // An address with a scheme is no path; the rest is refused.
        page.sees(file, |seen| {
            seen.state == "failed" || seen.total == Some(115)
        })?;
    }
    assert_eq!(other.requests(), []);
    // The refused redirect is in the console.
    page.browser().page_errors()?;
    Ok(())
}
