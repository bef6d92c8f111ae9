//! The cities whose names the map shows, found by name: for places in which the calendar has no event.

use fold::fold;
use geo::Position;
use query::near::Near;

use crate::labels::{City, Names};

/// Cities, the largest first, with the spellings they are found by.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cities {
    cities: Vec<City>,
    /// Folded names in every language, each with the city's index.
    spellings: Vec<(String, u32)>,
}

impl Cities {
    /// The cities of these files, in their order: the largest first.
    pub fn new(files: impl IntoIterator<Item = Names>) -> Self {
        let cities: Vec<City> = files.into_iter().flat_map(|names| names.cities).collect();
        let mut spellings = Vec::new();
        for (City(name, .., names), at) in cities.iter().zip(0..) {
            // Many languages spell it alike.
            let mut folded: Vec<String> = names.values().map(|name| fold(name)).collect();
            folded.push(fold(name));
            folded.sort_unstable();
            folded.dedup();
            spellings.extend(folded.into_iter().map(|name| (name, at)));
        }
        Self { cities, spellings }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &City> {
        self.cities.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cities.is_empty()
    }

    /// Where the largest city of this name is, in its country where one is named. Names are compared folded.
    pub fn position_of(&self, near: &Near) -> Option<Position> {
        let name = fold(&near.city);
        let mut called = self
            .spellings
            .iter()
            .filter(|(spelling, _)| *spelling == name);
        called.find_map(|(_, at)| {
            let City(_, lat, lon, _, country, _) = self.cities.get(*at as usize)?;
            let wanted = near.country.as_ref().is_none_or(|wanted| wanted == country);
            wanted.then_some(Position {
                lat: *lat,
                lon: *lon,
            })
        })
    }

    /// The first `most` cities that have a word beginning with `words`, folded text; the largest first.
    pub fn beginning(&self, words: &str, most: usize) -> Vec<&City> {
        let named = self
            .spellings
            .iter()
            .filter(|(spelling, _)| begins(spelling, words));
        let mut found: Vec<u32> = Vec::new();
        for (_, at) in named {
            // The spellings of one city follow one another.
            if found.last() != Some(at) {
                found.push(*at);
            }
            if found.len() == most {
                break;
            }
        }
        let cities = found.into_iter();
        cities
            .filter_map(|at| self.cities.get(at as usize))
            .collect()
    }
}

/// Whether a word of `name` begins with `words`, or the name from there on does; both folded.
pub fn begins(name: &str, words: &str) -> bool {
    let (name, words) = (name.as_bytes(), words.as_bytes());
    let Some(first) = words.first() else {
        return false;
    };
    // Tens of thousands of names are looked at for each letter: most are done with after one byte a word.
    let mut starts_word = true;
    name.iter().enumerate().any(|(at, byte)| {
        let begins = starts_word && byte == first && name[at..].starts_with(words);
        starts_word = matches!(byte, b' ' | b'-');
        begins
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::labels::FORMAT;

    fn cities() -> Cities {
        let city = |name: &str, people, country: &str, arabic: &str| {
            let names = BTreeMap::from([("ar".to_owned(), arabic.to_owned())]);
            City(
                name.into(),
                f64::from(people),
                1.0,
                people,
                country.into(),
                names,
            )
        };
        Cities::new([Names {
            format: FORMAT.into(),
            credit: String::new(),
            countries: Vec::new(),
            cities: vec![
                city("Birmingham", 1100, "GB", "برمنغهام"),
                city("Saint-Étienne", 300, "FR", "سانت إتيان"),
                city("Birmingham", 200, "US", "برمنغهام"),
            ],
        }])
    }

    #[test]
    fn the_largest_city_of_a_name_counts_unless_a_country_is_named() {
        let check = |near: &str, expected: Option<f64>| {
            let near = Near::parse(near).unwrap();
            let found = cities().position_of(&near);
            assert_eq!(found.map(|position| position.lat), expected, "{near}");
        };
        check("Birmingham", Some(1100.0));
        check("birmingham,US", Some(200.0));
        check("Birmingham,FR", None);
        check("saint-etienne", Some(300.0));
        check("سانت إتيان", Some(300.0));
        check("Nowhere", None);
    }

    #[test]
    fn cities_are_found_by_the_start_of_a_word() {
        let check = |words: &str, expected: &[&str]| {
            let cities = cities();
            let found = cities.beginning(&fold(words), 2);
            let found: Vec<&str> = found.iter().map(|city| city.4.as_str()).collect();
            assert_eq!(found, expected, "{words}");
        };
        check("birm", &["GB", "US"]);
        check("etien", &["FR"]);
        check("saint-é", &["FR"]);
        check("ingham", &[]);
        check("", &[]);
        check("برم", &["GB", "US"]);
    }
}
