//! A place written in one text: “Square, street, city, state, country”, the same the other way round, “City (Region)”.
//!
//! Every part may be the city, its neighbours the state, an end the country. Each such reading that the gazetteer
//! confirms is weighed by how much of the text it explains; the heaviest is taken, and readings of the same weight must
//! mean the same place.

use gazetteer::{Place, countries};

use super::contradicts::contradicts;
use super::locator::Locator;
use super::parts::{Part, parts};
use super::read::Read;
use super::reading::{Reading, certain, without_quarters};
use super::{districts, names, regions};
use crate::vehicle_codes;

/// The most parts of a text that are read.
const MOST_PARTS: usize = 12;

/// What is known before a text is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known<'a> {
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'a str>,
    /// A region by any name.
    pub region: Option<&'a str>,
}

/// What a text turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome<'g> {
    /// A city is named; which places it may be.
    City {
        read: Read,
        places: Vec<&'g Place>,
        /// Whether its country is named as well.
        country: bool,
        /// The country that the name may mean instead.
        or_country: Option<String>,
    },
    /// A city is named, but another place may be meant: why, and which are known.
    Unsure(String, Vec<&'g Place>),
    /// No city, but a country is named.
    Country(Read),
    /// Nothing is known in it.
    Unknown,
}

impl<'g> Locator<'g> {
    /// Reads a text of a place.
    pub(super) fn read(&mut self, text: &str, known: Known<'_>) -> Outcome<'g> {
        // “ALCORISA_TERUEL” is two names, “NEW_YORK” one.
        let spaced = text.replace('_', " ");
        let text = match text.contains('_') && self.named(&spaced, known.country).is_empty() {
            true => text.replace('_', ","),
            false => spaced,
        };
        let parts = parts(&text);
        if parts.is_empty() || parts.len() > MOST_PARTS {
            return Outcome::Unknown;
        }
        let codes = codes(&parts);
        let mut readings = Vec::new();
        for city in 0..parts.len() {
            self.readings(city, &parts, &codes, known, &mut readings);
        }
        readings.retain(|reading| !contradicts(reading, &parts, &codes));
        without_quarters(&mut readings, &parts);
        let heaviest = readings.iter().map(|reading| reading.weight).max();
        readings.retain(|reading| Some(reading.weight) == heaviest);
        let Some(first) = readings.first() else {
            return without_city(&parts, &codes);
        };
        let mut places: Vec<&Place> = Vec::new();
        for place in readings.iter().flat_map(|reading| &reading.places) {
            if !places.iter().any(|known| names::same_place(known, place)) {
                places.push(place);
            }
        }
        // Of several readings the one of a far larger place, or of the only place that is certain.
        let mut chosen = first;
        let cities = readings.iter().any(|reading| reading.city != first.city);
        if cities && let Some(largest) = names::outstanding(&places).or_else(|| certain(&readings))
        {
            places = vec![largest];
            let of_it = |reading: &&Reading<'_>| {
                reading
                    .places
                    .iter()
                    .any(|place| names::same_place(place, largest))
            };
            chosen = readings.iter().find(of_it).unwrap_or(first);
        }
        if let Some(reason) = self.instead(chosen, &parts, known, &places) {
            return Outcome::Unsure(reason, places);
        }
        Outcome::City {
            read: self.taken_apart(chosen, &parts, &places),
            country: chosen.country.is_some(),
            or_country: chosen.or_country.clone(),
            places,
        }
    }

    /// The parts by what they are.
    fn taken_apart(&self, chosen: &Reading<'g>, parts: &[Part], places: &[&Place]) -> Read {
        let Reading {
            city,
            region,
            country,
            joined,
            ..
        } = *chosen;
        let mut name = parts[city].name.clone();
        if joined {
            name = format!("{name} ({})", parts[city + 1].name);
        }
        let only = match places {
            [only] => Some(*only),
            _ => None,
        };
        let mut place: Vec<String> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let used =
                at == city || Some(at) == region || Some(at) == country || joined && at == city + 1;
            let city_again = names::same(&part.name, &name)
                || only.is_some_and(|only| self.is_name_of(&part.name, only));
            let again = place.iter().any(|known| names::same(known, &part.written));
            if !used && !city_again && !again {
                place.push(part.written.clone());
            }
        }
        let region = region.map(|at| {
            let text = &parts[at].name;
            only.map_or_else(
                || text.clone(),
                |only| regions::spelled(self.gazetteer, only, text),
            )
        });
        let country = only.map(|only| only.country.to_string());
        Read {
            place,
            city: Some(only.map_or_else(
                || name.clone(),
                |only| names::spelled(self.gazetteer, &name, only),
            )),
            region,
            country,
        }
    }
}

/// The country that each part may be; two letters only at the end, where addresses have a code.
fn codes(parts: &[Part]) -> Vec<Option<String>> {
    let last = parts.len() - 1;
    let code = |(at, part): (usize, &Part)| {
        let name = part.name.as_str();
        let two = name.chars().count() == 2 && !matches!(name, "UK" | "US");
        let end = at == last && last > 0 || part.bracketed;
        let may = !two || end && name.chars().all(char::is_uppercase);
        let code = countries::code(name).filter(|_| may);
        let by_name = code.map(|code| code.to_string());
        by_name.or_else(|| {
            vehicle_codes::country(name)
                .map(str::to_owned)
                .filter(|_| part.bracketed)
        })
    };
    parts.iter().enumerate().map(code).collect()
}

fn without_city<'g>(parts: &[Part], codes: &[Option<String>]) -> Outcome<'g> {
    let last = parts.len() - 1;
    // “Castello (BO)”: of Bologna rather than of Bolivia.
    let is_district =
        |at: usize| parts[at].bracketed && !districts::districts_called(&parts[at].name).is_empty();
    let is_country = |at: &usize| codes[*at].is_some() && !is_district(*at);
    let Some(at) = [last, 0].into_iter().find(is_country) else {
        return Outcome::Unknown;
    };
    let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
    Outcome::Country(Read {
        place: others.map(|(_, part)| part.written.clone()).collect(),
        country: codes[at].clone(),
        ..Read::default()
    })
}

#[cfg(test)]
mod tests;
