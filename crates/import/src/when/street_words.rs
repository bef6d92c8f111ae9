//! The general words for streets, squares and buildings, and where they stand beside a name.

use std::sync::LazyLock;

use super::phrases::Phrases;
use super::tokens::Token;
use crate::words::list::in_lines;

/// A place of a general word, and the language (BCP 47) that has it there.
pub type Meaning = (Place, &'static str);

/// A general word, before a name or after it, or what links it to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before the name.
    First {
        /// Only with a link: in these languages the name stands before the general word, “Rabin Square 4 November”.
        linked: bool,
    },
    /// After the name.
    Last,
    /// Between the general word and the date.
    Link,
    /// An abbreviation.
    Short,
}

/// All of them, by their words.
pub static WORDS: LazyLock<Phrases<Meaning>> = LazyLock::new(|| {
    let all = || in_lines(include_str!("streets.txt"));
    let needs = all().filter(|(place, language, _)| *place == "needs" && *language == "und");
    let linked: Vec<String> = needs.map(|(.., language)| language).collect();
    let mut words = Phrases::default();
    for (place, language, word) in all() {
        let meaning = match place {
            "first" => Place::First {
                linked: linked.iter().any(|own| own == language),
            },
            "last" => Place::Last,
            "link" => Place::Link,
            "short" => Place::Short,
            _ => continue,
        };
        words.add(&word, (meaning, language));
    }
    words
});

/// Whether one phrase stands between two tokens that has such a place.
pub fn is(tokens: &[Token], from: usize, to: usize, wanted: impl Fn(&Meaning) -> bool) -> bool {
    WORDS
        .at(tokens, from)
        .is_some_and(|(meanings, end)| end == to && meanings.iter().any(wanted))
}

/// Whether a general word that stands before names is at a token.
pub fn is_first(tokens: &[Token], at: usize) -> bool {
    let first = |(place, _): &Meaning| matches!(place, Place::First { .. });
    WORDS
        .at(tokens, at)
        .is_some_and(|(meanings, _)| meanings.iter().any(first))
}

/// Whether a general word that stands behind names is at a token.
pub fn is_last(tokens: &[Token], at: usize) -> bool {
    is(tokens, at, at + 1, |(place, _)| *place == Place::Last)
}
