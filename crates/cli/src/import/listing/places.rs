//! Which words of a listing are cities and countries.

pub mod city_before;
pub mod head_city;
pub mod in_words;
pub mod locate;
pub mod location;
pub mod place_line;
pub mod several_cities;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use fold::fold;
use gazetteer::{Context, Found, Gazetteer, countries};

use super::line::Line;
use super::line::words::is_label;
use crate::import::actions::is_action;
use crate::import::locate::{
    around_city, decapitalised, districts_called, holds, is_kind_of_venue, without_designator,
};
use crate::import::vehicle_codes;
use crate::import::when::streets;

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
        // A name begins with a capital, in scripts that have them.
        if text.chars().next().is_some_and(char::is_lowercase) {
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
            Some(country) => found.iter().any(|known| known == country),
            None => !found.is_empty(),
        }
    }

    /// The country (ISO 3166-1 alpha-2) and name of the state, province or district that a text names, of one country or
    /// of any. A name in capitals gets the spelling of names, the gazetteer's where it is the same.
    pub fn region(&self, text: &str, country: Option<&str>) -> Option<(String, String)> {
        let text = without_code(name(text));
        let regions = self.gazetteer.regions(text, country);
        if let [(country, known)] = &regions[..] {
            let written = text.chars().any(char::is_lowercase);
            let same = fold(text) == fold(known);
            let region = match (written, same) {
                (true, _) => text.to_owned(),
                (false, true) => (**known).to_owned(),
                (false, false) => decapitalised(text),
            };
            return Some(((*country).to_owned(), region));
        }
        let districts = if regions.is_empty() {
            districts(text)
        } else {
            &[]
        };
        let mut inside = districts
            .iter()
            .filter(|(own, _)| country.is_none_or(|country| country == *own));
        match (inside.next(), inside.next()) {
            (Some((country, name)), None) => Some(((*country).to_owned(), (*name).to_owned())),
            _ => None,
        }
    }

    /// The countries in which a text names a state, province or district.
    pub fn countries_of_region(&self, text: &str) -> Vec<String> {
        let text = without_code(name(text));
        let regions = self.gazetteer.regions(text, None).into_iter();
        let all = regions
            .map(|(country, _)| country)
            .chain(districts(text).iter().map(|(country, _)| *country));
        let countries: BTreeSet<&str> = all.collect();
        countries.into_iter().map(str::to_owned).collect()
    }

    /// Whether the first text of a line is the name of a city.
    pub fn begins(&self, line: &Line) -> bool {
        let texts = line.texts().all;
        texts.first().is_some_and(|first| self.is_city(first, None))
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

    /// Whether a city of this name lies in the state, province or district of a country.
    pub fn lies_in(&self, city: &str, region: &str, country: &str) -> bool {
        let region = without_code(name(region));
        let mut cities = self.cities_of(city, country).into_iter();
        cities.any(|city| holds(self.gazetteer, city, region))
    }

    /// Whether a city of this name lies in a region of the first level, such as a state.
    pub fn lies_in_state(&self, city: &str, state: &str, country: &str) -> bool {
        let state = without_code(name(state));
        let mut cities = self.cities_of(city, country).into_iter();
        cities.any(|city| self.gazetteer.lies_in(city, state))
    }

    fn cities_of(&self, city: &str, country: &str) -> Vec<&gazetteer::Place> {
        let context = Context {
            country: Some(country),
            region: None,
        };
        self.gazetteer.called(name(city), &context)
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

    /// Whether a text names a region of a country that has a town of a name, in some language: “Naples, Florida”, “Moscú,
    /// Idaho”; or the district around a city.
    pub fn may_lie_in(&self, city: &str, region: &str) -> bool {
        let countries = self.countries_of_region(region);
        let called = |name: &str| self.gazetteer.called(name, &Context::default());
        let here = |place: &&gazetteer::Place| countries.iter().any(|own| **own == *place.country);
        let in_country = || {
            let places = called(name(city));
            let first = places.first().map(|place| &*place.name);
            places.iter().any(here) || first.is_some_and(|first| called(first).iter().any(here))
        };
        around_city(region).is_some() || !countries.is_empty() && in_country()
    }

    /// Whether a text behind a city names its country, or a region in which it may lie and in whose country nothing but a
    /// village is called so: “Norwich, Norfolk”, “Brighton, England”; not “Dublin, Cork”.
    pub fn is_only_region_of(&self, city: &str, text: &str) -> bool {
        const TOWN: u32 = 10_000;
        if let Some(code) = country(text) {
            return self.is_city(city, Some(&code));
        }
        let no_town = |country: &String| {
            let context = Context {
                country: Some(country),
                region: None,
            };
            let towns = self.gazetteer.called(name(text), &context);
            towns.iter().all(|town| town.population < TOWN)
        };
        let own = self.countries(city);
        let countries = self.countries_of_region(text).into_iter();
        let mut both = countries.filter(|country| own.contains(country));
        both.any(|country| {
            let state = !self
                .gazetteer
                .regions(name(text), Some(&country))
                .is_empty();
            match state {
                true => self.lies_in(city, text, &country),
                false => no_town(&country),
            }
        }) && !streets::is_called(text)
    }

    /// The region of a city that an abbreviation behind it stands for: “Jal” and “Gto” behind Mexican cities, “Mass” behind
    /// Boston.
    pub fn abbreviated_region(&self, city: &str, short: &str) -> Option<String> {
        const LETTERS: std::ops::RangeInclusive<usize> = 3..=5;
        let short = fold(&short.replace('.', ""));
        let bare = LETTERS.contains(&short.len())
            && short.bytes().all(|letter| letter.is_ascii_lowercase());
        bare.then_some(())?;
        let context = Context {
            country: None,
            region: None,
        };
        let places = self.gazetteer.called(name(city), &context);
        let mut regions = places.iter().filter_map(|place| place.region.as_deref());
        let found = regions.find(|region| {
            let region = fold(region);
            let mut letters = region.chars();
            region.len() > short.len()
                && region.chars().next() == short.chars().next()
                && short
                    .chars()
                    .all(|letter| letters.any(|next| next == letter))
        })?;
        Some(found.to_owned())
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

/// The districts of a name that stands alone; their codes are only read behind a city.
fn districts(text: &str) -> &'static [(&'static str, &'static str)] {
    const LEAST: usize = 3;
    match text.chars().filter(|letter| letter.is_alphabetic()).count() {
        LEAST.. => districts_called(text),
        _ => &[],
    }
}

/// “Aisne (02)”, “02 – Aisne”: a name without the code of a district beside it.
fn without_code(text: &str) -> &str {
    let text = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .filter(|(_, code)| code.trim().chars().count() <= 3)
        .map_or(text, |(name, _)| name);
    let first = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.len() - first.len();
    match digits {
        1..=3 => first
            .trim_start_matches([' ', '-', '–', '—', ':', '.'])
            .trim(),
        _ => text.trim(),
    }
}

/// A name without the marks of a heading around it.
pub fn name(text: &str) -> &str {
    const MARKS: [char; 12] = [
        ':', '：', '.', '[', ']', '【', '】', '「', '」', '■', '□', '＊',
    ];
    let bare = text
        .trim()
        .trim_matches(|letter: char| letter.is_whitespace() || MARKS.contains(&letter));
    without_designator(bare)
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
