//! What places are called in other languages: a search for “Almanya” or “ドイツ” finds what takes place in Germany.

use event_file::Calendar;
use fold::{append_words, occurs};
use query::{Facet, Query};

use crate::filter::{Criterion, Filter};
use crate::index::Index;
use crate::search::Search;
use crate::sets::Bits;

/// Fewer letters are the start of too many names, in scripts with spaces between words.
const LETTERS: usize = 3;

/// The names of a calendar's countries and cities in other languages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Aliases(Vec<Alias>);

#[derive(Debug, Clone, PartialEq)]
struct Alias {
    /// The words of all names, folded, each after a space.
    words: String,
    /// By its number in the column of countries.
    country: Option<u32>,
    /// By its number in the column of cities; without it all of the country is meant.
    city: Option<u32>,
}

impl Aliases {
    /// Adds the names of each country that the calendar has; `names` gives them by its code.
    pub fn add_countries(
        &mut self,
        calendar: &Calendar,
        index: &Index,
        names: &dyn Fn(&str) -> Vec<String>,
    ) {
        let column = index.column(calendar, Facet::Country);
        let countries = (0..).zip(&column.shown);
        self.0.extend(countries.map(|(number, code)| Alias {
            words: words(names(code).iter().map(String::as_str)),
            country: Some(number),
            city: None,
        }));
    }

    /// Adds the names of a city of a country (ISO 3166-1 alpha-2), if the calendar has events in a city that is called
    /// one of them.
    pub fn add_city<'n>(
        &mut self,
        calendar: &Calendar,
        index: &Index,
        country: &str,
        names: impl Iterator<Item = &'n str> + Clone,
    ) {
        let column = |facet| index.column(calendar, facet);
        let Some(country) = column(Facet::Country).number(country) else {
            return;
        };
        // An event file may have it by several of its names.
        let mut cities: Vec<u32> = names
            .clone()
            .filter_map(|name| column(Facet::City).number(name))
            .collect();
        cities.sort_unstable();
        cities.dedup();
        self.0.extend(cities.into_iter().map(|city| Alias {
            words: words(names.clone()),
            country: Some(country),
            city: Some(city),
        }));
    }

    /// The events in places of which a name has the one word of `search`.
    fn events(&self, calendar: &Calendar, index: &Index, search: &Search) -> Bits {
        let mut found = Bits::none(index.len());
        let called = self.0.iter().filter(|alias| alias.is_called(search));
        for Alias { country, city, .. } in called {
            let with = |facet, number: &Option<u32>| {
                let values = &index.column(calendar, facet).events;
                number.map(|number| values.with(&[number]))
            };
            let (country, city) = (with(Facet::Country, country), with(Facet::City, city));
            let Some(mut events) = country else { continue };
            if let Some(city) = city {
                events.keep(&city);
            }
            found.add(&events);
        }
        found
    }
}

impl Alias {
    fn is_called(&self, search: &Search) -> bool {
        search
            .needles()
            .iter()
            .all(|needle| match needle.strip_prefix(' ') {
                Some(word) => {
                    word.chars().count() >= LETTERS && self.words.contains(needle.as_str())
                }
                None => occurs(needle, &self.words),
            })
    }
}

fn words<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut words = String::new();
    names.for_each(|name| append_words(&mut words, name));
    words
}

impl Filter {
    /// Lets also pass, of the words asked for, what takes place where a place is called so in another language.
    pub fn add_aliases(
        &mut self,
        calendar: &Calendar,
        index: &Index,
        query: &Query,
        aliases: &Aliases,
    ) {
        let asked = std::iter::once(&query.q).chain(&query.or.q);
        let asked: Vec<Search> = asked.map(|words| Search::new(words)).collect();
        if asked.iter().any(Search::is_empty) {
            return;
        }
        let mut passing = Bits::none(index.len());
        for search in &asked {
            let mut found = Bits::all(index.len());
            for word in search.by_word() {
                let mut having = index.search(calendar, &word);
                having.add(&aliases.events(calendar, index, &word));
                found.keep(&having);
            }
            passing.add(&found);
        }
        self.replace(Criterion::Words, passing);
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset};
    use event_file::read;
    use event_file::zone::NoRules;

    use super::*;
    use crate::now::Now;

    const EVENTS: &str = r#"[
        {"id": "berlin", "title": "Marsch", "start": "2023-11-04", "city": "Berlin", "country": "DE"},
        {"id": "london", "title": "March", "start": "2023-11-04", "city": "London", "country": "GB"},
        {"id": "ontario", "title": "March", "start": "2023-11-04", "city": "London", "country": "CA"},
        {"id": "lyon", "title": "Voyage à Londres", "start": "2023-11-04", "city": "Lyon", "country": "FR"}
    ]"#;

    #[track_caller]
    fn check(q: &str, expected: &str) {
        let (calendar, _) = read(EVENTS.as_bytes(), &NoRules).unwrap();
        let index = Index::new(&calendar, &|_| None);
        let mut aliases = Aliases::default();
        let names = |code: &str| -> Vec<String> {
            let names: &[&str] = match code {
                "DE" => &["Almanya", "ドイツ", "Alemania"],
                "GB" => &["Reino Unido", "イギリス"],
                _ => &[],
            };
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        aliases.add_countries(&calendar, &index, &names);
        let london = ["London", "Londres", "لندن", "ロンドン"];
        aliases.add_city(&calendar, &index, "GB", london.into_iter());
        aliases.add_city(&calendar, &index, "AT", ["Wien", "Berlin"].into_iter());
        let query = Query::parse(&format!("when=all&q={q}"));
        let now: DateTime<FixedOffset> = "2023-11-01T12:00:00Z".parse().unwrap();
        let now = Now::from(now);
        let mut filter = Filter::new(&calendar, &index, &query, &now, &NoRules);
        filter.add_aliases(&calendar, &index, &query, &aliases);
        let found = filter.results(&index).matched;
        let mut found: Vec<&str> = found
            .iter()
            .map(|at| &*calendar.events[*at as usize].id)
            .collect();
        found.sort_unstable();
        assert_eq!(found.join(" "), expected, "{q}");
    }

    #[test]
    fn places_are_found_by_their_names_in_other_languages() {
        check("Almanya", "berlin");
        check("ドイツ", "berlin");
        check("aleman", "berlin");
        check("londres", "london lyon");
        check("لندن", "london");
        check("reino+unido", "london");
        check("march+londres", "london");
        check("reino+march", "london");
        check("al", "");
        check("Wien", "");
        check("nowhere", "");
        check("", "berlin london lyon ontario");
    }
}
