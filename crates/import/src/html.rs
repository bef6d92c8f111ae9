//! What is in an HTML page for us: scripts of a type, tables, and the plain text of markup.

mod lists;
pub mod microdata;
mod struck;
pub mod tables;
mod text;
mod time;
mod titled;

use scraper::{Html, Selector};

pub use self::struck::{CANCELLED, is_struck, without_struck};
pub use self::text::{is_hidden, text_of};

/// The contents of all `<script type="…">` of a type, each with the line where it begins.
pub fn scripts(page: &str, kind: &str) -> Vec<(u64, String)> {
    let Ok(selector) = Selector::parse("script[type]") else {
        return Vec::new();
    };
    let document = Html::parse_document(page);
    let mut at = 0;
    let mut found = Vec::new();
    for script in document.select(&selector) {
        let of_kind = script.attr("type").is_some_and(|own| own.contains(kind));
        let text: String = script.text().collect();
        // The contents of a script stand in the page as they are.
        let start = page[at..].find(&text).map(|start| at + start);
        if let Some(start) = start.filter(|_| !text.is_empty()) {
            at = start + text.len();
        }
        if of_kind {
            found.push((line(page, start.unwrap_or(0)), bare(&text).to_owned()));
        }
    }
    found
}

/// A script without what hides it from programs that know no scripts: CDATA sections and comments.
fn bare(script: &str) -> &str {
    const MARKS: [&str; 9] = [
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "//",
        "/*",
        "*/",
        "\u{feff}",
        ";",
    ];
    let mut rest = script.trim();
    loop {
        let before = rest.len();
        for mark in MARKS {
            rest = rest.strip_prefix(mark).unwrap_or(rest).trim();
            rest = rest.strip_suffix(mark).unwrap_or(rest).trim();
        }
        if rest.len() == before {
            return rest;
        }
    }
}

fn line(text: &str, byte: usize) -> u64 {
    text.as_bytes()[..byte]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count() as u64
        + 1
}

/// A page as a tree.
pub fn parsed(page: &str) -> Html {
    Html::parse_document(page)
}

/// A text that holds markup, without it; any other as it is.
pub fn plain_if_markup(text: &str) -> String {
    const MARKUP: [&str; 10] = [
        "<p", "<br", "<div", "<a ", "</", "<span", "<li", "<b>", "<strong", "<img",
    ];
    let may = text.contains('<') && {
        let small = text.to_ascii_lowercase();
        MARKUP.iter().any(|tag| small.contains(tag))
    };
    match may {
        true => plain(text),
        false if text.contains('&') => entities(text),
        false => text.to_owned(),
    }
}

/// The text of markup: a line for each block, addresses of links behind what they are called.
pub fn plain(markup: &str) -> String {
    text_of(document(markup).tree.root(), true)
}

/// The text of a page as of markup, with the titles of events labelled: “Title: …”.
pub fn listing(page: &str) -> String {
    text::listing(document(page).tree.root())
}

fn document(markup: &str) -> Html {
    match markup.to_ascii_lowercase().contains("<html") {
        true => Html::parse_document(markup),
        false => Html::parse_fragment(markup),
    }
}

/// The address of the first link in markup, if it is one of the web.
pub fn link(markup: &str) -> Option<String> {
    let selector = Selector::parse("a[href]")
        .ok()
        .filter(|_| markup.contains('<'))?;
    let document = Html::parse_fragment(markup);
    let href = document
        .select(&selector)
        .next()?
        .attr("href")?
        .trim()
        .to_owned();
    href.starts_with("http").then_some(href)
}

/// A text with its character references (`&amp;`, `&#39;`) resolved.
pub fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let document = Html::parse_fragment(&text.replace('<', "&lt;"));
    document.root_element().text().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            plain(
                "<p>Join us in the <b>park</b> &amp; bring <a href=\"https://a.example/x\">friends</a>.</p><p>Now"
            ),
            "Join us in the park & bring friends https://a.example/x.\n\nNow"
        );
        assert_eq!(
            plain("a < b <!-- c --> d<script>x<y</script>e<br>f"),
            "a < b de\nf"
        );
        assert_eq!(
            plain("<li><s>Leeds: 2 pm</s></li><li>York: <del>1 pm</del> 2 pm</li>"),
            "cancelled: Leeds: 2 pm\n\nYork: 2 pm"
        );
        assert_eq!(
            plain(
                "<li><s>Leeds: 2 pm</s> (cancelled)</li><li style=\"text-decoration: line-through\">York: 1 pm</li>\
                 <li hidden>Hull: 3 pm</li><li class=\"event is-cancelled\">Derby: 4 pm</li>"
            ),
            "Leeds: 2 pm (cancelled)\n\ncancelled: York: 1 pm\n\ncancelled: Derby: 4 pm"
        );
        assert_eq!(
            plain(
                "<div><span class=city>Natal</span><span class=place>Midway Mall</span> <span class=hour>15h</span></div>"
            ),
            "Natal | Midway Mall 15h"
        );
        assert_eq!(plain_if_markup("1 < 2 & 3 > 2"), "1 < 2 & 3 > 2");
        assert_eq!(
            entities("&#39;&eacute;&#x1F600;&unknown;& &"),
            "'é😀&unknown;& &"
        );
        assert_eq!(entities("Caf&eacute; &lt;b&gt; <i>"), "Café <b> <i>");
    }

    #[test]
    fn scripts_are_found() {
        let page = "<html>\n<SCRIPT>a</SCRIPT>\n<script type='application/ld+json'>{}\n</script>\n<script type=\"application/ld+json\">[]";
        let found = scripts(page, "ld+json");
        assert_eq!(found, [(3, "{}".to_owned()), (5, "[]".to_owned())]);
    }

    #[test]
    fn a_script_is_read_inside_cdata() {
        for script in [
            "<![CDATA[{\"a\":1}]]>",
            "//<![CDATA[\n{\"a\":1}\n//]]>",
            "/*<![CDATA[*/ {\"a\":1} /*]]>*/",
            "<!--\n{\"a\":1}\n//-->",
            "{\"a\":1};",
        ] {
            assert_eq!(bare(script), "{\"a\":1}", "{script}");
        }
    }
}
