//! Narrows the page's own policy (W3C “Content Security Policy”, in `index.html` and `public/start.js`) to what a calendar needs.

use web_sys::{Url, window};

/// Lets pictures come only from this page's host and from the hosts of `addresses`.
///
/// Browsers obey every policy a page has had: what one call leaves out, no later one lets in again.
pub fn allow_pictures<'a>(addresses: impl Iterator<Item = &'a str>) {
    let Some(window) = window() else { return };
    // By its name: in some sandboxed frames 'self' is nobody.
    let here = window.location().origin().unwrap_or_default();
    let mut allowed = vec!["img-src".to_owned(), here.clone(), "data:".to_owned()];
    for origin in addresses.filter_map(|address| origin(address, &here)) {
        if !allowed.contains(&origin) {
            allowed.push(origin);
        }
    }
    let Some(document) = window.document() else {
        return;
    };
    if let (Some(head), Ok(meta)) = (document.head(), document.create_element("meta")) {
        // They fail only for a name that is none.
        let _ = meta.set_attribute("http-equiv", "Content-Security-Policy");
        let _ = meta.set_attribute("content", &allowed.join(" "));
        let _ = head.append_child(&meta);
    }
}

/// `https://example.org` for an address there; none for a path on the page's own host. A page that came safely
/// shows nothing that did not.
fn origin(address: &str, here: &str) -> Option<String> {
    let origin = Url::new(address).ok()?.origin();
    let plain = origin.starts_with("http:") && here.starts_with("http:");
    (plain || origin.starts_with("https:")).then_some(origin)
}
