//! Taking entries into an event file: each new one once, what its source changed, and never what an editor did.
//!
//! Which entry of the file one belongs to is told by the source's own name for it, by its id when it
//! comes from Marchmap, by the address of its page, or by likeness. What the source said last is
//! remembered beside the entry; where the file says something else now, an editor has decided.

mod like;
mod seen;

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use event_file::WallTime;
use event_file::zone::Zones as _;
use serde_json::{Map, Value};

use super::draft::{Cancels, Draft, Stamp};
use crate::twin::{Look, Why};
use crate::zones::TzDatabase;
pub use seen::IMPORTED;

/// The entries of an event file, while more are taken in.
#[derive(Debug, Default)]
pub struct Desk {
    /// Entries, as the file has them.
    pub entries: Vec<Map<String, Value>>,
    by_key: HashMap<String, usize>,
    by_id: HashMap<String, usize>,
    by_page: HashMap<String, Vec<usize>>,
    by_day: HashMap<String, Vec<(usize, Look)>>,
}

/// What became of an entry that was taken in.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It is new.
    Added,
    /// The file has it; these fields are changed.
    Updated {
        /// The fields, with what was there and what is there now.
        fields: Vec<(String, Value, Value)>,
        /// Fields in which the file says something else than the source, and stays so.
        kept: Vec<String>,
    },
    /// The file has it, and so it stays.
    Unchanged {
        /// Fields in which the file says something else than the source.
        kept: Vec<String>,
    },
    /// The source has it twice.
    Twice,
}

/// Which entries of the file a source has already claimed: none is claimed twice.
#[derive(Debug, Default)]
pub struct Claims {
    taken: HashSet<usize>,
    /// What was taken, by a hash of all it says.
    said: HashMap<u64, usize>,
    added: Vec<usize>,
    /// Pages that several entries of the source share tell nothing about which is which.
    shared: HashSet<String>,
    /// What the source calls its entries.
    keys: HashSet<String>,
}

impl Desk {
    /// The entries of a file.
    pub fn new(entries: Vec<Map<String, Value>>) -> Self {
        let mut desk = Self::default();
        for entry in entries {
            let at = desk.add(entry);
            desk.show(at);
        }
        desk
    }

    /// The entries alone.
    pub fn into_entries(self) -> Vec<Map<String, Value>> {
        self.entries
    }

    /// What one source says, before its entries are taken. Entries that it calls the same and that differ are told
    /// apart by their start and title from now on.
    pub fn claims(drafts: &mut [Draft]) -> Claims {
        let mut pages = HashSet::new();
        let mut shared = HashSet::new();
        let mut called: HashMap<String, Option<u64>> = HashMap::new();
        for draft in drafts.iter_mut() {
            if let Some(page) = like::page_of(&draft.fields)
                && !pages.insert(page.clone())
            {
                shared.insert(page);
            }
            name(draft);
            if let Some(key) = &draft.key {
                let says = hash(
                    &draft.fields,
                    draft.start.map(|start| start.to_string()).as_deref(),
                );
                let several = called.entry(key.clone()).or_insert(Some(says));
                *several = several.filter(|other| *other == says);
            }
        }
        for draft in drafts.iter_mut() {
            let several = |key: &String| called.get(key) == Some(&None);
            if let Some(key) = draft.key.take_if(|key| several(key)) {
                let start = match &draft.start {
                    Some(start) => start.to_string(),
                    None => draft.text_of("start").unwrap_or_default().to_owned(),
                };
                let title = fold::fold(draft.text_of("title").unwrap_or_default());
                draft.key = Some(format!("{key}/{start}/{title}"));
            }
        }
        let keys = drafts.iter().filter_map(|draft| draft.key.clone());
        Claims {
            shared,
            keys: keys.collect(),
            ..Claims::default()
        }
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
        let says = hash(&fields, key.as_deref());
        if let Some(at) = claims.said.get(&says) {
            return (*at, Change::Twice);
        }
        match self.belongs(&fields, key.as_deref(), id.as_deref(), claims) {
            Some(at) if claims.taken.insert(at) => {
                claims.said.insert(says, at);
                let change = match ours {
                    true => self.replace(at, &fields),
                    false => self.update(at, &fields, &word),
                };
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
        claims.added.push(self.entries.len());
        claims.taken.insert(self.entries.len());
        (self.add(fields), Change::Added)
    }

    /// Marks as cancelled what a cancellation means, and says which entries those are; none when the file has none.
    ///
    /// An entry whose status an editor has changed stays as it is.
    pub fn cancel(&mut self, cancels: &Cancels, start: Option<Stamp>) -> Vec<(usize, Change)> {
        let series = format!("{}/", cancels.uid);
        let of_it = |entry: &Map<String, Value>| {
            seen::key(entry).is_some_and(|key| key == cancels.uid || key.starts_with(&series))
        };
        let meant: Vec<usize> = match &cancels.key {
            Some(key) => self.by_key.get(key).copied().into_iter().collect(),
            None => {
                let from = cancels.from.map(|day| day.to_string()).unwrap_or_default();
                let late = |entry: &Map<String, Value>| like::day(entry) >= Some(from.as_str());
                let all = self.entries.iter().enumerate();
                let all = all.filter(|(_, entry)| of_it(entry) && late(entry));
                all.map(|(at, _)| at).collect()
            }
        };
        // A date that the source calls otherwise than before; and one of several events that share a UID by mistake.
        let at_start = |at: &usize| start.is_some_and(|start| begins(&self.entries[*at], start));
        let meant = match (meant.is_empty(), &cancels.key) {
            (true, Some(_)) => {
                let all = (0..self.entries.len()).filter(|at| of_it(&self.entries[*at]));
                all.filter(at_start).collect()
            }
            (false, None) if cancels.from.is_none() => {
                let single = meant
                    .iter()
                    .any(|at| !self.entries[*at].contains_key("series"));
                let own: Vec<usize> = meant.iter().copied().filter(at_start).collect();
                if single && own.len() == 1 { own } else { meant }
            }
            _ => meant,
        };
        meant
            .into_iter()
            .map(|at| (at, self.cancel_one(at)))
            .collect()
    }

    fn cancel_one(&mut self, at: usize) -> Change {
        let entry = &mut self.entries[at];
        let has = entry.get("status").cloned().unwrap_or_default();
        let touched = match seen::said(entry, "status") {
            None => !has.is_null() && has != "scheduled",
            Some(said) => said != seen::hash(std::slice::from_ref(&has)),
        };
        if has == "cancelled" {
            return Change::Unchanged { kept: Vec::new() };
        }
        if touched {
            let kept = vec!["status".to_owned()];
            return Change::Unchanged { kept };
        }
        let now = Value::from("cancelled");
        entry.insert("status".to_owned(), now.clone());
        Change::Updated {
            fields: vec![("status".to_owned(), has, now)],
            kept: Vec::new(),
        }
    }

    /// Ends a source: its new entries can be what the next one has.
    pub fn end(&mut self, claims: Claims) {
        for at in claims.added {
            self.show(at);
        }
    }

    /// Adds an entry, and gives its place.
    fn add(&mut self, entry: Map<String, Value>) -> usize {
        let at = self.entries.len();
        if let Some(key) = seen::key(&entry).filter(|key| !seen::is_nameless(key)) {
            self.by_key.entry(key.to_owned()).or_insert(at);
        }
        if let Some(id) = entry.get("id").and_then(Value::as_str) {
            self.by_id.entry(id.to_owned()).or_insert(at);
        }
        self.entries.push(entry);
        at
    }

    /// Lets an entry be found by its page and by likeness.
    fn show(&mut self, at: usize) {
        let Some(entry) = self.entries.get(at) else {
            return;
        };
        if let Some(page) = like::page_of(entry) {
            self.by_page.entry(page).or_default().push(at);
        }
        if let Some(day) = like::day(entry) {
            self.by_day
                .entry(day.to_owned())
                .or_default()
                .push((at, like::look(entry)));
        }
    }

    /// The entry of the file that this one is.
    fn belongs(
        &self,
        fields: &Map<String, Value>,
        key: Option<&str>,
        id: Option<&str>,
        claims: &Claims,
    ) -> Option<usize> {
        let named = key
            .and_then(|key| self.by_key.get(key))
            .or_else(|| self.by_id.get(id?));
        if let Some(at) = named {
            return Some(*at);
        }
        let free = |at: usize| !claims.taken.contains(&at);
        // What the source calls otherwise is another one, unless it calls nothing so any more.
        let own =
            |at: usize| seen::key(&self.entries[at]).filter(|other| !seen::is_nameless(other));
        let renamed = |at: usize| key.is_some() && own(at).is_some();
        let gone = |at: usize| own(at).is_none_or(|own| !claims.keys.contains(own));
        let look = like::look(fields);
        let page = like::page_of(fields).filter(|page| !claims.shared.contains(page));
        if let Some([at]) = page
            .and_then(|page| self.by_page.get(&page))
            .map(Vec::as_slice)
            && free(*at)
            && !renamed(*at)
            && like::look(&self.entries[*at]).is_numbered_like(&look)
        {
            return Some(*at);
        }
        let same_day = self.by_day.get(like::day(fields)?)?;
        let alike = same_day.iter().filter(|(at, other)| {
            free(*at)
                && match renamed(*at) {
                    true => gone(*at) && other.is_the_same(&look),
                    false => matches!(other.why(&look), Some(Why::Alike | Why::Page)),
                }
        });
        let alike: Vec<usize> = alike.map(|(at, _)| *at).collect();
        match alike[..] {
            [] => None,
            [at] => Some(at),
            // Several are alike: only the same one will do, the first of those that are.
            _ => alike
                .into_iter()
                .find(|at| like::exactly(&self.entries[*at], fields)),
        }
    }

    /// What comes from Marchmap itself is the editor's own word: it replaces what the file says.
    fn replace(&mut self, at: usize, fields: &Map<String, Value>) -> Change {
        let entry = &mut self.entries[at];
        let mut changed = Vec::new();
        for field in seen::groups(entry, fields).concat() {
            let (has, says) = (
                entry.get(&field).cloned().unwrap_or_default(),
                fields.get(&field).cloned().unwrap_or_default(),
            );
            if has != says {
                changed.push((field, has, says));
            }
        }
        for (field, _, says) in &changed {
            match says.is_null() {
                true => entry.shift_remove(field),
                false => entry.insert(field.clone(), says.clone()),
            };
        }
        match changed.is_empty() {
            true => Change::Unchanged { kept: Vec::new() },
            false => Change::Updated {
                fields: changed,
                kept: Vec::new(),
            },
        }
    }

    /// What the source says now, where no editor has said otherwise.
    fn update(&mut self, at: usize, fields: &Map<String, Value>, word: &str) -> Change {
        let entry = &mut self.entries[at];
        let (mut changed, mut kept) = (Vec::new(), Vec::new());
        // Only the source that said it last can take it back; others fill what is missing.
        let before = seen::key(entry).map(str::to_owned);
        let same = before.as_deref() == Some(word);
        for group in seen::groups(entry, fields) {
            let group: Vec<&str> = group.iter().map(String::as_str).collect();
            let (has, says) = (seen::part(entry, &group), seen::part(fields, &group));
            if has == says {
                continue;
            }
            let empty = has.iter().all(Value::is_null);
            let said = seen::said(entry, group[0]).filter(|_| same);
            let touched = match &said {
                // Nobody remembers: what is there is the editor's.
                None => !empty,
                Some(said) => *said != seen::hash(&has),
            };
            // What the source never said is not the source's to take away.
            if says.iter().all(Value::is_null) && said.is_none() {
                continue;
            }
            if touched {
                if said != Some(seen::hash(&says)) {
                    kept.push(group[0].to_owned());
                }
                continue;
            }
            for (field, (has, says)) in group.iter().zip(has.into_iter().zip(says)) {
                if has != says {
                    match says.is_null() {
                        true => entry.shift_remove(*field),
                        false => entry.insert((*field).to_owned(), says.clone()),
                    };
                    changed.push(((*field).to_owned(), has, says));
                }
            }
        }
        if same || before.is_none() {
            seen::remember_from(entry, fields, word);
        }
        match changed.is_empty() {
            true => Change::Unchanged { kept },
            false => Change::Updated {
                fields: changed,
                kept,
            },
        }
    }
}

/// Whether an entry begins at a time: by the clock, or at the same moment; on the day where one has no hour.
fn begins(entry: &Map<String, Value>, start: Stamp) -> bool {
    let text = |field: &str| entry.get(field).and_then(Value::as_str);
    let Some(own) = text("start").and_then(|own| own.parse::<WallTime>().ok()) else {
        return false;
    };
    match (start, own.clock()) {
        (Stamp::Wall(start), Some(own)) => {
            start.clock().is_none_or(|start| start == own) && start.date == own.date()
        }
        (Stamp::Wall(start), None) => start.date == own.date,
        (Stamp::Moment(start), Some(clock)) => {
            let zone = text("timezone");
            let offset = own.offset.or_else(|| TzDatabase.offset(zone?, clock));
            let minutes = offset.map(|offset| chrono::Duration::minutes(offset.into()));
            minutes.and_then(|minutes| clock.checked_sub_signed(minutes)) == Some(start.naive_utc())
        }
        (Stamp::Moment(start), None) => start.date_naive() == own.date,
    }
}

/// Gives an entry the name that its source has for it: a number is one within its table only.
fn name(draft: &mut Draft) {
    let Some(id) = draft.fields.get("id").and_then(Value::as_str) else {
        return;
    };
    let number = !draft.ours && id.bytes().all(|byte| byte.is_ascii_digit());
    if number {
        let key = format!("{}#{id}", draft.origin.source);
        draft.key.get_or_insert(key);
        draft.fields.shift_remove("id");
    }
}

/// What stands for all that an entry of a source says.
fn hash(fields: &Map<String, Value>, key: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    fields.hash(&mut hasher);
    key.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests;
