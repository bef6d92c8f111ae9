//! Which words of a listing are states, provinces and districts, and which cities lie in them.

use std::collections::BTreeSet;

use fold::fold;
use gazetteer::Context;

use super::{Places, country, name};
use crate::locate::{around_city, decapitalised, districts_called, holds};
use crate::when::streets;

impl Places {
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
