//! Words of tables in many languages, as data: headings, and what cells say.

pub(crate) mod list;
pub(crate) mod new_place;

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

use fold::fold;

use list::in_sections;

/// Words for “in” before a city.
pub(crate) const IN: [&str; 14] = [
    "in", "a", "en", "em", "w", "we", "v", "ve", "i", "te", "в", "у", "во", "na",
];

/// What a word means, by the folded word.
pub(crate) type Meanings = FxHashMap<String, &'static str>;

/// Headings, and the field that each names.
pub(crate) static HEADINGS: LazyLock<Meanings> =
    LazyLock::new(|| meanings(include_str!("words/headings.txt")));

/// Words of cells, and what each means.
pub(crate) static VALUES: LazyLock<Meanings> =
    LazyLock::new(|| meanings(include_str!("words/values.txt")));

/// The meanings of a table of words, by their sections. A word that stands twice keeps its first meaning.
fn meanings(table: &'static str) -> Meanings {
    let mut meanings = Meanings::default();
    for (meaning, _, word) in in_sections(table) {
        meanings.entry(plain(word)).or_insert(meaning);
    }
    meanings
}

/// Words beside names of places: “to follow”, “before a city”, “behind a city”.
pub(crate) fn around_places(list_name: &str) -> FxHashSet<String> {
    let words = in_sections(include_str!("words/around_places.txt"));
    let own = words.filter(|(name, ..)| *name == list_name);
    own.map(|(.., word)| plain(word)).collect()
}

/// A text folded, its words parted by single spaces; `startDate` is two words. A text of symbols alone stays itself.
pub fn plain(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').trim();
    let mut parted = String::with_capacity(text.len() + 4);
    let mut lower = false;
    for letter in text.chars() {
        if lower && letter.is_ascii_uppercase() {
            parted.push(' ');
        }
        lower = letter.is_ascii_lowercase();
        parted.push(letter);
    }
    let folded = fold(&parted);
    let apart = |letter: char| !letter.is_alphanumeric() && !is_mark(letter);
    let words: Vec<&str> = folded
        .split(apart)
        .filter(|word| !word.is_empty())
        .collect();
    match words.is_empty() {
        true => folded.trim().to_owned(),
        false => words.join(" "),
    }
}

/// Vowel signs, which are parts of a word though no letters (Devanagari to Myanmar, Khmer).
fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x0900..=0x109f | 0x1780..=0x17ff)
}

/// What field a text names, as a heading does.
pub(crate) fn heading(text: &str) -> Option<&'static str> {
    match text.len() <= 100 {
        true => HEADINGS.get(&plain(text)).copied(),
        false => None,
    }
}

/// What a cell says, of the meanings in the file of values.
pub(crate) fn value(cell: &str) -> Option<&'static str> {
    match cell.len() <= 100 {
        true => VALUES.get(&plain(cell)).copied(),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_has_two_meanings() {
        for file in [
            include_str!("words/headings.txt"),
            include_str!("words/values.txt"),
        ] {
            let mut seen = FxHashMap::default();
            for (meaning, _, word) in in_sections(file) {
                let before = seen.insert(plain(word), meaning);
                let same = before.is_none_or(|before| before == meaning);
                assert!(same, "{word} is {before:?} and {meaning}");
            }
        }
    }

    #[test]
    fn words_are_compared_folded() {
        assert_eq!(plain("startDate"), "start date");
        assert_eq!(plain("START_DATE"), "start date");
        assert_eq!(plain("¿Qué?"), "que");
        assert_eq!(plain("✓"), "✓");
        assert_eq!(value("JA"), Some("yes"));
        assert_eq!(value("Não"), Some("no"));
        assert_eq!(value("Jana"), None);
    }
}
