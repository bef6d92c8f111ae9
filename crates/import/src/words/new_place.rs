//! Words that say that an event has another place than before, as data.

use std::sync::LazyLock;

use super::list::in_sections;
use super::plain;

/// Phrases, each with its language, as the words of a text are compared; the longest first.
pub type Listed = Vec<(&'static str, Vec<String>)>;

/// The words of such remarks.
#[derive(Default)]
pub struct Words {
    /// “New venue”.
    pub labels: Listed,
    /// “Moved”.
    pub moved: Listed,
    /// “Now”.
    pub now: Listed,
    /// Before the new place: “to the”.
    pub to: Listed,
    /// Before the old place: “from the”.
    pub from: Listed,
}

/// The words of `new_place.txt`.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    for (of, language, phrase) in in_sections(include_str!("new_place.txt")) {
        let list = match of {
            "label" => &mut all.labels,
            "moved" => &mut all.moved,
            "now" => &mut all.now,
            "to" => &mut all.to,
            "from" => &mut all.from,
            _ => continue,
        };
        let words = plain(phrase).split(' ').map(str::to_owned).collect();
        list.push((language, words));
    }
    for phrases in [
        &mut all.labels,
        &mut all.moved,
        &mut all.now,
        &mut all.to,
        &mut all.from,
    ] {
        phrases.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
    }
    all
});

/// How many words at the beginning are one of these phrases, and its language.
pub fn begins(
    phrases: &Listed,
    words: &[impl AsRef<str>],
    language: Option<&str>,
) -> Option<(usize, &'static str)> {
    let of = |own: &str| language.is_none_or(|language| language == own);
    let fits = |phrase: &[String]| {
        phrase.len() <= words.len()
            && phrase
                .iter()
                .zip(words)
                .all(|(own, word)| own == word.as_ref())
    };
    let mut found = phrases.iter();
    let (language, phrase) = found.find(|(own, phrase)| of(own) && fits(phrase))?;
    Some((phrase.len(), language))
}
