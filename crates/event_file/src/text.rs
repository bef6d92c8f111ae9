//! Plain text of an event taken apart for showing: paragraphs, and links within them.

use crate::link::clickable;

/// A run of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run<'a> {
    /// Words.
    Words(&'a str),
    /// An `http` or `https` address that can be followed.
    Link(&'a str),
}

/// The paragraphs of a text: blank lines part them.
pub fn paragraphs(text: &str) -> Vec<&str> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            paragraphs.push(text[start..at].trim());
            start = at + line.len();
        }
        at += line.len();
    }
    paragraphs.push(text[start..].trim());
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// The words and the links of a paragraph, in order; together they are the paragraph.
pub fn runs(paragraph: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = paragraph;
    while let Some((before, link, after)) = next_link(rest) {
        if !before.is_empty() {
            runs.push(Run::Words(before));
        }
        runs.push(Run::Link(link));
        rest = after;
    }
    if !rest.is_empty() {
        runs.push(Run::Words(rest));
    }
    runs
}

fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + text[from..].find("http")?;
        let end = text[start..]
            .find(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c))
            .map_or(text.len(), |at| start + at);
        let link = without_closing_marks(&text[start..end]);
        let has_host = link
            .split_once("://")
            .is_some_and(|(_, host)| host.starts_with(|c: char| c.is_alphanumeric()));
        let starts_word = text[..start]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric());
        if has_host && starts_word && clickable(link) {
            return Some((&text[..start], link, &text[start + link.len()..]));
        }
        from = start + "http".len();
    }
}

/// A link at the end of a sentence doesn't own the full stop, nor a bracket it did not open.
fn without_closing_marks(link: &str) -> &str {
    let mut link = link;
    loop {
        let shorter = link.trim_end_matches([
            '.', ',', ';', ':', '!', '?', '\'', '’', '،', '؛', '؟', '。', '、',
        ]);
        let closes_nothing =
            shorter.ends_with(')') && shorter.matches(')').count() > shorter.matches('(').count();
        let shorter = if closes_nothing {
            &shorter[..shorter.len() - 1]
        } else {
            shorter
        };
        if shorter.len() == link.len() {
            return link;
        }
        link = shorter;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Run::*, *};

    fn check(paragraph: &str, expected: &[Run<'_>]) {
        assert_eq!(runs(paragraph), expected, "{paragraph}");
    }

    #[test]
    fn links_are_found_in_running_text() {
        check("No link.", &[Words("No link.")]);
        check(
            "See https://a.org/b.",
            &[Words("See "), Link("https://a.org/b"), Words(".")],
        );
        check(
            "(https://a.org/b)",
            &[Words("("), Link("https://a.org/b"), Words(")")],
        );
        check(
            "https://a.org/x_(y)!",
            &[Link("https://a.org/x_(y)"), Words("!")],
        );
        check(
            "javascript:alert(1) xhttp://a.org http:",
            &[Words("javascript:alert(1) xhttp://a.org http:")],
        );
        check(
            "“http://a.org”",
            &[Words("“"), Link("http://a.org"), Words("”")],
        );
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(
            paragraphs("One\ntwo\r\n \r\n\n Three "),
            ["One\ntwo", "Three"]
        );
        assert_eq!(paragraphs(" \n"), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "(\\PC|http://a.b|https://|[).,]){0,20}") {
            let together: String = runs(&text).iter().map(|run| match run { Words(text) | Link(text) => *text }).collect();
            prop_assert_eq!(together, text);
        }
    }
}
