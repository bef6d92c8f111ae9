//! Which values of `data` are safe to fetch.

/// Whether `text` is a path on the page's own origin, whatever the page's address: no host, no
/// scheme, and nothing that the URL standard takes for one.
///
/// That standard reads `\` as `/` and skips tabs, line ends and the space around an address
/// (<https://url.spec.whatwg.org/#concept-basic-url-parser>), so these are refused.
pub fn is_same_origin_path(text: &str) -> bool {
    let odd = |letter: char| letter == '\\' || letter.is_control();
    let has_path = !text.is_empty() && !text.starts_with(['?', '#']);
    let has_scheme = text
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|first| first.contains(':'));
    has_path && !has_scheme && !text.starts_with("//") && text.trim() == text && !text.contains(odd)
}
