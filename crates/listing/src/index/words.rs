//! Which words occur in which events.
//!
//! An inverted index (Zobel and Moffat, “Inverted files for text search engines”, 2006): every
//! different word once, in order, so that those that begin alike are neighbours, each with its events.

use std::collections::HashMap;

use crate::sets::{Bits, Table};

use crate::search::Search;
use event_file::event::Event;
use event_file::quick::Quick;
use fold::{append_words, may_be_unspaced, occurs};

/// Texts up to this length, in bytes, that many events share are taken apart once.
const SHARED: usize = 64;

/// The words of a calendar.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Every word, in order.
    words: Vec<Box<str>>,
    /// The events of each word.
    events: Table,
}

impl Words {
    /// Those of `len` events that have every word asked for.
    pub fn search(&self, search: &Search, len: usize) -> Bits {
        let mut all = Bits::all(len);
        for needle in search.needles() {
            let mut found = Bits::none(len);
            match needle.strip_prefix(' ') {
                Some(begin) => {
                    let from = self.words.partition_point(|word| **word < *begin);
                    let rest = &self.words[from..];
                    let count = rest.partition_point(|word| word.starts_with(begin));
                    self.events.add_to(&mut found, from..from + count);
                }
                // Anywhere in words of scripts without spaces.
                None => {
                    let words = &self.words;
                    let from = words.partition_point(|word| !word.starts_with(may_be_unspaced));
                    for (at, word) in (from..).zip(&self.words[from..]) {
                        if occurs(needle, word) {
                            self.events.add_to(&mut found, at..at + 1);
                        }
                    }
                }
            }
            all.keep(&found);
        }
        all
    }
}

/// Words being gathered, event by event.
#[derive(Default)]
pub struct Making {
    numbers: HashMap<Box<str>, u32, Quick>,
    /// For texts that many events share: where their words stand in `shared`.
    known: HashMap<Box<str>, u32, Quick>,
    shared: Table,
    /// The words of each event.
    found: Table,
    /// A text taken apart; kept for its memory.
    text: String,
}

/// Words gathered and put in order, of which the events are still to be found.
pub struct Sorted {
    words: Vec<Box<str>>,
    /// By number, the place of each word.
    places: Vec<u32>,
    found: Table,
}

impl Making {
    /// Takes in the next events; `countries` are their names by their codes.
    pub fn take(&mut self, events: &[Event], countries: &HashMap<String, Option<String>, Quick>) {
        for event in events {
            self.event(event, countries);
            self.found.end_sorted();
        }
    }

    fn event(&mut self, event: &Event, countries: &HashMap<String, Option<String>, Quick>) {
        self.own(&event.title);
        event.description.iter().for_each(|text| self.own(text));
        let shared = [
            &event.place,
            &event.address,
            &event.city,
            &event.region,
            &event.campaign,
        ];
        shared
            .into_iter()
            .flatten()
            .for_each(|text| self.shared(text));
        event.organizers.iter().for_each(|text| self.shared(text));
        event.tags.iter().for_each(|text| self.shared(text));
        event.kinds.iter().for_each(|kind| self.shared(kind.name()));
        for translation in &event.translations {
            let texts = [
                &translation.title,
                &translation.place,
                &translation.city,
                &translation.description,
            ];
            texts.into_iter().flatten().for_each(|text| self.own(text));
        }
        let name = event
            .country
            .as_ref()
            .and_then(|code| countries.get(code.as_str()));
        name.iter()
            .copied()
            .flatten()
            .for_each(|name| self.shared(name));
    }

    /// Takes in a text that is likely to be this event's only.
    fn own(&mut self, text: &str) {
        let mut words = std::mem::take(&mut self.text);
        words.clear();
        append_words(&mut words, text);
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            let next = self.numbers.len() as u32;
            let number = match self.numbers.get(word) {
                Some(number) => *number,
                None => *self.numbers.entry(word.into()).or_insert(next),
            };
            self.found.push(number);
        }
        self.text = words;
    }

    /// Takes in a text that other events may have too.
    fn shared(&mut self, text: &str) {
        if let Some(row) = self.known.get(text) {
            let row = *row as usize;
            for number in self.shared.numbers(row..row + 1) {
                self.found.push(*number);
            }
            return;
        }
        let before = self.found.so_far();
        self.own(text);
        if text.len() <= SHARED {
            for number in self.found.since(before) {
                self.shared.push(*number);
            }
            self.known.insert(text.into(), self.shared.rows() as u32);
            self.shared.end_sorted();
        }
    }

    /// Puts the words in order.
    pub fn sorted(self) -> Sorted {
        let (mut words, numbers): (Vec<Box<str>>, Vec<u32>) = self.numbers.into_iter().unzip();
        let order = {
            let texts: Vec<&str> = words.iter().map(|word| &**word).collect();
            crate::sets::order(&[], &texts)
        };
        let mut places = vec![0; words.len()];
        for (at, place) in order.iter().zip(0..) {
            places[numbers[*at as usize] as usize] = place;
        }
        let words = order
            .iter()
            .map(|at| std::mem::take(&mut words[*at as usize]))
            .collect();
        Sorted {
            words,
            places,
            found: self.found,
        }
    }
}

impl Sorted {
    /// Turns the table: from words by event to events by word.
    pub fn finish(self) -> Words {
        Words {
            words: self.words,
            events: self.found.turned(&self.places),
        }
    }
}
