//! The values of a facet, named and ordered in the page's language.

use event_file::event::Kind;
use fold::fold;
use listing::facet::Counts;
use query::Facet;

use super::{Language, place, status};

/// A value of a facet with its name.
#[derive(Clone, Default, PartialEq)]
pub struct Named {
    /// As the query string writes it.
    pub value: String,
    /// As the page's language names it.
    pub name: String,
    /// How many events have it under the other filters.
    pub count: String,
}

/// The values that are shown.
#[derive(Clone, PartialEq)]
pub struct Found {
    /// In the order of the language's dictionaries.
    pub values: Vec<Named>,
    /// How many others there are.
    pub more: usize,
    /// How many there are in all.
    pub total: usize,
}

impl Found {
    /// How many events have the value `value`, empty where it is not among them.
    pub fn count(&self, value: &str) -> &str {
        let found = self.values.iter().find(|named| named.value == value);
        found.map_or("", |named| &named.count)
    }
}

/// Whether a value's name has `words` in it.
pub fn called(facet: Facet, words: &str, language: &Language) -> impl Fn(&str) -> bool {
    let words = fold(words.trim());
    move |value| words.is_empty() || fold(&name(facet, value, language)).contains(&words)
}

/// Names and orders values that were counted.
pub fn named(facet: Facet, counts: Counts, language: &Language) -> Found {
    let values = counts.values.into_iter();
    let mut values: Vec<Named> = values
        .map(|value| Named {
            name: name(facet, &value.value, language),
            count: language.locale.number(value.count.into()),
            value: value.value.to_string(),
        })
        .collect();
    let names: Vec<Option<&str>> = values
        .iter()
        .map(|value| Some(value.name.as_str()))
        .collect();
    let order = language.locale.in_order(&names).into_iter();
    let values = order.filter_map(|at| values.get_mut(at).map(std::mem::take));
    Found {
        values: values.collect(),
        more: counts.more,
        total: counts.total,
    }
}

/// Several values as a list: “Germany and France”, and where an event has only one of them in
/// the same breath, “Rally or March”.
pub fn names(facet: Facet, values: &[String], language: &Language) -> String {
    let names: Vec<String> = values
        .iter()
        .map(|value| name(facet, value, language))
        .collect();
    match facet {
        Facet::Country | Facet::City => language.locale.list(&names),
        _ => language.locale.either(&names),
    }
}

/// What the page's language calls a value.
pub fn name(facet: Facet, value: &str, language: &Language) -> String {
    match facet {
        Facet::Country => {
            let code = value.to_ascii_uppercase();
            language.locale.country(&code).unwrap_or(code)
        }
        Facet::Kind => Kind::KNOWN
            .iter()
            .find(|(known, _)| *known == value)
            .map_or_else(
                || value.to_owned(),
                |(_, kind)| status::kind(kind, language),
            ),
        Facet::Status if language.words.has(&format!("status.{value}")) => {
            status::status(value, language)
        }
        Facet::Language => language.locale.language(value),
        Facet::City => place::named(value, None, language).to_owned(),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::samples::english;

    #[test]
    fn values_are_named_in_the_pages_language() {
        let check = |facet, value, expected: &str| {
            assert_eq!(name(facet, value, &english("en")), expected);
        };
        check(Facet::Country, "de", "DE");
        check(Facet::Country, "zz", "ZZ");
        check(Facet::Kind, "rally", "Rally");
        check(Facet::Kind, "picnic", "picnic");
        check(Facet::Status, "scheduled", "Scheduled");
        check(Facet::Status, "dreamt", "dreamt");
        check(Facet::Tag, "peace", "peace");
    }
}
