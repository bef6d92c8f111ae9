//! XML: feeds and maps are read, other kinds are refused by their names.

mod element;
mod feed;
mod kml;
mod moved_between;

use std::sync::Arc;

use self::element::Element;
use super::draft::Reading;
use super::options::Options;

/// The most bytes of XML.
const LARGEST: usize = 64 << 20;

/// Elements that HTML begins with, where no `<html>` stands before them.
const HTML: &str = " html head body p div span a b i u s em strong br hr table tbody thead tr td th ul ol li dl dt dd h1 h2 \
    h3 h4 h5 h6 section article header footer main nav aside figure img pre code blockquote form input button script style \
    meta link title center font small del ins strike sup sub label select option iframe details summary ";

/// Kinds of XML by the name of their first element: what they are called, and what the editor can do.
const REFUSED: [(&str, &str, &str); 7] = [
    ("gpx", "a track (GPX)", "put its events into a table"),
    ("urlset", "a site map", "import the pages it lists"),
    ("sitemapindex", "a site map", "import the pages it lists"),
    (
        "opml",
        "a list of feeds (OPML)",
        "import the feeds it lists",
    ),
    (
        "svg",
        "a drawing (SVG)",
        "write what it says into a .txt file",
    ),
    ("plist", "a property list of Apple", "export it as text"),
    (
        "icalendar",
        "a calendar in XML (xCal)",
        "export it as iCalendar (.ics)",
    ),
];

/// Whether a text is XML other than a page of HTML.
pub fn is(text: &str) -> bool {
    let text = text.trim_start();
    let is_declared = text.starts_with("<?xml");
    match root(text) {
        Some(name) => {
            let name = name.to_ascii_lowercase();
            let is_html = HTML.contains(&format!(" {name} ")) || name.starts_with("!doctype");
            !is_html || is_declared && !HTML.contains(&format!(" {name} "))
        }
        None => is_declared,
    }
}

/// The name of the first element.
fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start().strip_prefix('<')?;
        let end = match rest {
            rest if rest.starts_with("!--") => "-->",
            rest if rest.starts_with('?') => "?>",
            rest if rest
                .get(..8)
                .is_some_and(|start| start.eq_ignore_ascii_case("!doctype")) =>
            {
                let kind = rest.get(8..).unwrap_or_default().trim_start();
                if kind
                    .get(..4)
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("html"))
                {
                    return Some("html");
                }
                ">"
            }
            rest => {
                let end =
                    rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/'));
                let name = &rest[..end?];
                return Some(name).filter(|name| name.starts_with(char::is_alphabetic));
            }
        };
        rest = rest.split_once(end)?.1;
    }
}

/// Reads a feed or a map.
///
/// # Errors
/// It is no XML that can be read, or of another kind.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Result<Reading, String> {
    if text.len() > LARGEST {
        return Err(format!("XML of more than {} MiB; split it", LARGEST >> 20));
    }
    let root = Element::read(text)?;
    let name = root.name.to_ascii_lowercase();
    if matches!(name.as_str(), "rss" | "rdf" | "feed") {
        return feed::read(&root, source, options);
    }
    if name == "kml" {
        return Ok(kml::read(&root, source, options));
    }
    let known = REFUSED.iter().find(|(kind, ..)| *kind == name);
    Err(match known {
        Some((_, what, help)) => format!("{what}, which is not read; {help}"),
        None => format!(
            "XML of a kind that is not read (<{}>); export it as CSV, JSON or iCalendar",
            root.name
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_told_from_pages() {
        for text in [
            "<?xml version=\"1.0\"?><rss><channel/></rss>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>",
            "<!-- made by X -->\n<events><event/></events>",
            "<kml>",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "<!DOCTYPE html><html><p>A",
            "<p>Leeds: 2 pm</p>",
            "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html xmlns=\"x\">",
            "<h2>4 November</h2>",
            "<3 Leeds: 2 pm",
        ] {
            assert!(!is(text), "{text}");
        }
    }

    #[test]
    fn other_xml_is_refused_by_name() {
        let options = Options::new("2023-11-01".parse().unwrap());
        let refused = |text: &str| read(text, &"x".into(), &options).unwrap_err();
        assert!(refused("<gpx><wpt/></gpx>").contains("GPX"));
        assert!(refused("<events><event/></events>").contains("<events>"));
        assert!(refused("<events").contains("cannot be read"));
    }
}
