//! Narrows the page's own policy (W3C “Content Security Policy”, in `index.html` and `public/start.js`) to what a calendar needs.

use web_sys::{Url, window};

/// Lets pictures come only from this page's host and from the hosts of `addresses`.
///
/// Browsers obey every policy a page has had: what one call leaves out, no later one lets in again.
pub fn allow_pictures<'a>(addresses: impl Iterator<Item = &'a str>) {
    let Some(window) = window() else { return };
    let location = window.location();
    let here = location.origin().unwrap_or_default();
    let own = match location.hostname().is_ok_and(|host| is_name(&host)) {
        // In some sandboxed frames 'self' is nobody.
        true => here.clone(),
        false => "'self'".to_owned(),
    };
    let mut allowed = vec!["img-src".to_owned(), own, "data:".to_owned()];
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

/// Whether a policy can have a host by its name (CSP 3, `host-part`): no address of IPv6, no name that ends in a full stop.
fn is_name(host: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.split('.').all(is_part)
}

/// `https://example.org` for an address there; none for a path on the page's own host. A page that came safely
/// shows nothing that did not.
fn origin(address: &str, here: &str) -> Option<String> {
    let origin = Url::new(address).ok()?.origin();
    let plain = origin.starts_with("http:") && here.starts_with("http:");
    (plain || origin.starts_with("https:")).then_some(origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_has_hosts_by_their_names() {
        for host in [
            "example.org",
            "127.0.0.1",
            "a-b.localhost",
            "xn--bcher-kva.example",
        ] {
            assert!(is_name(host), "{host}");
        }
        for host in ["[::1]", "example.org.", "my_host", ""] {
            assert!(!is_name(host), "{host}");
        }
    }
}
