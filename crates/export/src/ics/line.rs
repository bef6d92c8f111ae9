//! Content lines of iCalendar: escaping, folding, dates (RFC 5545, sections 3.1 and 3.3).

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};

/// The octets of a line without its break (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// Content lines, one after the other.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is no text: a date, a number, a word, an address.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        let value = value.chars().filter(|c| !c.is_control());
        self.push(name.chars().chain([':']).chain(value));
    }

    /// A property whose value is a text; left out when there is none.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        let escaped = escaped(text);
        if !escaped.is_empty() {
            self.push(name.chars().chain([':']).chain(escaped.chars()));
        }
    }

    /// A property whose value is a list of texts; left out when there is none.
    pub(super) fn texts(&mut self, name: &str, texts: &[String]) {
        let mut texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
        texts.retain(|text| !text.is_empty());
        let list = texts.join(",");
        if !list.is_empty() {
            self.push(name.chars().chain([':']).chain(list.chars()));
        }
    }

    /// All of them.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Adds a line, folded between characters.
    fn push(&mut self, line: impl Iterator<Item = char>) {
        let mut octets = 0;
        for c in line {
            octets += c.len_utf8();
            if octets > LONGEST {
                self.0.push_str("\r\n ");
                octets = 1 + c.len_utf8();
            }
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value of type TEXT (RFC 5545, section 3.3.11). Control characters, which may not stand
/// in one, are dropped; every kind of line break becomes `\n`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    if text.trim().is_empty() {
        return escaped;
    }
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\t' => escaped.push(c),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
        before = c;
    }
    escaped
}

/// `20231104`; `None` for a year that four digits can't write.
pub(super) fn date(date: NaiveDate) -> Option<String> {
    let plain = (0..=9999).contains(&date.year());
    plain.then(|| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day()))
}

/// `20231104T140000`; fractions of a second can't be written.
pub(super) fn clock(at: NaiveDateTime) -> Option<String> {
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    let day = date(at.date())?;
    Some(format!("{day}T{hour:02}{minute:02}{second:02}"))
}

/// `20231104T130000Z`.
pub(super) fn stamp(at: DateTime<Utc>) -> Option<String> {
    Some(clock(at.naive_utc())? + "Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut lines = Lines::default();
        lines.text("X", text);
        assert_eq!(lines.finish(), expected, "{text:?}");
    }

    #[test]
    fn texts_are_escaped() {
        check("a, b; c\\d: \"e\"", "X:a\\, b\\; c\\\\d: \"e\"\r\n");
        check(
            "a\r\nb\rc\nd\u{2028}e\u{85}f",
            "X:a\\nb\\nc\\nd\\ne\\nf\r\n",
        );
        check("a\u{0}\u{7}\u{b}\u{1b}b\tc\u{7f}\u{9f}", "X:ab\tc\r\n");
        check(" \r\n ", "");
        check("\r\nEND:VEVENT\r\n", "X:\\nEND:VEVENT\\n\r\n");
    }

    #[test]
    fn lines_are_folded_between_characters_at_75_octets() {
        check(&"a".repeat(73), &format!("X:{}\r\n", "a".repeat(73)));
        check(&"a".repeat(74), &format!("X:{}\r\n a\r\n", "a".repeat(73)));
        // Each takes three octets: 24 fit beside `X:`, and 24 beside the leading space.
        check(
            &"和".repeat(49),
            &format!("X:{0}\r\n {0}\r\n 和\r\n", "和".repeat(24)),
        );
    }

    #[test]
    fn an_address_breaks_no_line() {
        let mut lines = Lines::default();
        lines.plain("URL", "https://a.example/\r\nX:1,2;3");
        assert_eq!(lines.finish(), "URL:https://a.example/X:1,2;3\r\n");
    }

    #[test]
    fn years_have_four_digits() {
        let day = |year| date(NaiveDate::from_ymd_opt(year, 1, 2).unwrap());
        assert_eq!(day(7).as_deref(), Some("00070102"));
        assert_eq!(day(9999).as_deref(), Some("99990102"));
        assert_eq!((day(10000), day(-1)), (None, None));
    }
}
