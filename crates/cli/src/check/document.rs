//! An event file as a text: where its entries and their fields stand, by the names problems give them.

mod entries;
mod lines;

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

use serde_json::Value;

use super::scan::{Member, items, members, skip_space};
use entries::{Entry, decoded, entries};
use lines::Lines;
pub use lines::Spot;

/// The text of an event file with an index of its entries, which are counted as the reader of `event_file` counts them.
pub struct Document<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    lines: Lines,
    root: usize,
    entries: Vec<Entry>,
    /// How many bytes may still be looked through.
    left: Cell<usize>,
}

/// How many times the text may be looked through on the whole, to find what problems are about. A file
/// made to have millions of them in one entry is not searched for each.
const TIMES: usize = 32;

impl<'t> Document<'t> {
    /// The document in these bytes: UTF-8 or, with a byte order mark or without, UTF-16.
    pub fn new(bytes: &'t [u8]) -> Self {
        let text = decoded(bytes);
        let json = text.as_bytes();
        let root = skip_space(json, text.len() - text.trim_start_matches('\u{feff}').len());
        let entries = entries(json, root);
        let lines = Lines::new(&text);
        let left = Cell::new(text.len().saturating_mul(TIMES).max(1 << 22));
        Self {
            text,
            lines,
            root,
            entries,
            left,
        }
    }

    /// Line and column of a byte.
    pub fn spot(&self, at: usize) -> Spot {
        self.lines.spot(&self.text, at)
    }

    /// The byte at a line and column, both counted from 1.
    pub fn byte(&self, line: usize, column: usize) -> usize {
        self.lines.byte(&self.text, line, column)
    }

    /// The bytes of the line in which a byte lies, without its break.
    pub fn line(&self, at: usize) -> Range<usize> {
        self.lines.range(&self.text, self.spot(at).line)
    }

    /// Where to point when something is wrong with a field: its value; if the entry has none, the
    /// entry's title, or where the entry begins. `value` picks one item of a list.
    pub fn place(
        &self,
        entry: Option<usize>,
        field: Option<&str>,
        value: Option<&str>,
    ) -> Range<usize> {
        let found = field.and_then(|field| self.field(entry, field));
        if let Some(found) = found {
            return self.item(&found, value).unwrap_or(found);
        }
        let begin = match entry.and_then(|entry| self.entries.get(entry)) {
            Some(entry) => entry.range.start,
            None => self.root,
        };
        let title = || self.field(entry, "title");
        let whole = begin..(begin + 1).min(self.text.len());
        match entry {
            Some(_) => title().unwrap_or(whole),
            None => whole,
        }
    }

    /// The value of a field of an entry, or of the file, by a path like `links[2].url`.
    pub fn field(&self, entry: Option<usize>, path: &str) -> Option<Range<usize>> {
        let Some(entry) = entry else {
            return self.follow(self.root, path).map(|member| member.value);
        };
        Some(self.member(entry, path)?.value)
    }

    /// The member of an entry that has a field's value.
    pub fn member(&self, entry: usize, path: &str) -> Option<Member> {
        let entry = self.entries.get(entry)?;
        let start = entry.range.start;
        if !entry.is_feature {
            return self.follow(start, path);
        }
        let inside = self.follow(start, "properties");
        let inside = inside.and_then(|properties| self.follow(properties.value.start, path));
        inside
            .or_else(|| self.follow(start, path))
            .or_else(|| match path {
                "lat" | "lon" => self.follow(start, "geometry"),
                _ => None,
            })
    }

    /// Where the members of an entry stand: the object's first byte.
    pub fn object(&self, entry: usize) -> Option<usize> {
        let entry = self.entries.get(entry)?;
        if !entry.is_feature {
            return Some(entry.range.start);
        }
        Some(self.follow(entry.range.start, "properties")?.value.start)
    }

    fn follow(&self, object: usize, path: &str) -> Option<Member> {
        // An unknown field may have a dot in its name.
        if let Some(found) = self.named(object, path) {
            return Some(found);
        }
        let end = path.find(['.', '['])?;
        let first = self.named(object, &path[..end])?;
        let mut value = first.value.clone();
        let mut rest = &path[end..];
        while let Some(index) = rest.strip_prefix('[') {
            let (number, after) = index.split_once(']')?;
            self.left.set(self.left.get().checked_sub(value.len())?);
            value = items(self.text.as_bytes(), value.start).nth(number.parse().ok()?)?;
            rest = after;
        }
        match rest.strip_prefix('.') {
            Some(rest) => self.follow(value.start, rest),
            None => Some(Member {
                name: first.name,
                value,
            }),
        }
    }

    /// The last member of that name, which is the one that counts.
    fn named(&self, object: usize, name: &str) -> Option<Member> {
        let mut found = None;
        for member in members(self.text.as_bytes(), object) {
            let length = member.value.end - member.name.start;
            self.left.set(self.left.get().checked_sub(length)?);
            if is_name(&self.text[member.name.clone()], name) {
                found = Some(member);
            }
        }
        found
    }

    /// The item of a list that is written so, as a problem shows it.
    fn item(&self, list: &Range<usize>, value: Option<&str>) -> Option<Range<usize>> {
        let value: Value = serde_json::from_str(value?).ok()?;
        self.left.set(self.left.get().checked_sub(list.len())?);
        let is_value = |item: &Range<usize>| {
            let written = self.text.get(item.clone()).unwrap_or_default();
            serde_json::from_str(written).is_ok_and(|read: Value| read == value)
        };
        items(self.text.as_bytes(), list.start).find(is_value)
    }
}

fn is_name(written: &str, name: &str) -> bool {
    let bare = written
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    match written.contains('\\') {
        false => bare == Some(name),
        true => serde_json::from_str::<String>(written).is_ok_and(|read| read == name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, entry: Option<usize>, field: &str, expected: &str) {
        let document = Document::new(text.as_bytes());
        let found = document.place(entry, Some(field), None);
        assert_eq!(&document.text[found], expected, "{field} in {text}");
    }

    const FILE: &str = r#"{
  "calendar": { "tiles": { "url": "x" } },
  "events": [
    { "title": "One", "links": [ { "url": "a" }, { "url": "b" } ], "a.b": 1, "x": 1, "x": 2 },
    null,
    { "title": "Three" }
  ]
}"#;

    #[test]
    fn a_field_is_found_by_its_path() {
        check(FILE, Some(0), "title", "\"One\"");
        check(FILE, Some(0), "links[1].url", "\"b\"");
        check(FILE, Some(0), "links[1]", "{ \"url\": \"b\" }");
        check(FILE, Some(0), "a.b", "1");
        check(FILE, Some(0), "x", "2");
        check(FILE, Some(2), "start", "\"Three\"");
        check(FILE, Some(1), "title", "n");
        check(FILE, None, "calendar.tiles.url", "\"x\"");
        check(FILE, None, "nothing", "{");
    }

    #[test]
    fn entries_of_every_shape_are_counted() {
        check(
            r#"[{"title":"A"},{"title":"B"}]"#,
            Some(1),
            "title",
            "\"B\"",
        );
        let feature = r#"{"type":"Feature","id":"i","properties":{"title":"B"},"geometry":null}"#;
        let first = format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#);
        check(&first, Some(0), "title", "\"B\"");
        check(&first, Some(0), "id", "\"i\"");
        check(&first, Some(0), "lat", "null");
        let late = format!(
            r#"{{"features":[{feature}],"type":"FeatureCollection","events":[{{"title":"C"}}]}}"#
        );
        check(&late, Some(0), "title", "\"C\"");
        check(&late, Some(1), "title", "\"B\"");
    }

    #[test]
    fn an_item_is_picked_by_its_value() {
        let text = r#"[{"kind": ["rally", "March"]}]"#;
        let document = Document::new(text.as_bytes());
        let found = document.place(Some(0), Some("kind"), Some("\"March\""));
        assert_eq!(&text[found], "\"March\"");
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let document = Document::new("\u{feff}[\r\n  {\"é\": 1}\n]".as_bytes());
        let at = document.text.find('1').unwrap();
        assert_eq!(document.spot(at), Spot { line: 2, column: 9 });
        assert_eq!(document.byte(2, 9), at);
        assert_eq!(&document.text[document.line(at)], "  {\"é\": 1}");
        assert_eq!(document.spot(3), Spot { line: 1, column: 1 });
        assert_eq!(document.byte(99, 99), document.text.len());
        let long = "é".repeat(10_000);
        let document = Document::new(long.as_bytes());
        let spot = |at| document.spot(at).column;
        assert_eq!([spot(0), spot(4096), spot(20_000)], [1, 2049, 10_001]);
    }
}
