//! Which words of a listing are cities and countries.

use std::cell::RefCell;
use std::collections::HashMap;

use gazetteer::{Context, Gazetteer, countries};

use super::words::is_label;
use crate::import::actions::is_action;
use crate::import::vehicle_codes;

/// The longest name of a city, in characters and words.
const LONGEST: usize = 60;
const MOST_WORDS: usize = 6;

/// Looks names up, and remembers what it found.
pub struct Places {
    gazetteer: &'static Gazetteer,
    /// The countries (ISO 3166-1 alpha-2) in which there is a city of a name.
    known: RefCell<HashMap<String, Vec<String>>>,
}

impl Places {
    /// Of the gazetteer compiled in.
    pub fn new() -> Self {
        Self {
            gazetteer: Gazetteer::embedded(),
            known: RefCell::default(),
        }
    }

    /// Whether a text is the name of a city, perhaps with its region or country behind it; with `country`, of one there.
    pub fn is_city(&self, text: &str, country: Option<&str>) -> bool {
        let text = name(text);
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let least = if text.is_ascii() { 3 } else { 2 };
        let long = text.chars().count() > LONGEST || text.split_whitespace().count() > MOST_WORDS;
        if letters < least || long || is_action(text) || is_label(text) {
            return false;
        }
        // A name begins with a capital, in scripts that have them.
        if text.chars().next().is_some_and(char::is_lowercase) {
            return false;
        }
        let mut known = self.known.borrow_mut();
        let found = known.entry(text.to_owned()).or_insert_with(|| {
            let (city, country) = vehicle_codes::behind(text)
                .map_or((text, None), |(city, country)| (city, Some(country)));
            let context = Context {
                country,
                region: None,
            };
            let places = self.gazetteer.called(&city.replace('_', ", "), &context);
            places
                .iter()
                .map(|place| place.country.to_string())
                .collect()
        });
        match country {
            Some(country) => found.iter().any(|known| known == country),
            None => !found.is_empty(),
        }
    }

    /// The country (ISO 3166-1 alpha-2) and name of the state or province that a text names, of one country or of any.
    pub fn region(&self, text: &str, country: Option<&str>) -> Option<(String, String)> {
        match self.gazetteer.regions(name(text), country)[..] {
            [(country, ref name)] => Some((country.to_owned(), name.to_string())),
            _ => None,
        }
    }

    /// The countries in which a text names a state or province.
    pub fn countries_of_region(&self, text: &str) -> Vec<String> {
        let regions = self.gazetteer.regions(name(text), None).into_iter();
        regions.map(|(country, _)| country.to_owned()).collect()
    }

    /// The countries in which a text names a city.
    pub fn countries(&self, text: &str) -> Vec<String> {
        self.is_city(text, None);
        let known = self.known.borrow();
        known
            .get(text.trim().trim_end_matches([':', '.']).trim())
            .cloned()
            .unwrap_or_default()
    }
}

/// A name without the marks of a heading around it.
pub fn name(text: &str) -> &str {
    const MARKS: [char; 12] = [
        ':', '：', '.', '[', ']', '【', '】', '「', '」', '■', '□', '＊',
    ];
    text.trim()
        .trim_matches(|letter: char| letter.is_whitespace() || MARKS.contains(&letter))
}

/// The country that a text names and nothing else (ISO 3166-1 alpha-2). Short codes are words in many languages.
pub fn country(text: &str) -> Option<String> {
    let name = name(text);
    let long =
        name.chars().count() > 3 || matches!(name, "USA" | "UK" | "UAE" | "US") || !name.is_ascii();
    let code = countries::code(name).filter(|_| long)?;
    Some(code.as_str().to_owned())
}
