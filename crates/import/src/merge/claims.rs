//! What one source says as a whole, before its entries are taken: which names and pages tell its entries apart.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde_json::{Map, Value};

use super::like;
use crate::draft::Draft;

/// Which entries of the file a source has already claimed: none is claimed twice.
#[derive(Debug, Default)]
pub struct Claims {
    pub(super) taken: HashSet<usize>,
    /// What was taken, by a hash of all it says.
    pub(super) said: HashMap<u64, usize>,
    /// Pages that several entries of the source share tell nothing about which is which.
    pub(super) shared: HashSet<u64>,
    /// The earliest day of its entries.
    pub(super) earliest: Option<String>,
    /// What the source calls its entries.
    pub(super) keys: HashSet<String>,
}

impl Claims {
    /// The claims of one source, before its entries are merged. Different entries with the same key get keys that include
    /// their start and title.
    pub(crate) fn of(drafts: &mut [Draft]) -> Self {
        let mut pages = HashSet::new();
        let mut shared = HashSet::new();
        let mut called: HashMap<String, Option<u64>> = HashMap::new();
        for draft in drafts.iter_mut() {
            if let Some(page) = like::page_of(&draft.fields)
                && !pages.insert(page)
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
        Self {
            shared,
            keys: keys.collect(),
            ..Self::default()
        }
    }
}

impl Claims {
    /// Takes the names of entries into account that the source has, though they are not merged.
    pub(crate) fn also_named(&mut self, keys: impl Iterator<Item = String>) {
        self.keys.extend(keys);
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
pub fn hash(fields: &Map<String, Value>, key: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    fields.hash(&mut hasher);
    key.hash(&mut hasher);
    hasher.finish()
}
