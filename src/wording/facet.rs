//! The values of a facet, named and ordered in the page's language.

use calendar::{event::Kind, facet::FacetValue, query::Facet};

use super::{Language, status};

/// A value of a facet with its name.
#[derive(Clone, PartialEq)]
pub struct Named {
    /// As the query string writes it.
    pub value: String,
    /// As the page's language names it.
    pub name: String,
    /// How many events have it under the other filters.
    pub count: String,
}

/// Names and orders counted values.
pub fn named(facet: Facet, counts: Vec<FacetValue>, language: &Language) -> Vec<Named> {
    let mut values: Vec<Named> = counts
        .into_iter()
        .map(|FacetValue { value, count, .. }| Named {
            name: name(facet, &value, language),
            count: language.locale.number(count.into()),
            value,
        })
        .collect();
    values.sort_by(|one, other| language.locale.compare(&one.name, &other.name));
    values
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
        Facet::Status => status::status(value, language),
        Facet::Language => language.locale.language(value),
        Facet::City | Facet::Tag | Facet::Organizer | Facet::Campaign => value.to_owned(),
    }
}
