//! Taking entries into an event file: each new one once, what its source changed, and never what an editor did.
//!
//! Which entry of the file one belongs to is decided by the source's own name for it, by its id when it
//! comes from Marchmap, by the address of its page, or by likeness. What the source said last is
//! remembered beside the entry; where the file says something else now, an editor has decided.

mod belongs;
mod cancel;
mod change;
mod claims;
mod entry;
mod gone;
mod like;
mod seen;
mod series;
mod sought;

use std::cell::OnceCell;
use std::collections::HashMap;

use serde_json::{Map, Value};

use super::draft::Draft;
use crate::twin::Look;
pub use change::Change;
pub use claims::Claims;
pub use entry::Entry;
pub use seen::IMPORTED;
use sought::Sought;

/// The entries of an event file, while more are taken in.
#[derive(Debug, Default)]
pub struct Desk {
    /// Entries, as the file has them.
    pub entries: Vec<Entry>,
    /// Whether any of them is other than in the file.
    pub is_changed: bool,
    by_key: HashMap<String, usize>,
    /// The dates of recurring events, by the name of the event.
    by_series: HashMap<String, Vec<usize>>,
    by_id: HashMap<String, usize>,
    /// What likeness goes by, of the first entries: those of the file, and of the sources before. Most are not needed.
    looks: Vec<OnceCell<Look>>,
    /// By the hash of the page ([`like::page_of`]), of the entries that have a look.
    by_page: HashMap<u64, Vec<usize>>,
    /// By day, of the entries that have a look.
    by_day: HashMap<String, Vec<usize>>,
    /// By [`like::start_and_title`], of the entries that have a look.
    by_start: HashMap<u64, Vec<usize>>,
}

impl Desk {
    /// The entries of a file, by their fields.
    pub fn new(entries: impl Iterator<Item = Map<String, Value>>) -> Self {
        let mut desk = Self::default();
        for fields in entries {
            desk.add(&fields);
            desk.show(&fields);
        }
        desk
    }

    /// The entries alone.
    pub fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    /// Begins a source: its entries may be those of the sources before it.
    pub fn source(&mut self, drafts: &mut [Draft]) -> Claims {
        for at in self.looks.len()..self.entries.len() {
            let fields = self.entries[at].fields();
            self.show(&fields);
        }
        Claims::of(drafts)
    }

    /// Takes an entry in, and says where it stands and what became of it.
    pub fn take(&mut self, draft: Draft, claims: &mut Claims) -> (usize, Change) {
        let (mut fields, key, ours) = (draft.fields, draft.key, draft.ours);
        let before = fields.shift_remove(IMPORTED);
        let id = fields.get("id").and_then(Value::as_str).map(str::to_owned);
        // Where the source has no name for it, the source's own name tells whose word it is.
        let word = key
            .clone()
            .unwrap_or_else(|| seen::nameless(&draft.origin.source));
        let says = claims::hash(&fields, key.as_deref());
        if let Some(at) = claims.said.get(&says) {
            return (*at, Change::Twice);
        }
        if let Some(day) = like::day(&fields)
            && claims
                .earliest
                .as_deref()
                .is_none_or(|earliest| day < earliest)
        {
            claims.earliest = Some(day.to_owned());
        }
        let moved = self.moved(key.as_deref(), claims);
        let memory = seen::memory(&fields, &word, &draft.origin.source);
        let draft = Sought {
            fields: &fields,
            memory: &memory,
            key: key.as_deref(),
            id: id.as_deref(),
            moved,
        };
        match self.belongs(&draft, claims) {
            Some(at) if claims.taken.insert(at) => {
                claims.said.insert(says, at);
                if !ours && self.entries[at].is_as_before(&memory) {
                    return (at, Change::Unchanged { kept: Vec::new() });
                }
                let mut entry = self.entries[at].fields();
                let change = match ours {
                    true => change::replace(&mut entry, &fields),
                    false => {
                        change::update(&mut entry, &fields, (&word, memory), moved == Some(at))
                    }
                };
                self.put(at, Entry::new(&entry));
                if let Some(key) = self.entries[at].own_key() {
                    self.by_key.entry(key.to_owned()).or_insert(at);
                }
                return (at, change);
            }
            // Two entries of a source can't be one of the file.
            Some(_) => {
                fields.shift_remove("id");
            }
            None => {}
        }
        claims.said.insert(says, self.entries.len());
        match (ours, before) {
            (true, Some(before)) => {
                fields.insert(IMPORTED.to_owned(), before);
            }
            (true, None) => {}
            (false, _) => _ = fields.insert(IMPORTED.to_owned(), memory),
        }
        let at = self.add(&fields);
        self.is_changed = true;
        claims.taken.insert(at);
        (at, Change::Added)
    }

    /// Puts an entry into the place of another.
    fn put(&mut self, at: usize, entry: Entry) {
        self.is_changed |= entry.json() != self.entries[at].json();
        self.entries[at] = entry;
    }

    /// Adds an entry, and gives its place.
    fn add(&mut self, fields: &Map<String, Value>) -> usize {
        let (at, entry) = (self.entries.len(), Entry::new(fields));
        if let Some(key) = entry.own_key() {
            self.by_key.entry(key.to_owned()).or_insert(at);
            if let Some((series, _)) = series::series_of(key) {
                self.by_series
                    .entry(series.to_owned())
                    .or_default()
                    .push(at);
            }
        }
        if let Some(id) = fields.get("id").and_then(Value::as_str) {
            self.by_id.entry(id.to_owned()).or_insert(at);
        }
        self.entries.push(entry);
        at
    }

    /// What likeness goes by, of an entry.
    fn look(&self, at: usize) -> &Look {
        self.looks[at].get_or_init(|| like::look(&self.entries[at].fields()))
    }

    /// Lets the next entry be found by its page and by likeness.
    fn show(&mut self, fields: &Map<String, Value>) {
        let at = self.looks.len();
        self.looks.push(OnceCell::new());
        if let Some(page) = like::page_of(fields) {
            self.by_page.entry(page).or_default().push(at);
        }
        if let Some(day) = like::day(fields) {
            match self.by_day.get_mut(day) {
                Some(same) => same.push(at),
                None => _ = self.by_day.insert(day.to_owned(), vec![at]),
            }
        }
        if let Some(start) = like::start_and_title(fields) {
            self.by_start.entry(start).or_default().push(at);
        }
    }
}

#[cfg(test)]
mod tests;
