//! In which language a text names its days: names of months and days, words around dates, letters that few languages have.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use fold::fold;

use super::names::languages_at;
use super::tokens::Token;
use crate::words::list::in_lines;

/// How many words and letters of a text are of one of these languages (BCP 47) and of none of the others: names of months
/// and days, words around dates and hours, letters that few languages have.
pub fn evidence(
    text: &str,
    tokens: &[Token],
    languages: &[&'static str],
    others: &[&str],
) -> usize {
    let of_these = |found: &HashSet<&str>| {
        languages.iter().any(|language| found.contains(language))
            && !others.iter().any(|language| found.contains(language))
    };
    let names = (0..tokens.len())
        .filter(|at| of_these(&languages_at(tokens, *at)))
        .count();
    let words = tokens
        .iter()
        .filter_map(Token::word)
        .filter(|word| WORDS.get(*word).is_some_and(&of_these));
    let letters = text.chars().flat_map(char::to_lowercase).filter(|letter| {
        LETTERS
            .iter()
            .any(|(language, letters)| languages.contains(language) && letters.contains(*letter))
    });
    names + words.count() + letters.count()
}

/// Letters that tell a language from those whose months have the same names (CLDR, exemplar characters).
const LETTERS: [(&str, &str); 3] = [("pl", "ąęłńśźż"), ("cs", "ěřůťďň"), ("hr", "đ")];

/// The languages that have a word around dates and hours.
static WORDS: LazyLock<HashMap<String, HashSet<&'static str>>> = LazyLock::new(|| {
    let mut words: HashMap<String, HashSet<&'static str>> = HashMap::new();
    for (_, language, phrase) in in_lines(include_str!("words.txt")) {
        // A letter or two is a word of too many languages.
        if phrase.chars().count() > 2 && !phrase.contains(' ') {
            words.entry(fold(&phrase)).or_default().insert(language);
        }
    }
    words
});
