//! All names, opened for looking up: sorted by hash, each with the place it is a name of.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::OnceLock;

/// How a place comes by a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Its first name.
    First,
    /// Another name, with which the first one begins: “Halle” is “Halle (Saale)”.
    Begun,
    /// Another name, or its name in another language.
    Other,
    /// A code, such as an airport's: counts only when nothing is called so.
    Code,
}

/// Before the key of a code, in the gazetteer's text.
pub const CODE: char = '*';

/// The longest key kept, in bytes.
const LONGEST: usize = 200;

/// The key of every name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The text in which the keys lie.
    text: String,
    entries: Vec<Entry>,
    /// The hash of the first word of every name of several, with its place in `entries`, sorted; made when first asked for.
    first_words: OnceLock<Vec<(u64, u32)>>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u64,
    place: u32,
    start: u32,
    length: u8,
    rank: Rank,
}

impl Names {
    /// Takes the keys of a place, the first one's first, parted by tabs; they begin at byte `start`
    /// of the text that [`Names::finish`] is given.
    pub(crate) fn take(&mut self, start: usize, keys: &str, place: usize) {
        let mut at = start;
        for (number, written) in keys.split('\t').enumerate() {
            let key = written.strip_prefix(CODE).unwrap_or(written);
            let rank = match number {
                0 => Rank::First,
                _ if key.len() < written.len() => Rank::Code,
                _ => Rank::Other,
            };
            if !key.is_empty() && key.len() <= LONGEST {
                self.entries.push(Entry {
                    hash: hash(key),
                    place: place as u32,
                    start: (at + written.len() - key.len()) as u32,
                    length: key.len() as u8,
                    rank,
                });
            }
            at += written.len() + 1;
        }
    }

    /// Adds the text whose keys were taken, after the text there is, and sorts them.
    pub(crate) fn finish(&mut self, text: String) {
        if self.text.is_empty() {
            self.text = text;
        } else {
            self.text.push_str(&text);
        }
        self.entries
            .sort_unstable_by_key(|entry| (entry.hash, entry.place, entry.rank));
        self.first_words = OnceLock::new();
    }

    /// How long the text is, in bytes: where the next one will begin.
    pub(crate) fn end(&self) -> usize {
        self.text.len()
    }

    /// The places that have a name with this key, each once, with the best rank of it.
    pub(crate) fn places(&self, key: &str) -> impl Iterator<Item = (usize, Rank)> {
        let wanted = hash(key);
        let from = self.entries.partition_point(|entry| entry.hash < wanted);
        let mut last = None;
        self.entries[from..]
            .iter()
            .take_while(move |entry| entry.hash == wanted)
            .filter(move |entry| self.key(entry) == Some(key))
            .filter(move |entry| last.replace(entry.place) != Some(entry.place))
            .map(|entry| (entry.place as usize, entry.rank))
    }

    /// The places that have a name that begins with these words and whose other words, of which there is one at least, fit.
    pub(crate) fn beginning(
        &self,
        beginning: &str,
        fits: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (usize, Rank)> {
        let words = self.first_words.get_or_init(|| self.by_first_word());
        let wanted = hash(first_word(beginning));
        let from = words.partition_point(|(hash, _)| *hash < wanted);
        words[from..]
            .iter()
            .take_while(move |(hash, _)| *hash == wanted)
            .filter_map(move |(_, at)| {
                let entry = self.entries.get(*at as usize)?;
                let rest = self
                    .key(entry)?
                    .strip_prefix(beginning)?
                    .strip_prefix(' ')?;
                fits(rest).then_some((entry.place as usize, entry.rank))
            })
    }

    fn by_first_word(&self) -> Vec<(u64, u32)> {
        let of_several = |entry: &Entry| self.key(entry).filter(|key| key.contains(' '));
        let words = (0..)
            .zip(&self.entries)
            .filter_map(|(at, entry)| Some((hash(first_word(of_several(entry)?)), at)));
        let mut words: Vec<(u64, u32)> = words.collect();
        words.sort_unstable();
        words
    }

    fn key(&self, entry: &Entry) -> Option<&str> {
        let start = entry.start as usize;
        self.text.get(start..start + usize::from(entry.length))
    }
}

fn first_word(key: &str) -> &str {
    key.split_once(' ').map_or(key, |(first, _)| first)
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
