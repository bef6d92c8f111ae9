//! Names with abbreviated words: “Frankfurt a. M.”, “Gorzów Wlkp.”, “S. Benedetto del Tronto”.

use crate::key::key;
use crate::names::{Names, Rank};

/// “Frankfurt a. M.”, “Neustadt a. d. Weinstr.”: places whose name has a word for each, the first one whole and every one
/// with a full stop beginning so.
pub(super) fn abbreviated(names: &Names, name: &str) -> Vec<(usize, Rank)> {
    /// What “S.” stands for before the name of a saint.
    const SAINTS: [&str; 7] = ["san", "santa", "sant", "santo", "sankt", "sao", "saint"];
    // “Freiburg i.Br.”.
    let spaced = name.replace('.', ". ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let ([first, rest @ ..], true) = (&words[..], is_abbreviated(name)) else {
        return Vec::new();
    };
    if *first == SAINT {
        let rest = key(&rest.join(" "));
        let called = |saint: &&str| names.places(&format!("{saint} {rest}")).collect::<Vec<_>>();
        return SAINTS.iter().flat_map(called).collect();
    }
    if is_short(first) {
        return Vec::new();
    }
    let last = rest.len() - 1;
    let wanted: Vec<(String, bool)> = (0..)
        .zip(rest)
        .map(|(at, word)| {
            // The full stop of the last may have ended the sentence.
            (key(word), is_short(word) || at == last)
        })
        .collect();
    let first = key(first);
    let fits = |rest: &str| {
        let rest: Vec<&str> = rest.split(' ').collect();
        let fits = |((wanted, short), word): (&(String, bool), &&str)| match short {
            true if is_skeleton(wanted) => is_skeleton_of(wanted, word),
            true => word.starts_with(wanted.as_str()),
            false => word == wanted,
        };
        rest.len() == wanted.len() && wanted.iter().zip(&rest).all(fits)
    };
    names.beginning(&first, fits).collect()
}

/// Before the name of a saint.
const SAINT: &str = "S.";

/// Whether words of a name are abbreviated: “Frankfurt a. M.”, “Gorzów Wlkp”, “S. Benedetto”; not of “St. Gallen”, which
/// is always written so.
pub fn is_abbreviated(name: &str) -> bool {
    let spaced = name.replace('.', ". ");
    let mut words = spaced.split_whitespace();
    let first = words.next();
    let saint = first == Some(SAINT) && words.clone().next().is_some();
    saint || words.any(is_short)
}

fn is_short(word: &str) -> bool {
    word.ends_with('.') && word.len() > 1 || is_skeleton(word)
}

/// Whether a word is abbreviated to its consonants: “Wlkp” for Wielkopolski.
fn is_skeleton(word: &str) -> bool {
    const LEAST: usize = 3;
    let word = word.trim_end_matches('.');
    let consonants = |letter: char| {
        letter.is_ascii_alphabetic() && !"aeiouy".contains(letter.to_ascii_lowercase())
    };
    word.len() >= LEAST
        && word.chars().all(consonants)
        && word.chars().skip(1).all(char::is_lowercase)
}

/// Whether the letters of an abbreviation stand in a word in this order, the first of both being the same.
fn is_skeleton_of(short: &str, word: &str) -> bool {
    let mut letters = word.chars();
    short.chars().next() == word.chars().next()
        && short
            .chars()
            .all(|letter| letters.any(|next| next == letter))
}
