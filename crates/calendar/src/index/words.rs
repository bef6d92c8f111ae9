//! Which words occur in which events.
//!
//! An inverted index (Zobel and Moffat, “Inverted files for text search engines”, 2006): every
//! different word once, in order, so that those that begin alike are neighbours, each with its events.

use std::collections::HashMap;

use sets::{Bits, Table};

use crate::event::Event;
use crate::quick::Quick;
use crate::search::{Search, append_words};

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
                    for (at, word) in self.words.iter().enumerate() {
                        if !word.is_ascii() && word.contains(needle.as_str()) {
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
    known: HashMap<Box<str>, (u32, u32), Quick>,
    shared: Vec<u32>,
    /// The words of each event, one event after another.
    found: Vec<u32>,
    ends: Vec<usize>,
    /// A text taken apart; kept for its memory.
    text: String,
}

impl Making {
    /// Takes in the next events; `countries` are their names by their codes.
    pub fn take(&mut self, events: &[Event], countries: &HashMap<String, Option<String>, Quick>) {
        for event in events {
            let from = self.found.len();
            self.event(event, countries);
            self.found[from..].sort_unstable();
            // Each word of an event once.
            let mut kept = from;
            for at in from..self.found.len() {
                if at == from || self.found[at] != self.found[kept - 1] {
                    self.found[kept] = self.found[at];
                    kept += 1;
                }
            }
            self.found.truncate(kept);
            self.ends.push(kept);
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
        if let Some((from, to)) = self.known.get(text) {
            self.found
                .extend_from_slice(&self.shared[*from as usize..*to as usize]);
            return;
        }
        let before = self.found.len();
        self.own(text);
        if text.len() <= SHARED {
            let from = self.shared.len() as u32;
            self.shared.extend_from_slice(&self.found[before..]);
            self.known
                .insert(text.into(), (from, self.shared.len() as u32));
        }
    }

    /// Puts the words in order and turns the table: from events by word to words by event.
    pub fn finish(self) -> Words {
        let mut named: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        named.sort_unstable();
        let mut places = vec![0; named.len()];
        for ((_, number), place) in named.iter().zip(0_u32..) {
            places[*number as usize] = place;
        }
        let mut ends = vec![0_u32; named.len()];
        for number in &self.found {
            ends[places[*number as usize] as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            // For now where each begins; it moves to the end as the events are put in.
            sum += std::mem::replace(end, sum);
        }
        let mut events = vec![0; self.found.len()];
        let mut from = 0;
        for (event, to) in (0_u32..).zip(&self.ends) {
            for number in &self.found[from..*to] {
                let end = &mut ends[places[*number as usize] as usize];
                events[*end as usize] = event;
                *end += 1;
            }
            from = *to;
        }
        Words {
            words: named.into_iter().map(|(word, _)| word).collect(),
            events: Table::new(events, ends),
        }
    }
}
