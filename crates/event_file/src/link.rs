//! Which addresses from an event file may become a link or be loaded as an image.

/// Whether an address may be made a link: `http`, `https`, `mailto` and `tel` only.
///
/// Event files are written by many hands, so the test is stricter than a browser's address parser
/// (WHATWG URL): nothing a parser would strip or reinterpret (white space, control and invisible
/// characters, backslashes, a user name before the host) gets through.
pub fn clickable(url: &str) -> bool {
    match scheme(url) {
        Some(("http" | "https", rest)) => is_web(rest),
        Some(("mailto" | "tel", rest)) => !rest.is_empty() && !rest.starts_with('/'),
        _ => false,
    }
}

/// Whether an address may be loaded as an image: `http`, `https`, or a path on the page's own host.
pub fn loadable(url: &str) -> bool {
    match scheme(url) {
        Some(("http" | "https", rest)) => is_web(rest),
        Some(_) => false,
        None => {
            let first = url.split(['/', '?', '#']).next().unwrap_or_default();
            is_plain(url) && !url.is_empty() && !url.starts_with("//") && !first.contains(':')
        }
    }
}

/// The host an `http` or `https` address leads to, as written, without `www.`.
pub fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://").filter(|_| clickable(url))?;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// Whether a text that need not be an address is one that would run or open something local.
pub(crate) fn dangerous(text: &str) -> bool {
    // Most begin like nothing that is, and with nothing that could hide it.
    let begin = text.as_bytes().first().map_or(b' ', u8::to_ascii_lowercase);
    if begin.is_ascii_graphic() && !b"jdvfb\\".contains(&begin) {
        return false;
    }
    let bare: String = text
        .chars()
        .filter(|&c| is_plain_char(c))
        .take(16)
        .collect();
    let bare = bare.to_ascii_lowercase();
    ["javascript:", "data:", "vbscript:", "file:", "blob:"]
        .iter()
        .any(|scheme| bare.starts_with(scheme))
}

/// The scheme, if it is one of those let through, and what follows its colon.
fn scheme(url: &str) -> Option<(&'static str, &str)> {
    if !is_plain(url) {
        return None;
    }
    let (found, rest) = url.split_once(':')?;
    ["http", "https", "mailto", "tel"]
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(found))
        .map(|known| (known, rest))
}

/// What follows `http:`: two slashes and a host.
fn is_web(rest: &str) -> bool {
    rest.strip_prefix("//").is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !host.contains('@')
    })
}

fn is_plain(url: &str) -> bool {
    let letter = |byte: &u8| byte.is_ascii_graphic() && *byte != b'\\';
    // Most addresses have nothing but these, and others are slow to judge.
    url.as_bytes().iter().all(letter) || url.chars().all(is_plain_char)
}

fn is_plain_char(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && c != '\\'
        && !matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, links: bool, loads: bool) {
        assert_eq!((clickable(url), loadable(url)), (links, loads), "{url:?}");
    }

    #[test]
    fn a_link_shows_where_it_leads() {
        assert_eq!(host("https://www.example.org/a?b"), Some("example.org"));
        assert_eq!(host("HTTP://example.org:8080"), Some("example.org:8080"));
        assert_eq!(host("mailto:a@example.org"), None);
        assert_eq!(host("https://user@example.org/"), None);
    }

    #[test]
    fn the_web_mail_and_telephone_are_links() {
        check("https://example.org/a?b#c", true, true);
        check("HTTP://Example.org", true, true);
        check("https://[2001:db8::1]:8080/", true, true);
        check("https://social.example/@march/1", true, true);
        check("https://مثال.example/مسيرة", true, true);
        check("mailto:march@example.org", true, false);
        check("tel:+4930123456", true, false);
    }

    #[test]
    fn a_path_is_loaded_from_the_page_s_own_host() {
        check("posters/lyon.jpg", false, true);
        check("/posters/lyon.jpg?v=2", false, true);
        check("posters/14:00.jpg", false, true);
        check("//example.org/lyon.jpg", false, false);
        check("", false, false);
    }

    #[test]
    fn nothing_else_is() {
        for url in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "\u{200b}javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox",
            "file:///etc/passwd",
            "blob:https://example.org/1",
            "ftp://example.org",
            "intent://example.org",
            " https://example.org",
            "https://example.org/a b",
            "https://example.org\\@evil.example",
            "https://good.example@evil.example/",
            "https://example.org/\u{202e}gpj.exe",
            "https:example.org",
            "https:///example.org",
            "https://",
            "http:",
            "mailto:",
            "tel://1",
            ":https://example.org",
        ] {
            check(url, false, false);
        }
        check("www.example.org", false, true);
    }

    #[test]
    fn a_source_in_words_is_not_dangerous() {
        assert!(dangerous("javascript:alert(1)"));
        assert!(dangerous(" java\tScript:alert(1)"));
        assert!(!dangerous("Le Monde: 4 November 2023"));
        assert!(!dangerous("https://example.org"));
    }
}
