//! Places that a visitor may mean by what is typed: cities of the calendar, then those that come with the page.

use std::iter;

use event_file::{Calendar, Event};
use fold::fold;
use geo::{Position, distance_km};
use listing::cities::City;
use map::{
    cities::{Cities, begins},
    labels,
};
use query::near::{Near, WITHIN};

use super::{Language, distance::distance, place};

/// The distances offered, in kilometres.
pub const DISTANCES: [u16; 7] = [5, 10, WITHIN, 50, 100, 250, 500];

/// The distances of suggestions: the first within which there is anything.
pub const SUGGESTED: [u16; 4] = [WITHIN, 50, 100, 250];

/// How many places are suggested.
const MOST: usize = 5;

/// Nearer to a place that is suggested already, in kilometres, another one is a part of it.
const SAME: f64 = 10.0;

/// Fewer letters could be the start of anything.
pub const LETTERS: usize = 2;

/// A place to look around.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What a link says.
    pub near: Near,
    /// How far around it, in kilometres.
    pub within: u16,
    /// “Near Lyon, 25 km: 14 events”.
    pub text: String,
    /// Its country's name.
    pub country: Option<String>,
}

/// A city of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The event that stands for it, by its place in the calendar.
    event: u32,
    /// Its name in the page's language, folded.
    name: String,
    /// The same as the event file has it, where that is another.
    own: Option<String>,
}

/// A city of [`listing::index::Index::cities`] as it is looked for; `None` for a name without a letter.
pub fn known(calendar: &Calendar, city: City, language: &Language) -> Option<Known> {
    let event = calendar.events.get(city.event as usize)?;
    let own = event.city.as_deref()?;
    let name = place::city(event, language)?;
    let known = Known {
        event: city.event,
        name: fold(name),
        own: (name != own).then(|| fold(own)),
    };
    (!known.name.is_empty()).then_some(known)
}

/// A place that words may mean.
struct Candidate {
    near: Near,
    name: String,
    country: Option<String>,
    position: Position,
}

/// The places that have a word beginning with `words` and events around them, by `count`: how many there are within each
/// distance of [`SUGGESTED`] of each position.
pub fn called(
    words: &str,
    (calendar, known): (&Calendar, &[Known]),
    cities: Option<&Cities>,
    count: &dyn Fn(&[Position]) -> Vec<Vec<usize>>,
    language: &Language,
) -> Vec<Place> {
    let words = fold(words.trim());
    let called = |city: &&Known| {
        let mut names = iter::once(&city.name).chain(&city.own);
        names.any(|name| begins(name, &words))
    };
    let own = known.iter().filter(called);
    let own = own.filter_map(|city| {
        let event = calendar.events.get(city.event as usize)?;
        Candidate::of(event, language)
    });
    let own: Vec<Candidate> = own.take(MOST).collect();
    let mut places = counted(&own, count, language);
    // Those that come with the page are looked for where there is room for them.
    if let Some(cities) = cities.filter(|_| places.len() < MOST) {
        let others = others(&words, &own, cities, language);
        places.extend(counted(&others, count, language));
    }
    places.truncate(MOST);
    places
}

/// Whether this could be the start of anything.
pub fn is_short(words: &str) -> bool {
    words.trim().chars().count() < LETTERS
}

/// Those that have events around them.
fn counted(
    candidates: &[Candidate],
    count: &dyn Fn(&[Position]) -> Vec<Vec<usize>>,
    language: &Language,
) -> Vec<Place> {
    let positions: Vec<Position> = candidates.iter().map(|place| place.position).collect();
    let counted = candidates.iter().zip(count(&positions));
    let places = counted.filter_map(|(place, counts)| {
        let mut counts = counts.into_iter().zip(SUGGESTED);
        let (count, within) = counts.find(|(count, _)| *count > 0)?;
        let distance = distance(f64::from(within), language);
        let values = [("city", place.name.as_str()), ("distance", &distance)];
        Some(Place {
            near: place.near.clone(),
            within,
            text: language.count("near.option", count, &values),
            country: place.country.clone(),
        })
    });
    places.collect()
}

impl Candidate {
    /// The city of an event that has a position.
    fn of(event: &Event, language: &Language) -> Option<Self> {
        let own = event.city.as_deref()?;
        Some(Self {
            near: Near::new(own, event.country.as_deref())?,
            name: place::city(event, language)?.to_owned(),
            country: place::country(event, language),
            position: event.position?,
        })
    }
}

/// The cities that come with the page, begin so and are no part of one of the calendar, `own`.
fn others(words: &str, own: &[Candidate], cities: &Cities, language: &Language) -> Vec<Candidate> {
    let mut others: Vec<Candidate> = Vec::new();
    for labels::City(name, lat, lon, _, country, names) in cities.beginning(words, 4 * MOST) {
        let position = Position {
            lat: *lat,
            lon: *lon,
        };
        let is_part = |other: &Candidate| distance_km(other.position, position) < SAME;
        let Some(near) =
            Near::new(name, Some(country)).filter(|_| !own.iter().chain(&others).any(is_part))
        else {
            continue;
        };
        others.push(Candidate {
            near,
            name: names.get(&language.code).unwrap_or(name).clone(),
            country: language.locale.country(country),
            position,
        });
    }
    others
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use event_file::{read, zone::NoRules};
    use listing::index::Index;
    use map::labels::{City, FORMAT, Names};

    use super::*;
    use crate::wording::samples::english;

    fn cities() -> Cities {
        let city = |name: &str, lat: f64, country: &str| {
            City(name.into(), lat, 5.0, 100, country.into(), BTreeMap::new())
        };
        Cities::new([Names {
            format: FORMAT.into(),
            credit: String::new(),
            countries: Vec::new(),
            cities: vec![
                city("Lyon", 45.7, "FR"),
                city("Lyon 03", 45.72, "FR"),
                city("Lyndhurst", 45.0, "GB"),
                city("Lyngby", 80.0, "DK"),
            ],
        }])
    }

    #[test]
    fn places_of_the_calendar_come_before_others_and_none_without_events() {
        let file = r#"[{"title": "Rally", "start": "2023-11-04", "city": "Lyon", "country": "FR", "lat": 45.7, "lon": 5.0}]"#;
        let (calendar, _) = read(file.as_bytes(), &NoRules).unwrap();
        let index = Index::new(&calendar, &|_| None);
        let english = english("en");
        let cities_known = index.cities(&calendar).into_iter();
        let known: Vec<Known> = cities_known
            .filter_map(|city| known(&calendar, city, &english))
            .collect();
        let counts = |at: &Position| match at.lat {
            45.0 => vec![0, 0, 1, 4],
            80.0 => vec![0; 4],
            _ => vec![3; 4],
        };
        let count = |from: &[Position]| from.iter().map(counts).collect();
        let check = |words: &str, expected: &[&str]| {
            let own = (&calendar, &known[..]);
            let found = called(words, own, Some(&cities()), &count, &english);
            let texts: Vec<&str> = found.iter().map(|place| place.text.as_str()).collect();
            assert_eq!(texts, expected);
        };
        check(
            "ly",
            &[
                "Near Lyon, 25 kilometer: 3 events",
                "Near Lyndhurst, 100 kilometer: 1 event",
            ],
        );
        check("LYÓN", &["Near Lyon, 25 kilometer: 3 events"]);
        check("yon", &[]);
        assert!(is_short(" l ") && !is_short("ly"));
    }

    #[test]
    fn a_name_without_a_letter_is_no_city() {
        let file =
            r#"[{"title": "a", "start": "2023-11-04", "city": "\u0301", "lat": 1.0, "lon": 1.0}]"#;
        let (calendar, _) = read(file.as_bytes(), &NoRules).unwrap();
        let index = Index::new(&calendar, &|_| None);
        let cities = index.cities(&calendar);
        assert_eq!(cities.len(), 1);
        assert_eq!(known(&calendar, cities[0], &english("en")), None);
    }
}
