//! What a source changes in an entry of the file, and what an editor has said there.

use serde_json::{Map, Value};

use super::seen::{self, Group};

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

/// What comes from Marchmap itself is the editor's own word: it replaces what the file says.
pub fn replace(entry: &mut Map<String, Value>, fields: &Map<String, Value>) -> Change {
    let mut changed = Vec::new();
    for group in seen::groups(entry, fields) {
        changed.extend(differing(&group, entry, fields));
    }
    put(entry, &changed);
    match changed.is_empty() {
        true => Change::Unchanged { kept: Vec::new() },
        false => Change::Updated {
            fields: changed,
            kept: Vec::new(),
        },
    }
}

/// What the source says now, where no editor has said otherwise. `word` is the source's name for the entry and `memory` what
/// is to be remembered of it; `is_renamed`: the source called the entry otherwise before.
pub fn update(
    entry: &mut Map<String, Value>,
    fields: &Map<String, Value>,
    (word, memory): (&str, Value),
    is_renamed: bool,
) -> Change {
    let (mut changed, mut kept) = (Vec::new(), Vec::new());
    // Only the source that said it last can take it back; others fill what is missing.
    let before = seen::key(entry);
    let same = is_renamed || before == Some(word);
    let remembers = same || before.is_none();
    for group in seen::groups(entry, fields) {
        if group.values(entry).eq(group.values(fields)) {
            continue;
        }
        let said = seen::said(entry, &group).filter(|_| same);
        let touched = match said {
            // Nobody remembers: what is there is the editor's.
            None => !group.is_empty(entry),
            Some(said) => said != group.hash(entry),
        };
        // What the source never said is not the source's to take away.
        if group.is_empty(fields) && said.is_none() {
            continue;
        }
        if touched {
            if said != Some(&group.hash(fields)) {
                kept.push(group.name().to_owned());
            }
            continue;
        }
        changed.extend(differing(&group, entry, fields));
    }
    put(entry, &changed);
    if remembers {
        entry.insert(seen::IMPORTED.to_owned(), memory);
    }
    match changed.is_empty() {
        true => Change::Unchanged { kept },
        false => Change::Updated {
            fields: changed,
            kept,
        },
    }
}

/// A field, what is there, and what is to be there.
type Differing = (String, Value, Value);

/// The fields of a group that a source says otherwise than the file.
fn differing(
    group: &Group<'_>,
    entry: &Map<String, Value>,
    fields: &Map<String, Value>,
) -> impl Iterator<Item = Differing> {
    let values = group.values(entry).zip(group.values(fields));
    let all = group.fields().iter().zip(values);
    let differ = all.filter(|(_, (has, says))| has != says);
    differ.map(|(field, (has, says))| ((*field).to_owned(), has.clone(), says.clone()))
}

/// Puts what is to be there.
fn put(entry: &mut Map<String, Value>, changed: &[Differing]) {
    for (field, _, says) in changed {
        match says.is_null() {
            true => entry.shift_remove(field),
            false => entry.insert(field.clone(), says.clone()),
        };
    }
}
