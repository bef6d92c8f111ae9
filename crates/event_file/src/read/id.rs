//! Ids: one for each event, the same on every load, no two alike.

use std::fmt::Write;

use rustc_hash::FxHashMap;
use serde_json::Value;

use crate::event::Event;
use crate::event::Text;
use crate::problem::ProblemKind;

/// How much of a title an id shows, in characters.
const WORDS: usize = 40;

/// Whose an id is.
#[derive(Clone, Copy, PartialEq)]
enum Taken {
    /// An entry gives it.
    Given,
    /// It was derived for an entry that gives none.
    Derived,
}

/// Gives every event an id of its own, in the order of the file.
///
/// An id the file gives stays with the first entry that has it. A derived one that is taken, and a
/// given one that was there before, get `-2`, `-3`… `changed` is called for those with the event, its place
/// in `events`, the reason, and the id the file gave.
pub(super) fn assign(
    events: &mut [Event],
    mut changed: impl FnMut(&Event, usize, ProblemKind, Option<Text>),
) {
    let mut taken: FxHashMap<Text, Taken> = FxHashMap::default();
    taken.reserve(events.len());
    // Given ids come first, so that a derived one never takes an id that a later entry has.
    let mut left = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let is_given = !event.id.is_empty();
        if !is_given || taken.insert(event.id.clone(), Taken::Given).is_some() {
            left.push(at);
        }
    }
    let mut suffixes: FxHashMap<Text, usize> = FxHashMap::default();
    for at in left {
        let Some(event) = events.get_mut(at) else {
            continue;
        };
        let given = (!event.id.is_empty()).then(|| event.id.clone());
        let wanted = match &given {
            Some(given) => given.clone(),
            None => derive(event).into(),
        };
        let before = taken.get(&wanted).copied();
        if before.is_none() {
            taken.insert(wanted.clone(), Taken::Derived);
            event.id = wanted;
            continue;
        }
        let suffix = suffixes.entry(wanted.clone()).or_insert(2);
        event.id = loop {
            let id = Text::from(format!("{wanted}-{suffix}"));
            *suffix += 1;
            if !taken.contains_key(&id) {
                break id;
            }
        };
        taken.insert(event.id.clone(), Taken::Given);
        if given.is_some() {
            changed(event, at, ProblemKind::RepeatedId, given);
        } else if !event.title.is_empty() && before == Some(Taken::Derived) {
            changed(event, at, ProblemKind::RepeatedEntry, None);
        }
    }
}

/// An id from title, start and city: the title's words in small ASCII letters, the day, and eight
/// hexadecimal digits of the FNV-1a hash (64 bits, folded to 32) of title, start and city in UTF-8, each
/// followed by a zero byte. The hash is that of Fowler, Noll and Vo (draft-eastlake-fnv).
///
/// A start or title that could not be read counts as it is written, as JSON.
fn derive(event: &Event) -> String {
    let written = |field: &str| {
        let value = event.rest.get(field).map(Value::to_string);
        value.unwrap_or_default()
    };
    let mut hash = Fnv::default();
    match &*event.title {
        "" => hash.field(&written("title")),
        title => hash.field(title),
    }
    match event.start {
        Some(start) => hash.field(&start.to_string()),
        None => hash.field(&written("start")),
    }
    match &event.city {
        Some(city) => hash.field(city),
        None => hash.field(&written("city")),
    }
    let mut id = words(&event.title);
    if id.is_empty() {
        id.push_str("event");
    }
    if let Some(start) = event.start {
        // Writing to a String can't fail.
        let _ = write!(id, "-{}", start.date);
    }
    let _ = write!(id, "-{:08x}", hash.folded());
    id
}

/// The 64-bit FNV-1a hash of texts.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Takes in a text and a zero byte.
    fn field(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The two halves of the hash, combined by exclusive or.
    fn folded(&self) -> u64 {
        (self.0 >> 32) ^ (self.0 & 0xffff_ffff)
    }
}

/// The words of a title that ASCII can write.
fn words(title: &str) -> String {
    let mut words = String::with_capacity(WORDS + "-2023-11-04-01234567".len());
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            words.push(c.to_ascii_lowercase());
        } else if !words.is_empty() && !words.ends_with('-') {
            words.push('-');
        }
        if words.len() == WORDS {
            break;
        }
    }
    words.truncate(words.trim_end_matches('-').len());
    words
}
