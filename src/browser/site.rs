//! Whether the page is part of a site that `marchmap site` made, with a page for each event and feeds.

use web_sys::window;

/// What such a site has in its head.
const FEEDS: &str = "link[rel=alternate][type=\"text/calendar\"]";

/// Whether it is.
pub fn is_generated() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| matches!(document.query_selector(FEEDS), Ok(Some(_))))
}
