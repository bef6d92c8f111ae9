//! A region that is called like a city elsewhere is not that city: “Lakenheath, Suffolk”, “Moscow, Idaho, USA”.

use gazetteer::{Place, countries, kilometres};

use super::free::Known;
use super::locator::Locator;
use super::parts::Part;
use super::reading::Reading;
use super::venue::is_kind_of_venue;
use super::{districts, names, regions};
use crate::when::streets;

/// From so many people on, a city is hardly a region of the same name: “National Mall, Washington”.
const METROPOLIS: u32 = 500_000;

/// As many people has a town that is known by its name alone.
const TOWN: u32 = 15_000;

/// As near to a city, in kilometres, its parts lie.
const NEAR: f64 = 25.0;

/// As many letters has the name of a region that is no code.
const LEAST: usize = 4;

impl<'g> Locator<'g> {
    /// Why a city that is named without its region or country is not taken.
    pub(super) fn instead(
        &mut self,
        reading: &Reading<'g>,
        parts: &[Part],
        known: Known<'_>,
        places: &[&'g Place],
    ) -> Option<String> {
        if reading.region.is_some() || reading.joined {
            return None;
        }
        if let Some(reason) = self.another_region(reading.city, parts, places) {
            return Some(reason);
        }
        if reading.country.is_some() || known.country.is_some() || known.region.is_some() {
            return None;
        }
        self.region_behind(reading.city, parts, places)
            .or_else(|| self.region_itself(reading.city, parts, places))
    }

    /// “Houston, MN”: behind the city a state of its country, in which no city of that name is known.
    fn another_region(&self, city: usize, parts: &[Part], places: &[&Place]) -> Option<String> {
        let part = parts.get(city + 1)?;
        let behind = part.name.as_str();
        let gazetteer = self.gazetteer;
        // A code is one only as it is written, in capitals, and a number only in brackets.
        let code = behind.chars().count() <= 3;
        let is_sign =
            |letter: char| letter.is_ascii_uppercase() || part.bracketed && letter.is_ascii_digit();
        let excludes = |place: &&&Place| {
            let is_name = !code || regions::is_name(behind, &place.country);
            (is_name || behind.chars().all(is_sign)) && regions::excludes(gazetteer, place, behind)
        };
        let place = *places.iter().find(excludes)?;
        let holds = |place: &&Place| {
            let its_country = countries::code(behind);
            its_country.is_some_and(|code| code.as_str() == &*place.country)
                || regions::holds(gazetteer, place, behind)
        };
        if places.iter().any(holds) || streets::is_called(behind) {
            return None;
        }
        // “타이베이 (Taipei)”: the same city again.
        let called = self.named(behind, Some(&place.country));
        if called.iter().any(|again| names::same_place(again, place)) {
            return None;
        }
        let is_city = || called.iter().any(|place| place.population >= TOWN);
        let name = parts[city].name.as_str();
        let known = place.region.as_deref().unwrap_or(&place.country);
        if !part.bracketed && is_city() {
            return Some(format!(
                "“{name}” is known in {known}, and “{behind}” is a city and a region: write an entry for each city, or the town's position"
            ));
        }
        Some(format!(
            "“{name}” is known in {known}, and not in “{behind}”: give its position, or a town that is known there"
        ))
    }

    /// “Paris, Ohio”, where no Paris is known in Ohio: the region behind is in a country that has a town of the name.
    fn region_behind(&mut self, city: usize, parts: &[Part], places: &[&Place]) -> Option<String> {
        let part = parts.get(city + 1)?;
        let behind = part.name.as_str();
        let mut countries = self.countries_of_region(behind);
        if part.bracketed && countries.is_empty() {
            let coded = districts::districts_called(behind).iter();
            countries.extend(coded.map(|(country, _)| *country));
        }
        let here = |place: &&Place| countries.iter().any(|country| *country == &*place.country);
        let name = parts[city].name.as_str();
        if countries.is_empty() || streets::is_called(behind) || places.iter().any(here) {
            return None;
        }
        let place = *places.first()?;
        let country = countries.into_iter().find(|country| {
            let called = |name: &str| !self.named(name, Some(country)).is_empty();
            called(name) || called(&place.name)
        })?;
        Some(format!(
            "“{name}” is known in {}, but “{behind}” is a region of {country}; give the country, or a town that is known there",
            place.country
        ))
    }

    /// “Sizewell, Suffolk”: behind what may be a town that is not known, the name of a region.
    fn region_itself(&mut self, city: usize, parts: &[Part], places: &[&Place]) -> Option<String> {
        let name = parts[city].name.as_str();
        let before = parts[..city].last().filter(|_| city + 1 == parts.len())?;
        let town = before.name.as_str();
        let is_venue = is_kind_of_venue(town) || streets::is_called(town);
        let is_name = town.chars().next().is_some_and(char::is_uppercase)
            && !town.chars().any(char::is_numeric);
        if is_venue || !is_name || parts[city].postal || names::same(town, name) {
            return None;
        }
        let countries = self.countries_of_region(name);
        let gazetteer = self.gazetteer;
        let own = |place: &&Place| regions::holds(gazetteer, place, name) || self.is_home(place);
        if countries.is_empty() || places.iter().any(own) {
            return None;
        }
        let large = places.iter().any(|place| place.population >= METROPOLIS);
        // “Leeds, Victoria”: two cities. One in the outskirts of the other is a part of it.
        let elsewhere = |town: &&Place| {
            let near =
                |place: &&Place| kilometres(place.lat, place.lon, town.lat, town.lon) <= NEAR;
            town.population >= TOWN && !places.iter().any(near)
        };
        if large && !self.places(town, Known::default()).iter().any(elsewhere) {
            return None;
        }
        let country = countries.first()?;
        Some(format!(
            "“{name}” is a region of {country}, and a city in {}; give a town that is known, or the city's country",
            places.first()?.country
        ))
    }

    /// The countries that have a region called so; a code is none.
    pub(super) fn countries_of_region(&self, name: &str) -> Vec<&'g str> {
        if name.chars().count() < LEAST {
            return Vec::new();
        }
        let gazetteer = self.gazetteer;
        let regions = gazetteer.regions(name, None).into_iter();
        let districts = districts::districts_called(name).iter();
        let all = regions.map(|(country, _)| country);
        all.chain(districts.map(|(country, _)| *country)).collect()
    }
}

/// What an editor should write where a text names a country and one of its regions, but no town that is known.
pub(super) fn region_without_town(place: &[String], country: Option<&str>) -> Option<String> {
    let gazetteer = gazetteer::Gazetteer::embedded();
    let is_region = |part: &&String| {
        part.chars().count() >= LEAST && regions::is_region(gazetteer, part, country)
    };
    let region = place.iter().rev().find(is_region)?;
    let country = country?;
    Some(format!(
        "“{region}” is a region of {country}, no city, and no town there is known in it; give a town that is known, or lat and lon"
    ))
}
