//! One way to read a text of a place, and how much of the text it explains.

use gazetteer::{DECISIVE, Place, kilometres};

use super::names;
use super::parts::Part;

/// One reading: which part is the city, which the state, which the country.
pub(super) struct Reading<'g> {
    pub city: usize,
    pub region: Option<usize>,
    pub country: Option<usize>,
    /// Whether the part behind belongs to the city's name.
    pub joined: bool,
    pub places: Vec<&'g Place>,
    pub or_country: Option<String>,
    pub weight: u32,
}

/// The place of the only reading that leaves no choice, if it has some times more people than any other: in “Neumarkt,
/// Köln” a square is called like several towns.
pub(super) fn certain<'g>(readings: &[Reading<'g>]) -> Option<&'g Place> {
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
pub(super) fn weight(
    city: usize,
    region: Option<usize>,
    country: Option<usize>,
    parts: &[Part],
) -> u32 {
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

/// “Ngunnawal (Canberra)”, “Glorieta (Atocha), Madrid”: of two names, one of which stands in brackets, the city and not its
/// quarter.
pub(super) fn without_quarters<'g>(readings: &mut Vec<Reading<'g>>, parts: &[Part]) {
    /// So near to its city, in kilometres, a quarter lies, and so many people live there at most: Getafe is a city beside Madrid.
    const NEAR: f64 = 20.0;
    const MOST: u32 = 15_000;
    let only = |reading: &Reading<'g>| match reading.places[..] {
        [only] => Some((reading.city, only)),
        _ => None,
    };
    let named: Vec<(usize, &Place)> = readings.iter().filter_map(only).collect();
    let is_bracketed = |at: usize| parts.get(at).is_some_and(|part| part.bracketed);
    let is_quarter = |(at, quarter): (usize, &Place)| {
        named.iter().any(|(other, city)| {
            *other != at
                && (is_bracketed(at) || is_bracketed(*other))
                && quarter.population < MOST
                && city.region == quarter.region
                && city.population >= quarter.population.max(1).saturating_mul(DECISIVE)
                && kilometres(city.lat, city.lon, quarter.lat, quarter.lon) <= NEAR
        })
    };
    readings.retain(|reading| !only(reading).is_some_and(is_quarter));
}
