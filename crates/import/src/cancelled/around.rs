//! The words around those that state a status, by what they mean: conditions, reasons, authorities.

use std::sync::LazyLock;

use fold::fold;

use super::phrases::Phrase;
use crate::when::names::{months_at, weekday_at};
use crate::when::tokens::tokens;
use crate::words::list::in_sections;

/// Words of one meaning.
struct Words(Vec<Phrase>);

static ALL: LazyLock<Vec<(&str, Words)>> = LazyLock::new(|| {
    let mut all: Vec<(&str, Words)> = Vec::new();
    for (meaning, _, text) in in_sections(include_str!("remarks.txt")) {
        let phrase = Phrase {
            words: text.split_whitespace().map(fold).collect(),
            status: None,
            whole: false,
            refuses: false,
        };
        match all.last_mut().filter(|(name, _)| *name == meaning) {
            Some((_, words)) => words.0.push(phrase),
            None => all.push((meaning, Words(vec![phrase]))),
        }
    }
    all
});

/// Where words of a meaning stand among words: first and one past the last.
pub fn places(meaning: &str, words: &[String]) -> Vec<(usize, usize)> {
    let of = ALL.iter().find(|(name, _)| *name == meaning);
    let phrases = of.map_or(&[][..], |(_, of)| &of.0);
    let mut found = Vec::new();
    for phrase in phrases {
        let count = phrase.words.len();
        found.extend(
            (0..words.len().saturating_sub(count - 1))
                .filter(|at| phrase.fits(&words[*at..*at + count]))
                .map(|at| (at, at + count)),
        );
    }
    found
}

/// A number, a month, or a day of the week.
pub(super) fn is_date(word: &str) -> bool {
    if word.starts_with(|letter: char| letter.is_numeric()) {
        return true;
    }
    let tokens = tokens(word);
    weekday_at(&tokens, 0).is_some() || months_at(&tokens, 0).is_some()
}
