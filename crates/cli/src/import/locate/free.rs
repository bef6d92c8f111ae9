//! A place written in one text: “Square, street, city, state, country”, the same the other way round, “City (Region)”.
//!
//! Every part may be the city, its neighbours the state, an end the country. Each such reading that the gazetteer
//! confirms is weighed by how much of the text it explains; the heaviest is taken, and readings of the same weight must
//! mean the same place.

use gazetteer::{Place, countries};

use super::locator::Locator;
use super::parts::{Part, parts};
use super::{names, regions};
use crate::import::draft::Draft;
use crate::import::vehicle_codes;

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

/// What a text of a place says, by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Read {
    pub place: Vec<String>,
    pub city: Option<String>,
    pub region: Option<String>,
    pub country: Option<String>,
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
    /// No city, but a country is named.
    Country(Read),
    /// Nothing is known in it.
    Unknown,
}

/// One reading: which part is the city, which the state, which the country.
struct Reading<'g> {
    city: usize,
    region: Option<usize>,
    country: Option<usize>,
    /// Whether the part behind belongs to the city's name.
    joined: bool,
    places: Vec<&'g Place>,
    or_country: Option<String>,
    weight: u32,
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
        Outcome::City {
            read: self.taken_apart(chosen, &parts, &places),
            country: chosen.country.is_some(),
            or_country: chosen.or_country.clone(),
            places,
        }
    }

    /// The readings in which one part is the city.
    fn readings(
        &mut self,
        city: usize,
        parts: &[Part],
        codes: &[Option<String>],
        known: Known<'_>,
        readings: &mut Vec<Reading<'g>>,
    ) {
        let name = parts[city].name.as_str();
        // Capitals alone are rather a state, a party, a code.
        let letters = name.chars().count() <= 3 && name.chars().all(|c| c.is_ascii_uppercase());
        if letters && parts.len() > 1 {
            return;
        }
        let last = parts.len() - 1;
        // “Antwerpen (B), Groenplaats”.
        let behind = Some(city + 1).filter(|at| *at < last && parts[*at].bracketed);
        let ends = [None, Some(0), Some(last), behind];
        for (number, country) in ends.into_iter().enumerate() {
            if number == 3 && country.is_none() {
                continue;
            }
            let code = country.and_then(|at| codes[at].as_deref());
            let is_city = country == Some(city) || number == 2 && last == 0;
            if is_city || country.is_some() && code.is_none() {
                continue;
            }
            let contradicts = code.zip(known.country).is_some_and(|(code, known)| {
                code != known
                    && !countries::belongs(code, known)
                    && !countries::belongs(known, code)
            });
            if contradicts {
                continue;
            }
            let within = code.or(known.country);
            let beside = [None, city.checked_sub(1), Some(city + 1)];
            for region in beside {
                let taken = region.is_some() && (region == country || region > Some(last));
                let text = region.filter(|_| !taken).map(|at| parts[at].name.as_str());
                let is_region =
                    text.is_none_or(|text| regions::is_region(self.gazetteer, text, within));
                if taken || !is_region {
                    continue;
                }
                let inner = Known {
                    country: within,
                    region: text.or(known.region),
                };
                let mut places = match text {
                    Some(region) => self.places_in(name, region, within),
                    None => self.places(name, inner),
                };
                let mut or_country = None;
                if within.is_none() && inner.region.is_none() {
                    (places, or_country) = self.or_country(name, places);
                }
                if !places.is_empty() {
                    let weight = weight(city, region, country, parts);
                    readings.push(Reading {
                        city,
                        region,
                        country,
                        joined: false,
                        places,
                        or_country,
                        weight,
                    });
                }
            }
            self.joined((city, country), parts, within, readings);
        }
    }

    /// The places of a name that lie in a region; of an abbreviation, in that of any country.
    fn places_in(&mut self, name: &str, region: &str, within: Option<&str>) -> Vec<&'g Place> {
        let inner = |country| Known {
            country,
            region: Some(region),
        };
        let mut places = self.places(name, inner(within));
        if within.is_none() {
            for (country, _) in regions::districts_called(region) {
                for place in self.places(name, inner(Some(country))) {
                    if !places.iter().any(|known| names::same_place(known, place)) {
                        places.push(place);
                    }
                }
            }
        }
        let gazetteer = self.gazetteer;
        places.retain(|place| regions::holds(gazetteer, place, region));
        places
    }

    /// “Halle (Saale)”: what stands in brackets belongs to the name.
    fn joined(
        &mut self,
        (city, country): (usize, Option<usize>),
        parts: &[Part],
        within: Option<&str>,
        readings: &mut Vec<Reading<'g>>,
    ) {
        let Some(behind) = parts.get(city + 1).filter(|part| part.bracketed) else {
            return;
        };
        if country == Some(city + 1) {
            return;
        }
        let whole = format!("{} ({})", parts[city].name, behind.name);
        let places = self.named(&whole, within);
        if !places.is_empty() {
            let weight = weight(city, Some(city + 1), country, parts) + 1;
            let region = None;
            readings.push(Reading {
                city,
                region,
                country,
                joined: true,
                places,
                or_country: None,
                weight,
            });
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
                || only.is_some_and(|only| names::same(&part.name, &only.name));
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
            city: Some(only.map_or_else(|| name.clone(), |only| names::spelled(&name, only))),
            region,
            country,
        }
    }
}

/// The place of the only reading that leaves no choice, if it has some times more people than any other: in “Neumarkt,
/// Köln” a square is called like several towns.
fn certain<'g>(readings: &[Reading<'g>]) -> Option<&'g Place> {
    const TIMES: u32 = 3;
    let mut sure = readings.iter().filter(|reading| reading.places.len() == 1);
    let only = sure.next()?;
    let place = *only.places.first()?;
    let same = |reading: &Reading<'_>| names::same_place(reading.places[0], place);
    let smaller = |other: &&Place| {
        names::same_place(other, place)
            || place.population >= other.population.saturating_mul(TIMES)
    };
    let all = readings.iter().flat_map(|reading| &reading.places).copied();
    (sure.all(same) && all.into_iter().all(|other| smaller(&other))).then_some(place)
}

/// How much of a text a reading explains.
fn weight(city: usize, region: Option<usize>, country: Option<usize>, parts: &[Part]) -> u32 {
    let last = parts.len() - 1;
    let beside = |at: Option<usize>| at.is_some_and(|at| at.abs_diff(city) == 1);
    let at_end = city == 0 || city == last || beside(country) || beside(region);
    let name = &parts[city].name;
    let again = parts
        .iter()
        .enumerate()
        .any(|(at, part)| at != city && names::same(&part.name, name));
    let mut weight = u32::from(at_end) + 1;
    weight += match country {
        Some(at) if parts[at].name.chars().count() <= 2 => 3,
        Some(_) => 4,
        None => 0,
    };
    weight += if region.is_some() { 3 } else { 0 };
    weight += if parts[city].postal { 2 } else { 0 };
    weight += if again { 2 } else { 0 };
    weight - u32::from(parts[city].bracketed)
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
        by_name.or_else(|| vehicle_codes::country(name).map(str::to_owned).filter(|_| part.bracketed))
    };
    parts.iter().enumerate().map(code).collect()
}

fn without_city<'g>(parts: &[Part], codes: &[Option<String>]) -> Outcome<'g> {
    let last = parts.len() - 1;
    let Some(at) = [last, 0].into_iter().find(|at| codes[*at].is_some()) else {
        return Outcome::Unknown;
    };
    let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
    Outcome::Country(Read {
        place: others.map(|(_, part)| part.written.clone()).collect(),
        country: codes[at].clone(),
        ..Read::default()
    })
}

impl Read {
    /// Puts it to an entry; what the entry says itself stays.
    pub(super) fn put(&self, draft: &mut Draft) {
        let mut more = |field: &str, text: Option<&str>| {
            if draft.text_of(field).is_none()
                && let Some(text) = text
            {
                draft.put(field, text);
            }
        };
        more("city", self.city.as_deref());
        more("region", self.region.as_deref());
        more("country", self.country.as_deref());
        self.put_place(draft);
    }

    /// Puts what is neither city nor region nor country: the square, then the street.
    pub(super) fn put_place(&self, draft: &mut Draft) {
        let mut parts: Vec<&str> = self.place.iter().map(String::as_str).collect();
        if let Some(own) = draft.text_of("place") {
            parts.retain(|part| !names::same(part, own));
        }
        let Some((first, rest)) = parts.split_first() else {
            return;
        };
        let numbered = first.chars().any(|letter| letter.is_ascii_digit());
        let (place, address) = match (
            draft.text_of("place").is_some(),
            numbered && rest.is_empty(),
        ) {
            (true, _) => (None, parts.join(", ")),
            (false, true) => (None, (*first).to_owned()),
            (false, false) => (Some(*first), rest.join(", ")),
        };
        if let Some(place) = place {
            draft.put("place", place);
        }
        let own = draft.text_of("address").unwrap_or_default();
        if own.is_empty() {
            draft.put("address", &address);
        } else if !address.is_empty() && !own.contains(&address) {
            let both = format!("{own}, {address}");
            draft.put("address", &both);
        }
    }
}

#[cfg(test)]
mod tests;
