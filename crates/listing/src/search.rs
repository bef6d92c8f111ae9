//! Searching: every word asked for at the start of a word of the text.

use std::ops::Range;

use fold::{Script, append_letter, append_words, fold_with};

/// Words asked for, folded. With no word everything matches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// As they are looked for in [`Index`](crate::index::Index): after a space where only the start of a word counts.
    needles: Vec<String>,
}

impl Search {
    /// Reads what a visitor typed.
    pub fn new(q: &str) -> Self {
        let mut folded = String::new();
        append_words(&mut folded, q);
        let needles = folded.split(' ').filter(|word| !word.is_empty());
        let needles = needles.map(|word| match word.chars().next().map(Script::of) {
            Some(Script::Unspaced) => word.to_owned(),
            _ => format!(" {word}"),
        });
        Self {
            needles: needles.collect(),
        }
    }

    /// Whether no word is asked for.
    pub fn is_empty(&self) -> bool {
        self.needles.is_empty()
    }

    /// A search for each of the words.
    pub(crate) fn by_word(&self) -> impl Iterator<Item = Self> {
        let needles = self.needles.iter();
        needles.map(|needle| Self {
            needles: vec![needle.clone()],
        })
    }

    /// What is looked for in a text made by [`append_words`]: all of them must be there.
    pub(crate) fn needles(&self) -> &[String] {
        &self.needles
    }

    /// The parts of `text` that match a word, as ranges of bytes, in order, not touching one another.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for needle in &self.needles {
            for (at, word) in folded.words.match_indices(needle.as_str()) {
                let space = word.len() - word.trim_start_matches(' ').len();
                let range = folded.source(at + space..at + word.len(), text.len());
                let after = found.partition_point(|other| other.start <= range.start);
                found.insert(after, range);
            }
        }
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}

/// The words of a text, and where in the text each letter comes from.
#[derive(Default)]
struct Folded {
    words: String,
    /// For each folded letter, separators included: where it begins in `words` and in the text.
    letters: Vec<(usize, usize)>,
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded = Self::default();
        let mut before = Script::None;
        fold_with(text, |letter, from| {
            append_letter(&mut folded.words, letter, &mut before);
            let at = match before {
                Script::None => folded.words.len(),
                _ => folded.words.len() - letter.len_utf8(),
            };
            folded.letters.push((at, from));
        });
        folded
    }

    /// The part of the text that a part of the words stands for, marks that fold away included.
    fn source(&self, part: Range<usize>, text_len: usize) -> Range<usize> {
        let first = self.letters.partition_point(|(at, _)| *at < part.start);
        let next = self.letters.partition_point(|(at, _)| *at < part.end);
        let start = self.letters.get(first).map_or(text_len, |(_, from)| *from);
        let last = next
            .checked_sub(1)
            .and_then(|last| self.letters.get(last))
            .map_or(start, |(_, from)| *from);
        // A letter that folds into several (ß) is matched as a whole.
        let end = self.letters[next..]
            .iter()
            .map(|(_, from)| *from)
            .find(|from| *from > last)
            .unwrap_or(text_len);
        start..end
    }
}
