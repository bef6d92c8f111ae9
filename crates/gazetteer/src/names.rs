//! All names, opened for looking up: sorted by hash, each with the place it is a name of.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

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
            .filter(move |entry| {
                let start = entry.start as usize;
                self.text.get(start..start + usize::from(entry.length)) == Some(key)
            })
            .filter(move |entry| last.replace(entry.place) != Some(entry.place))
            .map(|entry| (entry.place as usize, entry.rank))
    }

    /// The places that have a name beginning so whose rest fits; every name is looked at.
    pub(crate) fn beginning(
        &self,
        beginning: &str,
        fits: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (usize, Rank)> {
        self.entries.iter().filter_map(move |entry| {
            let start = entry.start as usize;
            let key = self.text.get(start..start + usize::from(entry.length))?;
            let rest = key.strip_prefix(beginning)?;
            fits(rest).then_some((entry.place as usize, entry.rank))
        })
    }
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
