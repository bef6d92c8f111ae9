//! Which words of a listing are cities and countries.

pub mod city_before;
pub mod head_city;
pub mod in_words;
pub mod locate;
pub mod location;
pub mod place_line;
pub mod regions;
pub mod several_cities;

use std::cell::RefCell;
use std::collections::HashMap;

use fold::fold;
use gazetteer::{Context, Found, Gazetteer, countries, kilometres};

use super::line::Line;
use super::line::words::is_label;
use crate::actions::is_action;
use crate::locate::{around_city, is_kind_of_venue, without_designator};
use crate::vehicle_codes;
use crate::when::names;
use crate::when::streets;
use crate::when::tokens::tokens;

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
        if letters < least || long || is_action(text) || is_label(text) || is_kind_of_venue(text) {
            return false;
        }
        // “(Sat)”, “Wed: tba”: before a town far away, a day of the week.
        if is_short_weekday(text) {
            return false;
        }
        // A name begins with a capital, in scripts that have them; Georgian has them only for whole words.
        let is_small =
            |letter: char| letter.is_lowercase() && !('\u{10d0}'..='\u{10ff}').contains(&letter);
        if text.chars().next().is_some_and(is_small) {
            return false;
        }
        let mut known = self.known.borrow_mut();
        let found = known.entry(text.to_owned()).or_insert_with(|| {
            let (city, country) = vehicle_codes::behind(text)
                .map_or((text, None), |(city, country)| (city, Some(country)));
            let context = Context {
                country: country.as_deref(),
                region: None,
            };
            let places = self.gazetteer.called(&city.replace('_', ", "), &context);
            places
                .iter()
                .map(|place| place.country.to_string())
                .collect()
        });
        // A country of its own goes before that of the heading above.
        match country.filter(|_| vehicle_codes::behind(text).is_none()) {
            // “Tartus” in a list of Estonia is no city of Syria.
            Some(country) => {
                found.iter().any(|known| known == country)
                    || self.gazetteer.is_locative(text, Some(country))
            }
            None => !found.is_empty(),
        }
    }

    /// Whether a city of at least so many people is called so; with `country`, in that country.
    pub fn has_people(&self, text: &str, country: Option<&str>, least: u32) -> bool {
        let context = Context {
            country,
            region: None,
        };
        let called = self.gazetteer.called(name(text), &context);
        called.iter().any(|place| place.population >= least)
    }

    /// Whether a text as it stands, in no other case, is the name of a town of that many people or more.
    pub fn is_town_called(&self, text: &str, least: u32) -> bool {
        let context = Context {
            country: None,
            region: None,
        };
        let is_large = |place: &gazetteer::Place| place.population >= least;
        match self.gazetteer.named(name(text), &context) {
            Found::One(place) => is_large(place),
            Found::Several(places) => places.into_iter().any(is_large),
            Found::None => false,
        }
    }

    /// Whether the first text of a line is the name of a city.
    pub fn begins(&self, line: &Line) -> bool {
        let texts = line.texts().all;
        texts.first().is_some_and(|first| self.is_city(first, None))
    }

    /// Whether a name before that of a large city is of something there, since all towns of that name are small and in other
    /// countries, far away: “Paradiso, Amsterdam”.
    pub fn is_name_in(&self, text: &str, city: &str) -> bool {
        const LARGE: u32 = 100_000;
        /// As many times larger is the city.
        const TIMES: u32 = 5;
        const FAR: f64 = 100.0;
        let context = Context {
            country: None,
            region: None,
        };
        let Found::One(city) = self.gazetteer.find(name(city), &context) else {
            return false;
        };
        let towns = self.gazetteer.called(name(text), &context);
        let elsewhere = |town: &&gazetteer::Place| {
            town.population.saturating_mul(TIMES) < city.population
                && town.country != city.country
                && kilometres(town.lat, town.lon, city.lat, city.lon) > FAR
        };
        city.population >= LARGE && !towns.is_empty() && towns.iter().all(elsewhere)
    }

    /// Whether two names may mean one city: “Biel” and “Bienne”.
    pub fn may_be_one(&self, first: &str, second: &str) -> bool {
        let called = |text: &str| {
            let context = Context {
                country: None,
                region: None,
            };
            self.gazetteer.called(name(text), &context)
        };
        let second = called(second);
        let is_same = |one: &&gazetteer::Place| {
            second
                .iter()
                .any(|other| one.lat == other.lat && one.lon == other.lon)
        };
        called(first).iter().any(is_same)
    }

    /// Whether a text behind a city says in which country, state or district that lies: “Springfield, MA”, “Poole, Dorset”.
    pub fn narrows(&self, city: &str, text: &str) -> bool {
        // “Charleston, WV (Kanawha Blvd)”.
        let bare = text.split('(').next().unwrap_or_default().trim();
        let letters = bare.replace('.', "");
        let state = (2..4).contains(&letters.len())
            && letters.bytes().all(|letter| letter.is_ascii_uppercase());
        let district = || {
            let countries = self.countries_of_region(text);
            let own = self.countries(city);
            own.iter().any(|country| countries.contains(country)) && !streets::is_called(text)
        };
        country(text).is_some() || state || around_city(text).is_some() || district()
    }

    /// The country of the city that a name means where nothing else is said.
    pub fn best_country(&self, text: &str) -> Option<String> {
        let context = Context {
            country: None,
            region: None,
        };
        match self.gazetteer.find(name(text), &context) {
            Found::One(place) => Some(place.country.to_string()),
            _ => None,
        }
    }

    /// The countries in which a text names a city.
    pub fn countries(&self, text: &str) -> Vec<String> {
        self.is_city(text, None);
        let known = self.known.borrow();
        known.get(name(text)).cloned().unwrap_or_default()
    }
}

/// A name without the marks of a heading around it.
pub fn name(text: &str) -> &str {
    const MARKS: [char; 12] = [
        ':', '：', '.', '[', ']', '【', '】', '「', '」', '■', '□', '＊',
    ];
    // “🇦🇿 Azərbaycan”: flags and other signs before it.
    let is_sign = |letter: char| {
        u32::from(letter) >= 0x2190 && !letter.is_alphanumeric() && !is_bracket(letter)
    };
    let bare = text
        .trim()
        .trim_matches(|letter: char| letter.is_whitespace() || MARKS.contains(&letter))
        .trim_start_matches(|letter: char| letter.is_whitespace() || is_sign(letter));
    without_designator(bare)
}

/// Whether a sign opens brackets of East Asia.
fn is_bracket(letter: char) -> bool {
    "（［〔〈《『".contains(letter)
}

/// The country that a heading names: “México”, “En México:”, “Et au Canada :”.
pub fn heading_country(text: &str) -> Option<String> {
    const SMALL: [&str; 44] = [
        "in", "en", "em", "au", "aux", "a", "w", "we", "v", "ve", "i", "te", "в", "у", "во", "na",
        "och", "et", "and", "und", "y", "e", "der", "die", "den", "dem", "the", "la", "le", "les",
        "el", "los", "las", "os", "im", "nel", "nella", "negli", "no", "nos", "nas", "de", "het",
        "και",
    ];
    if let Some(country) = country(text) {
        return Some(country);
    }
    let mut rest = text.trim().strip_suffix([':', '：'])?.trim();
    while let Some((word, behind)) = rest.split_once(' ') {
        if !SMALL.contains(&fold(word).as_str()) {
            return None;
        }
        rest = behind.trim();
        if let Some(country) = country(rest) {
            return Some(country);
        }
    }
    None
}

/// The country that a text names and nothing else (ISO 3166-1 alpha-2). Short codes are words in many languages.
pub fn country(text: &str) -> Option<String> {
    let name = name(text);
    // “India / भारत”: the same in two languages.
    if let Some((one, other)) = name.split_once('/') {
        return country(one).filter(|code| country(other).as_ref() == Some(code));
    }
    let long =
        name.chars().count() > 3 || matches!(name, "USA" | "UK" | "UAE" | "US") || !name.is_ascii();
    let code = countries::code(name).filter(|_| long)?;
    Some(code.as_str().to_owned())
}

/// As many letters has a short name of a day of the week at most.
const LONGEST_SHORT_DAY: usize = 3;

/// Whether a text is a short name of a day of the week, and nothing more, perhaps in brackets.
pub fn is_short_weekday(text: &str) -> bool {
    let text = text.trim_matches(['(', ')', '[', ']', '.']);
    text.chars().count() <= LONGEST_SHORT_DAY && names::is_weekday(&tokens(text))
}
