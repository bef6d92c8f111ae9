//! Front matter of Markdown: lines `key: value` between two marks at the very beginning, which tell of the page. Its title
//! heads the text, its date is the day on which it was written.

use chrono::NaiveDate;

use crate::words::plain;

/// What front matter says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// How many lines it has, with the marks.
    pub lines: usize,
    /// The line of the title, counted from 0, and the title.
    pub title: Option<(usize, String)>,
    /// The day of its date.
    pub written: Option<NaiveDate>,
}

/// The most lines that are looked at.
const MOST: usize = 100;

/// Keys of the front matter of an event, whose date is that of the event.
const OF_EVENT: [&str; 12] = [
    "location",
    "place",
    "venue",
    "city",
    "where",
    "start",
    "start date",
    "starts",
    "event date",
    "time",
    "ort",
    "lieu",
];

/// The front matter of a text: `None` if it has none, or one that is an event itself.
pub fn front_matter(lines: &[&str]) -> Option<FrontMatter> {
    let open = lines.first()?.trim_start_matches('\u{feff}').trim_end();
    let separator = match open {
        "---" => ':',
        "+++" => '=',
        _ => return None,
    };
    let closes = |line: &&str| line.trim_end() == open || line.trim_end() == "...";
    let inside = lines.iter().skip(1).take(MOST);
    let end = inside.clone().position(closes)?;
    let mut found = FrontMatter {
        lines: end + 2,
        ..FrontMatter::default()
    };
    let mut keys = 0;
    for (number, line) in (1..).zip(inside.take(end)) {
        let is_more = line.starts_with([' ', '\t', '#', '-']) || line.trim().is_empty();
        if is_more {
            continue;
        }
        let (key, value) = line.split_once(separator)?;
        let is_key = |letter: char| letter.is_alphanumeric() || "-_. ".contains(letter);
        if key.trim().is_empty() || !key.chars().all(is_key) {
            return None;
        }
        keys += 1;
        let key = plain(key);
        if OF_EVENT.contains(&key.as_str()) {
            return None;
        }
        let value = value.trim().trim_matches(['"', '\'']).trim();
        match key.as_str() {
            "title" if !value.is_empty() => found.title = Some((number, value.to_owned())),
            "date" => found.written = value.get(..10).and_then(|day| day.parse().ok()),
            _ => {}
        }
    }
    (keys > 0).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, Option<&str>, Option<&str>)>) {
        let lines: Vec<&str> = text.lines().collect();
        let found = front_matter(&lines);
        let expected = expected.map(|(lines, title, written)| FrontMatter {
            lines,
            title: title.map(|title| (2, title.to_owned())),
            written: written.map(|day| day.parse().unwrap()),
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn front_matter_tells_of_the_page() {
        check(
            "---\nlayout: post\ntitle: \"Marches: all of them\"\ndate: 2026-11-29 10:00\ntags:\n  - climate\n---\nLeeds",
            Some((7, Some("Marches: all of them"), Some("2026-11-29"))),
        );
        check(
            "+++\ndraft = false\ntitle = 'Demos'\n+++\n",
            Some((4, Some("Demos"), None)),
        );
        // A rule above a text, and the front matter of an event.
        check("---\nLeeds: 2 pm, City Square\nThe rest of it\n---\n", None);
        check(
            "---\nkind: x\ntitle: March\ndate: 2027-03-06\nlocation: Leeds\n---",
            None,
        );
        check("Leeds: 2 pm\n---\ntitle: x\n---", None);
        check("---\n---\n", None);
        check("---\ntitle: open", None);
    }
}
