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
mod shown;

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::draft::Draft;
use crate::twin::Look;
pub use change::Change;
pub use claims::Claims;
pub use entry::Entry;
pub use seen::IMPORTED;
use shown::Shown;

/// The entries of an event file, while more are taken in.
#[derive(Debug, Default)]
pub struct Desk {
    /// Entries, as the file has them.
    pub entries: Vec<Entry>,
    by_key: HashMap<String, usize>,
    /// The dates of recurring events, by the name of the event.
    by_series: HashMap<String, Vec<usize>>,
    by_id: HashMap<String, usize>,
    by_page: HashMap<String, Vec<usize>>,
    by_day: HashMap<String, Vec<(usize, Look)>>,
    /// By [`like::start_and_title`].
    by_start: HashMap<u64, Vec<usize>>,
}

impl Desk {
    /// The entries of a file.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut desk = Self::default();
        for entry in entries {
            let fields = entry.fields();
            let at = desk.add(entry, &fields);
            desk.show(Shown::new(at, &fields));
        }
        desk
    }

    /// The entries alone.
    pub fn into_entries(self) -> Vec<Entry> {
        self.entries
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
        match self.belongs(&fields, key.as_deref(), id.as_deref(), claims) {
            Some(at) if claims.taken.insert(at) => {
                claims.said.insert(says, at);
                let mut entry = self.entries[at].fields();
                let change = match ours {
                    true => change::replace(&mut entry, &fields),
                    false => change::update(&mut entry, &fields, &word, moved == Some(at)),
                };
                self.entries[at] = Entry::new(&entry);
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
            (false, _) => seen::remember(&mut fields, &word),
        }
        claims.added.push(Shown::new(self.entries.len(), &fields));
        claims.taken.insert(self.entries.len());
        (self.add(Entry::new(&fields), &fields), Change::Added)
    }

    /// Ends a source: its new entries can be what the next one has.
    pub fn end(&mut self, claims: Claims) {
        for shown in claims.added {
            self.show(shown);
        }
    }

    /// Adds an entry, and gives its place.
    fn add(&mut self, entry: Entry, fields: &Map<String, Value>) -> usize {
        let at = self.entries.len();
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

    /// Lets an entry be found by its page and by likeness.
    fn show(&mut self, shown: Shown) {
        let Shown {
            at,
            page,
            day,
            start,
            look,
        } = shown;
        if let Some(page) = page {
            self.by_page.entry(page).or_default().push(at);
        }
        if let Some(day) = day {
            self.by_day.entry(day).or_default().push((at, look));
        }
        if let Some(start) = start {
            self.by_start.entry(start).or_default().push(at);
        }
    }
}

#[cfg(test)]
mod tests;
