//! The text of markup: a line for each block, what is struck through and what is a title marked.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::Node;
use scraper::node::Element;

use super::struck::{END_OF_STRUCK, STRUCK, is_struck, struck};
use super::time;
use super::titled::{HEADING, titled};

/// The text of a page, with the titles of events labelled: “Title: …”.
pub fn listing(node: NodeRef<'_, Node>) -> String {
    tidy(&titled(&struck(&marked(node, true))))
}

/// The text of a node and all in it; with `links`, the addresses of links behind what they are called.
pub fn text_of(node: NodeRef<'_, Node>, links: bool) -> String {
    tidy(&struck(&marked(node, links).replace(HEADING, "")))
}

/// The text of a node with marks before headings and around what is struck through.
fn marked(node: NodeRef<'_, Node>, links: bool) -> String {
    let mut text = String::new();
    // What parts the node itself from others is no part of it.
    let root = node.id();
    let (mut hidden, mut preformatted) = (0, 0);
    // The `time` element whose text is replaced.
    let mut replaced = None;
    for edge in node.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(more) if hidden == 0 && preformatted > 0 => text.push_str(&more.text),
                Node::Text(more) if hidden == 0 => {
                    text.push_str(&more.text.replace(['\n', '\r', '\t'], " "));
                }
                Node::Element(element) => {
                    let name = element.name();
                    hidden += usize::from(is_hidden(element));
                    preformatted += usize::from(name == "pre");
                    if node.id() != root {
                        text.push_str(before(name));
                    }
                    if is_field(name) && follows_field(node) && hidden == 0 {
                        text.push_str(" | ");
                    }
                    if is_struck(element) {
                        text.push(STRUCK);
                    }
                    if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                        text.push(HEADING);
                    }
                    if name == "time"
                        && hidden == 0
                        && let Some(numbers) = time::in_numbers(element, &seen(node))
                    {
                        text.push_str(&numbers);
                        replaced = Some(node.id());
                        hidden += 1;
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    let name = element.name();
                    if replaced == Some(node.id()) {
                        replaced = None;
                        hidden -= 1;
                    }
                    hidden -= usize::from(is_hidden(element));
                    preformatted -= usize::from(name == "pre");
                    let shown = links && name == "a" && hidden == 0;
                    let href = element.attr("href").filter(|_| shown).map(str::trim);
                    let href = href.filter(|href| {
                        href.starts_with("http") && !text.trim_end().ends_with(*href)
                    });
                    if let Some(href) = href {
                        text.push(' ');
                        text.push_str(href);
                    }
                    if is_struck(element) {
                        text.push(END_OF_STRUCK);
                    }
                    if node.id() != root {
                        text.push_str(after(name));
                    }
                }
            }
        }
    }
    text
}

/// Whether an element may hold one of several fields of a line: `<span class="city">`.
fn is_field(name: &str) -> bool {
    matches!(name, "span" | "time" | "data")
}

/// Whether another field ends directly before a node: style parts them on the page, and nothing in the text.
fn follows_field(node: NodeRef<'_, Node>) -> bool {
    let before = node.prev_sibling().and_then(|before| {
        let element = before.value().as_element()?;
        let has_class = element.attr("class").is_some() || element.name() != "span";
        (is_field(element.name()) && has_class).then(|| seen(before))
    });
    before.is_some_and(|text| !text.trim().is_empty() && !text.ends_with(char::is_whitespace))
}

/// The text inside a node, as it stands.
fn seen(node: NodeRef<'_, Node>) -> String {
    let texts = node.descendants().filter_map(|node| node.value().as_text());
    texts.map(|text| &*text.text).collect()
}

/// Whether an element is not shown.
pub fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().replace(' ', "");
    matches!(
        element.name(),
        "script" | "style" | "template" | "noscript" | "head" | "svg"
    ) || element
        .attr("hidden")
        .is_some_and(|value| value != "until-found")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// What parts an element from what stands before it.
fn before(name: &str) -> &'static str {
    match name {
        "p" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "section"
        | "article" | "blockquote" | "nav" | "header" | "footer" => "\n\n",
        "br" | "div" | "li" | "tr" | "dt" | "dd" | "hr" | "option" => "\n",
        "td" | "th" => CELL,
        _ => "",
    }
}

/// What parts the cells of a row.
const CELL: &str = " | ";

fn after(name: &str) -> &'static str {
    match name {
        "br" => "",
        name => before(name),
    }
}

/// One space between words, none at the ends of lines, and no more than one empty line together.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let mut line: Vec<&str> = line
            .split([' ', '\u{a0}'])
            .filter(|word| !word.is_empty())
            .collect();
        // Cells that are empty.
        let bar = CELL.trim();
        line.dedup_by(|next, last| *next == bar && *last == bar);
        let first = usize::from(line.first() == Some(&bar));
        let last = line.len() - usize::from(line.len() > first && line.last() == Some(&bar));
        let line = &line[first..last];
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty <= 1 {
            tidy.push_str(&line.join(" "));
            tidy.push('\n');
        }
    }
    tidy.trim().to_owned()
}
