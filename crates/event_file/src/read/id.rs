//! Ids: one for each event, the same on every load, no two alike.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use serde_json::Value;

use crate::Event;
use crate::event::Text;
use crate::problem::ProblemKind;
use crate::quick::{Quick, fingerprint};

/// How much of a title an id shows, in characters.
const WORDS: usize = 40;

/// Gives every event an id of its own, in the order of the file.
///
/// An id the file gives stays with the first entry that has it. A derived one that is taken, and a
/// given one that was there before, get `-2`, `-3`… `changed` is told of those: the event, its place
/// in `events`, why, and the id the file gave.
pub(super) fn assign(
    events: &mut [Event],
    mut changed: impl FnMut(&Event, usize, ProblemKind, Option<Text>),
) {
    if all_given_once(events) {
        return;
    }
    // Given ids are set aside first, so that a derived one never takes an id that a later entry has.
    let mut taken: HashSet<Text> = HashSet::with_capacity(events.len());
    let mut first = Vec::with_capacity(events.len());
    for event in events.iter() {
        first.push(!event.id.is_empty() && taken.insert(event.id.clone()));
    }
    let mut derived: HashSet<Text> = HashSet::new();
    let mut suffixes: HashMap<Text, usize> = HashMap::new();
    for (at, event) in events.iter_mut().enumerate() {
        if first[at] {
            continue;
        }
        let given = (!event.id.is_empty()).then(|| event.id.clone());
        let wanted = given.clone().unwrap_or_else(|| derive(event).into());
        if given.is_none() && taken.insert(wanted.clone()) {
            derived.insert(wanted.clone());
            event.id = wanted;
            continue;
        }
        let suffix = suffixes.entry(wanted.clone()).or_insert(2);
        event.id = loop {
            let id = Text::from(format!("{wanted}-{suffix}"));
            *suffix += 1;
            if taken.insert(id.clone()) {
                break id;
            }
        };
        if given.is_some() {
            changed(event, at, ProblemKind::RepeatedId, given);
        } else if !event.title.is_empty() && derived.contains(&wanted) {
            changed(event, at, ProblemKind::RepeatedEntry, None);
        }
    }
}

/// What tells the ids of a file with nothing wrong in it from one another.
#[derive(Default)]
pub(super) struct Ids(Vec<(u64, u32)>);

impl Ids {
    /// Takes in the next event, and gives it an id if it has none.
    pub(super) fn assign(&mut self, event: &mut Event) {
        if event.id.is_empty() {
            // Nothing of it was left as it is written.
            event.id = derive_from(event, &|_| String::new()).into();
        }
        self.0.push((fingerprint(event.id.as_bytes()), 0));
    }

    /// Whether all are different. Where two look alike by chance, it is for a judge to say.
    pub(super) fn differ(self) -> bool {
        let mut sorted = self.0;
        sorted.sort_unstable();
        sorted.windows(2).all(|pair| pair[0].0 != pair[1].0)
    }
}

/// Whether there is nothing to assign, as in most large files.
fn all_given_once(events: &[Event]) -> bool {
    let mut taken: HashSet<&str, Quick> = HashSet::default();
    taken.reserve(events.len());
    events
        .iter()
        .all(|event| !event.id.is_empty() && taken.insert(&event.id))
}

/// An id from title, start and city: the title's words in small ASCII letters, the day, and eight
/// hexadecimal digits of the FNV-1a hash (64 bits, folded to 32) of title, start and city in UTF-8, each
/// followed by a zero byte. The hash is that of Fowler, Noll and Vo (draft-eastlake-fnv).
///
/// A start or title that could not be read counts as it is written, as JSON.
pub(super) fn derive(event: &Event) -> String {
    derive_from(event, &|name| {
        let written = event.rest.get(name).map(Value::to_string);
        written.unwrap_or_default()
    })
}

/// The same; `written` is the JSON of a field that could not be read.
fn derive_from(event: &Event, written: &dyn Fn(&str) -> String) -> String {
    let start = event
        .start
        .map_or_else(|| written("start"), |start| start.to_string());
    let title = if event.title.is_empty() {
        written("title")
    } else {
        event.title.to_string()
    };
    let city = event
        .city
        .as_deref()
        .map_or_else(|| written("city"), str::to_owned);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in [&title, &start, &city]
        .iter()
        .flat_map(|text| text.bytes().chain([0]))
    {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    let mut id = words(&event.title);
    if id.is_empty() {
        id.push_str("event");
    }
    if let Some(start) = event.start {
        // Writing to a String can't fail.
        let _ = write!(id, "-{}", start.date);
    }
    let folded = (hash >> 32) ^ (hash & 0xffff_ffff);
    let _ = write!(id, "-{folded:08x}");
    id
}

/// The words of a title that ASCII can write.
fn words(title: &str) -> String {
    let mut words = String::new();
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
