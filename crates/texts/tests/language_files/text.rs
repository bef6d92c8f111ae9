//! Faults of a translated text that show without knowing the language.

use std::collections::BTreeMap;

/// The texts of a language file, by their keys.
pub type Texts = BTreeMap<String, String>;

/// Unicode's marks that isolate a part of another direction (UAX #9, section 2.4).
const ISOLATES: [char; 3] = ['\u{2066}', '\u{2067}', '\u{2068}'];
const END_OF_ISOLATE: char = '\u{2069}';

/// The one text whose blank at the end is part of it: it stands between the items of a list.
const SEPARATOR: &str = "event.separator";

/// What is wrong with `text`, whose English is `english`.
pub fn faults(key: &str, text: &str, english: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut find = |wrong: bool, fault| {
        if wrong {
            faults.push(fault);
        }
    };
    find(text.trim().is_empty(), "empty");
    find(key != SEPARATOR && text.trim() != text, "blank at an end");
    find(text.contains("  ") || text.contains('\n'), "two blanks");
    find(has_markup(text), "markup");
    find(!is_balanced(text), "isolate left open");
    find(
        is_label(english) && width(text) > 2 * width(english) + 8,
        "label too long",
    );
    faults
}

/// A tag or a character reference: texts are shown as they are, never read as HTML.
fn has_markup(text: &str) -> bool {
    let tag = |rest: &str| rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/');
    let reference = |rest: &str| {
        let name = rest.split(';').next().unwrap_or_default();
        let letters = name.trim_start_matches('#');
        name.len() < rest.len()
            && !letters.is_empty()
            && letters.chars().all(|c| c.is_ascii_alphanumeric())
    };
    text.split('<').skip(1).any(tag) || text.split('&').skip(1).any(reference)
}

fn is_balanced(text: &str) -> bool {
    let mut open = 0_i32;
    for letter in text.chars() {
        open += i32::from(ISOLATES.contains(&letter)) - i32::from(letter == END_OF_ISOLATE);
        if open < 0 {
            return false;
        }
    }
    open == 0
}

/// A text of a button, a chip, a heading or a menu: no sentence.
fn is_label(english: &str) -> bool {
    !english.contains(['.', '?', '!', ';'])
}

/// How wide a text is, in letters: wide ones of East Asia count twice, marks and joiners not at all.
fn width(text: &str) -> usize {
    text.chars()
        .map(|letter| match u32::from(letter) {
            0x0300..=0x036F | 0x064B..=0x0655 | 0x200B..=0x200F | 0x2060..=0x2069 => 0,
            0x1100..=0x115F
            | 0x2E80..=0xA4CF
            | 0xAC00..=0xD7A3
            | 0xF900..=0xFAFF
            | 0xFF01..=0xFF60 => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_is_found() {
        for (key, text, english, expected) in [
            ("a", "Heute", "Today", &[][..]),
            ("a", "", "Today", &["empty"]),
            (SEPARATOR, "、", ", ", &[]),
            (SEPARATOR, "، ", ", ", &[]),
            ("a", "Heute ", "Today", &["blank at an end"]),
            ("a", "\u{a0}Heute", "Today", &["blank at an end"]),
            ("a", "Bis  heute", "Until today", &["two blanks"]),
            ("a", "<b>Heute</b>", "Today", &["markup"]),
            ("a", "Heute&nbsp;ab", "From today", &["markup"]),
            ("a", "1 < 2 & 3; 4", "1 < 2 & 3; 4", &[]),
            ("a", "از \u{2066}-90", "From -90", &["isolate left open"]),
            ("a", "از -90\u{2069}", "From -90", &["isolate left open"]),
            ("a", "Veranstaltungen auf", "Today", &["label too long"]),
            ("a", "Veranstaltungen au", "Today", &[]),
            ("a", "今日明日今日明日今", "Today", &[]),
            ("a", "今日明日今日明日今日", "Today", &["label too long"]),
            ("a", "Das ist heute nicht der Fall.", "No.", &[]),
        ] {
            assert_eq!(faults(key, text, english), expected, "{text:?}");
        }
    }
}
