//! What a source changes in an entry of the file, and what an editor has said there.

use serde_json::{Map, Value};

use super::seen;

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

/// What the source says now, where no editor has said otherwise. `is_renamed`: the source called the entry otherwise before.
pub fn update(
    entry: &mut Map<String, Value>,
    fields: &Map<String, Value>,
    word: &str,
    is_renamed: bool,
) -> Change {
    let (mut changed, mut kept) = (Vec::new(), Vec::new());
    // Only the source that said it last can take it back; others fill what is missing.
    let before = seen::key(entry).map(str::to_owned);
    let same = is_renamed || before.as_deref() == Some(word);
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
