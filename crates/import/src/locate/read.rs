//! A place taken apart into the fields of the event file.

use super::names;
use crate::draft::Draft;

/// What a text of a place says, by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Read {
    pub place: Vec<String>,
    pub city: Option<String>,
    pub region: Option<String>,
    pub country: Option<String>,
}

impl Read {
    /// Puts it to an entry; what the entry says itself stays.
    pub(super) fn put(&self, draft: &mut Draft) {
        let mut more = |field: &str, text: Option<&str>| {
            if draft.text_of(field).is_none()
                && let Some(text) = text
            {
                draft.put(field, text);
            }
        };
        more("city", self.city.as_deref());
        more("region", self.region.as_deref());
        more("country", self.country.as_deref());
        self.put_place(draft);
    }

    /// Puts what is neither city nor region nor country: the square, then the street.
    pub(super) fn put_place(&self, draft: &mut Draft) {
        let mut parts: Vec<&str> = self.place.iter().map(String::as_str).collect();
        if let Some(own) = draft.text_of("place") {
            // “Marktplatz” of “Marktplatz Heilbronn”.
            let begins = |part: &str| {
                let rest = own.strip_prefix(part);
                rest.is_some_and(|rest| rest.starts_with(' '))
            };
            parts.retain(|part| !names::same(part, own) && !begins(part));
        }
        let Some((first, rest)) = parts.split_first() else {
            return;
        };
        let numbered = first.chars().any(|letter| letter.is_ascii_digit());
        let (place, address) = match (
            draft.text_of("place").is_some(),
            numbered && rest.is_empty(),
        ) {
            (true, _) => (None, parts.join(", ")),
            (false, true) => (None, (*first).to_owned()),
            (false, false) => (Some(*first), rest.join(", ")),
        };
        if let Some(place) = place {
            draft.put("place", place);
        }
        let own = draft.text_of("address").unwrap_or_default();
        if own.is_empty() {
            draft.put("address", &address);
        } else if !address.is_empty() && !own.contains(&address) {
            let both = format!("{own}, {address}");
            draft.put("address", &both);
        }
    }
}
