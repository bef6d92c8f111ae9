//! What is shown, as a sentence: how many events, of what, where and when; and the names of filters.

use chrono::NaiveDate;
use listing::results::Results;
use query::near::{Near, WITHIN};
use query::{ActiveFilter, Facet, Query, When};

use super::{Language, distance::distance, facet, place};

/// The facets in the order in which a sentence names them.
const ORDER: [Facet; 10] = [
    Facet::Kind,
    Facet::City,
    Facet::Region,
    Facet::Country,
    Facet::Organizer,
    Facet::Campaign,
    Facet::Series,
    Facet::Tag,
    Facet::Status,
    Facet::Language,
];

/// “14 of 115 events, in Germany and France, on Saturday, November 4, 2023”.
pub fn shown(query: &Query, results: &Results, total: usize, language: &Language) -> String {
    let matched = results.matched.len();
    let mut parts = vec![if matched == total {
        language.count("summary.all", total, &[])
    } else {
        let total = language.locale.number(total as u64);
        language.count("summary.some", matched, &[("total", &total)])
    }];
    let mut part = |key: &str, name: &str, value: &str| {
        parts.push(language.text(&format!("sentence.{key}"), &[(name, value)]));
    };
    let active = query.active();
    let words: Vec<String> = active
        .iter()
        .filter(|filter| matches!(filter, ActiveFilter::Words(_)))
        .map(|filter| name(filter, language))
        .collect();
    if !words.is_empty() {
        part("q", "words", &language.locale.either(&words));
    }
    for facet in ORDER {
        let chosen = &query.chosen[facet];
        if !chosen.is_empty() {
            let names = facet::names(facet, chosen, language);
            part(facet.key(), "names", &names);
        }
    }
    if query.area.is_some() {
        part("area", "", "");
    }
    if let Some(near) = &query.near {
        let distance = distance(within(query.within), language);
        let places = [("city", near_city(near, language)), ("distance", &distance)];
        parts.push(language.text("sentence.near", &places));
    }
    let times: Vec<String> = active
        .iter()
        .filter_map(|filter| time(filter, language))
        .collect();
    if !times.is_empty() {
        parts.push(language.locale.either(&times));
    } else if results.when == When::Upcoming && matched < total {
        parts.push(language.text("sentence.upcoming", &[]));
    }
    parts.join(&language.text("event.separator", &[]))
}

/// What a filter is called where it can be taken away: “Germany”, “November 4 – 5, 2023”.
pub fn name(filter: &ActiveFilter, language: &Language) -> String {
    match filter {
        ActiveFilter::Words(words) => language.text("chip.q", &[("words", words.trim())]),
        ActiveFilter::When(when) => language.text(&format!("when.{}", when.word()), &[]),
        ActiveFilter::Days(from, to) => days("chip", *from, *to, language),
        ActiveFilter::Value(facet, value) => facet::name(*facet, value, language),
        ActiveFilter::Area(_) => language.text("chip.area", &[]),
        ActiveFilter::Near(near, km) => {
            let distance = distance(within(Some(*km)), language);
            let places = [("city", near_city(near, language)), ("distance", &distance)];
            language.text("chip.near", &places)
        }
    }
}

/// What the place that events are near is called.
fn near_city<'a>(near: &'a Near, language: &'a Language) -> &'a str {
    place::named(&near.city, near.country.as_deref(), language)
}

/// How far around a place, in kilometres.
fn within(said: Option<u16>) -> f64 {
    f64::from(said.unwrap_or(WITHIN))
}

/// A filter of time within a sentence.
fn time(filter: &ActiveFilter, language: &Language) -> Option<String> {
    match filter {
        ActiveFilter::When(when) => Some(language.text(&format!("sentence.{}", when.word()), &[])),
        ActiveFilter::Days(from, to) => Some(days("sentence", *from, *to, language)),
        _ => None,
    }
}

fn days(
    place: &str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    language: &Language,
) -> String {
    let (key, day) = match (from, to) {
        (Some(from), Some(to)) if from != to => return language.locale.days(from, to),
        (Some(day), Some(_)) => ("day", day),
        (Some(from), None) => ("from", from),
        (None, Some(to)) => ("to", to),
        (None, None) => return String::new(),
    };
    let day = language.locale.day(day);
    language.text(&format!("{place}.{key}"), &[("day", &day)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::samples::english;

    /// The sentence for a query that 2 of 5 events match.
    fn check(query: &str, expected: &str) {
        let results = Results {
            matched: vec![1, 2],
            ..Results::default()
        };
        let query = Query::parse(query);
        assert_eq!(shown(&query, &results, 5, &english("en")), expected);
    }

    #[test]
    fn the_sentence_names_every_filter() {
        check("", "2 of 5 events, not over yet");
        check(
            "country=DE&country=FR&from=2023-11-04&to=2023-11-04",
            "2 of 5 events, in DE, FR, on 2023-11-04",
        );
        check(
            "kind=rally&kind=march&q=peace&when=weekend",
            "2 of 5 events, with the words “peace”, of the kind Rally, March, this weekend",
        );
    }
}
