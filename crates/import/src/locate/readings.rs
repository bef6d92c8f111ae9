//! The readings of a place in one text: which part may be its city, with which region and country beside it.

use gazetteer::{Place, countries};

use super::free::Known;
use super::locator::Locator;
use super::parts::Part;
use super::reading::{Reading, weight};
use super::venue::is_kind_of_venue;
use super::{districts, names, regions};
use crate::when::streets;

/// As many people has a city that is named in brackets and nowhere else.
const BRACKETED: u32 = 10_000;

impl<'g> Locator<'g> {
    /// The readings in which one part is the city.
    pub(super) fn readings(
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
        // “ore 15 piazza Roma”.
        let street = name.starts_with(char::is_lowercase) && streets::is_called(name);
        // “College Green (north side)”: words, no name.
        let words = parts[city].bracketed && name.starts_with(char::is_lowercase);
        if parts.len() > 1 && (letters || street) || words || is_kind_of_venue(name) {
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
                // “Domplatte (Nordseite)”: what is said of a venue in brackets is hardly a village somewhere.
                if parts[city].bracketed && country.is_none() && text.is_none() {
                    places.retain(|place| place.population >= BRACKETED);
                }
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
    pub(super) fn places_in(
        &mut self,
        name: &str,
        region: &str,
        within: Option<&str>,
    ) -> Vec<&'g Place> {
        let inner = |country| Known {
            country,
            region: Some(region),
        };
        let mut places = self.places(name, inner(within));
        if within.is_none() {
            for (country, _) in districts::districts_called(region) {
                for place in self.places(name, inner(Some(country))) {
                    if !places.iter().any(|known| names::same_place(known, place)) {
                        places.push(place);
                    }
                }
            }
        }
        let gazetteer = self.gazetteer;
        places.retain(|place| regions::holds(gazetteer, place, region));
        if !places.is_empty() {
            return places;
        }
        // “Moscú, Idaho”: Moscow's name in another language is that of a town called so as well.
        let mut others = self.places(name, Known::default());
        others.retain(|place| !names::same(&place.name, name));
        let mut places: Vec<&Place> = Vec::new();
        for other in others {
            places.extend(self.places(&other.name, inner(within)));
        }
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
}
