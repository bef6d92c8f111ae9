//! The words of remarks that move an event.

use std::sync::LazyLock;

use crate::import::words;

/// What the words of such remarks are.
struct Words {
    /// Folded; whether it is one of which one must be there.
    phrases: Vec<(String, bool)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    let mut moves = false;
    let lines = include_str!("../../words/moves.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        match line {
            "[move]" => moves = true,
            "[with]" => moves = false,
            _ => {
                let words = line.split_once(':').map_or("", |(_, words)| words);
                let words = words.split(',').filter(|word| !word.trim().is_empty());
                phrases.extend(words.map(|word| {
                    let star = if word.ends_with('*') { "*" } else { "" };
                    (words::plain(word.trim_end_matches('*')) + star, moves)
                }));
            }
        }
    }
    phrases.sort_by_key(|(phrase, moves)| (std::cmp::Reverse(phrase.len()), !moves));
    Words { phrases }
});

/// Whether a text consists of the words of such remarks, one at least that moves.
pub(super) fn is_of_moves(text: &str) -> bool {
    let mut left = format!(" {} ", words::plain(text));
    let mut moves = false;
    for (phrase, own) in &WORDS.phrases {
        let unspaced = phrase.chars().all(|letter| u32::from(letter) >= 0x0e00);
        let found = match phrase.strip_suffix('*') {
            Some(stem) => begun(&left, stem),
            None if unspaced => left.find(phrase.as_str()).map(|at| at..at + phrase.len()),
            None => {
                let at = left.find(&format!(" {phrase} "));
                at.map(|at| at + 1..at + 1 + phrase.len())
            }
        };
        if let Some(range) = found {
            left.replace_range(range, " ");
            moves |= own;
        }
    }
    let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
    moves && left.split_whitespace().all(is_mark)
}

/// The word that begins with a stem.
fn begun(text: &str, stem: &str) -> Option<std::ops::Range<usize>> {
    let at = text.find(&format!(" {stem}"))? + 1;
    let end = text[at..].find(' ').map_or(text.len(), |end| at + end);
    Some(at..end)
}
