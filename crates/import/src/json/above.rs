//! The titles above the entries of a map or a list of objects: those of the map, its layers or the list.

use std::sync::Arc;

use serde_json::Value;

use super::fields::{Object, plain};
use crate::draft::{Draft, Reading};
use crate::options::Options;
use crate::table::columns::{Column, meaning};
use crate::table::day_above::{self, DayAbove};
use crate::table::habits::Sight;

/// The texts above entries, the nearest last.
#[derive(Debug, Clone, Default)]
pub struct Above {
    texts: Vec<String>,
    day: Option<Result<DayAbove, String>>,
}

impl Above {
    /// These texts, the nearest last, and the day that they name, where it may be that of entries without one.
    pub fn new(texts: Vec<String>, may_share: bool, options: &Options) -> Self {
        if !may_share {
            return Self { texts, day: None };
        }
        if let Some(day) = options.day {
            let day = Some(Ok(DayAbove::of(day)));
            return Self { texts, day };
        }
        let mut sight = Sight::default();
        for text in &texts {
            sight.see_title(text);
            sight.see_day_above(text);
        }
        let reckoning = sight.habits(options).reckoning;
        let day = day_above::day(texts.iter().rev().map(String::as_str), &reckoning);
        Self { texts, day }
    }

    /// The day of entries without one, for which it is noted once how it is known.
    pub fn day(&self, reading: &mut Reading) -> Option<String> {
        let above = self.day.as_ref()?.as_ref().ok()?;
        let note = above.note().filter(|note| !reading.notes.contains(note));
        reading.notes.extend(note);
        Some(above.day.to_string())
    }

    /// Records the texts in an entry.
    pub fn record(&self, draft: &mut Draft) {
        if !self.texts.is_empty() {
            draft.above = Some(Arc::from(self.texts.join("\n")));
        }
    }
}

/// What an object says that all of its entries are called, or on which day they are: its values of these fields.
pub fn texts_of(object: &Object) -> Vec<String> {
    let fields = ["title", "start"].map(Column::Known);
    let values = object
        .iter()
        .filter(|(name, _)| meaning(name).is_some_and(|column| fields.contains(&column)));
    values.filter_map(|(_, value)| said(value)).collect()
}

/// A text of a line or two.
pub fn said(value: &Value) -> Option<String> {
    let text = value.as_str().map(str::trim)?;
    (!text.is_empty()).then(|| plain(value)).flatten()
}
