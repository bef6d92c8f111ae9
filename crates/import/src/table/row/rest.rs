//! The cells of a row that say neither when nor whether: places, names, texts, texts in the language of the place.

use crate::draft::Draft;
use crate::table::{east_asian_city, value};

/// Cells in the language of the place, which a column of their row may name.
#[derive(Default)]
pub(super) struct Rest<'a> {
    /// Each with its field.
    local: Vec<(&'static str, &'a str)>,
    language: Option<&'a str>,
}

impl<'a> Rest<'a> {
    /// Takes a cell of a known field.
    pub(super) fn take(&mut self, draft: &mut Draft, field: &str, cell: &'a str) {
        match field {
            "location" => draft.location = Some(cell.to_owned()),
            "city" if let Some(parts) = east_asian_city::parts(cell) => {
                value::put(draft, "city", parts.city);
                let others = [("region", parts.region), ("address", parts.district)];
                for (field, part) in others {
                    let free = draft.text_of(field).is_none();
                    draft.put(field, part.filter(|_| free).unwrap_or_default());
                }
            }
            "language_local" => self.language = Some(cell),
            field => {
                if field == "kind" && is_name(cell) {
                    draft.called = Some(cell.into());
                }
                value::put(draft, field, cell);
            }
        }
    }

    /// Takes a translation of a field.
    pub(super) fn translated(
        &mut self,
        draft: &mut Draft,
        field: &'static str,
        language: Option<&str>,
        cell: &'a str,
    ) {
        match language {
            Some(language) => value::translate(draft, language, field, cell),
            None => self.local.push((field, cell)),
        }
    }

    /// Puts what is in the language of the place to the entry, once that language is known.
    pub(super) fn settle(self, draft: &mut Draft) {
        for (field, cell) in self.local {
            match self.language {
                Some(language) => value::translate(draft, language, field, cell),
                None => value::keep(draft, &format!("{field}_local"), cell),
            }
        }
    }
}

/// Whether the kind of an event is written in words, not as a program calls it: “Marche aux flambeaux”, “Пикет”.
fn is_name(kind: &str) -> bool {
    let letters = kind.chars().filter(|letter| letter.is_alphabetic()).count();
    let in_words = kind.starts_with(|first: char| !first.is_ascii_lowercase())
        || kind.contains(char::is_whitespace);
    letters > 2 && in_words && !kind.contains('_')
}
