//! The code a site owner pastes to show the page inside another site.

use crate::Query;

/// The height of an embed where nobody says another, in CSS pixels; public/embed.js knows it too.
pub const HEIGHT: u32 = 800;

/// A wish for an embed.
#[derive(Debug, Clone, PartialEq)]
pub struct Embed<'a> {
    /// The page's address without a query string.
    pub page: &'a str,
    /// The address of `embed.js`.
    pub script: &'a str,
    /// What is shown, and how.
    pub query: Query,
    /// The frame's name for screen readers.
    pub title: &'a str,
    /// No higher than this, in CSS pixels.
    pub height: u32,
}

impl Embed<'_> {
    /// The query string (without `?`) of the frame.
    pub fn query(&self) -> String {
        let query = Query {
            embed: true,
            ..self.query.clone()
        };
        query.print()
    }

    /// A script tag, whose frame fits what it shows.
    pub fn script_tag(&self) -> String {
        let query = Query {
            embed: false,
            ..self.query.clone()
        };
        let query = query.print();
        let mut tag = String::from("<script async");
        attribute(&mut tag, "src", self.script);
        if !query.is_empty() {
            attribute(&mut tag, "data-query", &query);
        }
        if self.height != HEIGHT {
            attribute(&mut tag, "data-max-height", &self.height.to_string());
        }
        tag.push_str("></script>");
        tag
    }

    /// A frame of this height, for sites that take no scripts.
    pub fn frame_tag(&self) -> String {
        let address = [self.page, "?", &self.query()].concat();
        let mut tag = String::from("<iframe");
        attribute(&mut tag, "src", &address);
        attribute(&mut tag, "title", self.title);
        attribute(&mut tag, "width", "100%");
        attribute(&mut tag, "height", &self.height.to_string());
        attribute(&mut tag, "style", "border:0");
        attribute(&mut tag, "loading", "lazy");
        tag.push_str("></iframe>");
        tag
    }
}

/// Appends an attribute, its value as HTML wants it between double quotes.
fn attribute(tag: &mut String, name: &str, value: &str) {
    tag.push(' ');
    tag.push_str(name);
    tag.push_str("=\"");
    for letter in value.chars() {
        match letter {
            '&' => tag.push_str("&amp;"),
            '"' => tag.push_str("&quot;"),
            '<' => tag.push_str("&lt;"),
            '>' => tag.push_str("&gt;"),
            other => tag.push(other),
        }
    }
    tag.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed(query: &str) -> Embed<'static> {
        Embed {
            page: "https://example.org/map/",
            script: "https://example.org/map/embed.js",
            query: Query::parse(query),
            title: "Marches & \"rallies\" <2023>",
            height: HEIGHT,
        }
    }

    #[test]
    fn a_script_says_what_differs_from_the_whole_page() {
        assert_eq!(
            embed("").script_tag(),
            r#"<script async src="https://example.org/map/embed.js"></script>"#
        );
        let low = Embed {
            height: 500,
            ..embed("embed=1&country=DE&hide=header")
        };
        assert_eq!(
            low.script_tag(),
            r#"<script async src="https://example.org/map/embed.js" data-query="country=DE&amp;hide=header" data-max-height="500"></script>"#
        );
    }

    #[test]
    fn a_frame_is_an_embed_and_has_a_name() {
        assert_eq!(
            embed("q=a%22b").frame_tag(),
            r#"<iframe src="https://example.org/map/?q=a%22b&amp;embed=1" title="Marches &amp; &quot;rallies&quot; &lt;2023&gt;" width="100%" height="800" style="border:0" loading="lazy"></iframe>"#
        );
    }
}
