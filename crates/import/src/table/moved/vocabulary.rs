//! The words of remarks that move an event.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words;
use crate::words::list::in_sections;

/// The most words of a phrase among them.
const LONGEST: usize = 4;

/// What such remarks consist of, folded, and whether it is of what moves: of that one must be there.
#[derive(Default)]
struct Words {
    whole: HashMap<String, bool>,
    /// Beginnings of words.
    begun: Vec<(String, bool)>,
    /// Of scripts without spaces, the longest first.
    unspaced: Vec<(String, bool)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    for (of, _, phrase) in in_sections(include_str!("../../words/moves.txt")) {
        all.take(phrase, of == "move");
    }
    all.unspaced
        .sort_by_key(|(phrase, moves)| (std::cmp::Reverse(phrase.len()), !moves));
    all
});

impl Words {
    fn take(&mut self, phrase: &str, moves: bool) {
        let plain = words::plain(phrase.trim_end_matches('*'));
        let is_unspaced = plain.chars().all(|letter| u32::from(letter) >= 0x0e00);
        match (phrase.ends_with('*'), is_unspaced) {
            _ if plain.is_empty() => {}
            (true, _) => self.begun.push((plain, moves)),
            (false, true) => self.unspaced.push((plain, moves)),
            (false, false) => {
                self.whole.entry(plain).or_insert(moves);
            }
        }
    }

    /// How many words at the beginning are one of its own, and whether that moves.
    fn first(&self, words: &[&str]) -> Option<(usize, bool)> {
        let whole = (1..=LONGEST.min(words.len())).rev().find_map(|length| {
            let moves = self.whole.get(&words[..length].join(" "))?;
            Some((length, *moves))
        });
        let word = words.first()?;
        let begun = || {
            let mut begun = self.begun.iter();
            let (_, moves) = begun.find(|(stem, _)| word.starts_with(stem.as_str()))?;
            Some((1, *moves))
        };
        whole
            .or_else(begun)
            .or_else(|| Some((1, self.within(word)?)))
    }

    /// Whether a word of a script without spaces that consists of its own moves.
    fn within(&self, word: &str) -> Option<bool> {
        let mut left = word.to_owned();
        let mut moves = false;
        for (phrase, own) in &self.unspaced {
            if left.contains(phrase.as_str()) {
                left = left.replace(phrase.as_str(), "");
                moves |= own;
            }
        }
        left.is_empty().then_some(moves)
    }
}

/// Whether a text has words of such remarks that move, among others; short ones are words of other languages.
pub(super) fn has_move(text: &str) -> bool {
    const SHORTEST: usize = 6;
    let plain = words::plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    (0..words.len()).any(|at| {
        let found = WORDS.first(&words[at..]).filter(|(_, moves)| *moves);
        found.is_some_and(|(length, _)| {
            let letters: usize = words[at..at + length]
                .iter()
                .map(|word| word.chars().count())
                .sum();
            letters >= SHORTEST
        })
    })
}

/// Whether a text consists of the words of such remarks, one at least that moves.
pub(super) fn is_of_moves(text: &str) -> bool {
    of_moves(text) == Some(true)
}

/// Whether one of the words of a text moves, if it consists of the words of such remarks.
pub(super) fn of_moves(text: &str) -> Option<bool> {
    let plain = words::plain(text);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let (mut moves, mut at) = (false, 0);
    let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
    while let Some(left) = words.get(at..).filter(|left| !left.is_empty()) {
        match WORDS.first(left) {
            Some((length, own)) => {
                moves |= own;
                at += length;
            }
            None if left.first().is_some_and(|word| is_mark(word)) => at += 1,
            None => return None,
        }
    }
    Some(moves)
}
