//! Where the site is served.

use std::fmt;

use event_file::link::clickable;

/// The address of the site's folder, with a `/` at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteUrl(String);

/// Why a text is no [`SiteUrl`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotASiteUrl {
    /// It does not begin with `https://` or `http://` and a host, or has white space in it.
    NoWebAddress,
    /// It has a `?` or a `#`, so that nothing can be put behind it.
    NoFolder,
}

impl SiteUrl {
    /// Reads an address; a page's name at its end (`index.html`) is no part of it.
    ///
    /// # Errors
    /// It is no address of a folder on the web.
    pub fn read(text: &str) -> Result<Self, NotASiteUrl> {
        let text = text.trim();
        if !clickable(text) || !text.contains("://") {
            return Err(NotASiteUrl::NoWebAddress);
        }
        if text.contains(['?', '#']) {
            return Err(NotASiteUrl::NoFolder);
        }
        let text = text.strip_suffix("index.html").unwrap_or(text);
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The folder itself, where its address is not known: addresses of its files are relative to it.
    pub fn here() -> Self {
        Self(String::new())
    }

    /// The address of a file of the site, or of the site itself for an empty path.
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl fmt::Display for NotASiteUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoWebAddress => "it does not begin with https:// and the name of a host",
            Self::NoFolder => "it has a ? or # in it",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, NotASiteUrl>) {
        let found = SiteUrl::read(text).map(|url| url.of("e/"));
        assert_eq!(found, expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn an_address_of_a_folder_is_one_however_it_ends() {
        for text in [
            "https://a.org/map",
            "https://a.org/map/",
            " https://a.org/map/index.html",
        ] {
            check(text, Ok("https://a.org/map/e/"));
        }
        check("http://localhost:8080", Ok("http://localhost:8080/e/"));
        check("a.org", Err(NotASiteUrl::NoWebAddress));
        check("mailto:a@b.org", Err(NotASiteUrl::NoWebAddress));
        check("javascript:alert(1)", Err(NotASiteUrl::NoWebAddress));
        check("https://a.org/?x", Err(NotASiteUrl::NoFolder));
    }
}
