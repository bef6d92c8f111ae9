//! The cities of a calendar, from which distances can be measured without anybody's position.

use event_file::Calendar;
use event_file::event::Precision;
use query::Facet;
use rustc_hash::FxHashMap;

use crate::index::Index;

/// A city in which an event with a position takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct City {
    /// The place in [`Calendar::events`] of the event that stands for the city: the first whose
    /// position is the city's, else the first with any.
    pub event: u32,
    /// How many events with a position are there.
    pub events: u32,
}

impl Index {
    /// The cities of `calendar`, those with most events first, then as in the file.
    ///
    /// Names are compared folded; the same name in two countries is two cities.
    pub fn cities(&self, calendar: &Calendar) -> Vec<City> {
        let column = self.column(calendar, Facet::City);
        let mut places = FxHashMap::default();
        let mut cities: Vec<(City, bool)> = Vec::new();
        for (event, at) in calendar.events.iter().zip(0..) {
            let Some(name) = column.events.first(at).filter(|_| event.position.is_some()) else {
                continue;
            };
            let exact = event.precision == Precision::City;
            let place = *places
                .entry((name, event.country.as_deref()))
                .or_insert_with(|| {
                    let city = City {
                        event: at,
                        events: 0,
                    };
                    cities.push((city, exact));
                    cities.len() - 1
                });
            if let Some((city, of_city)) = cities.get_mut(place) {
                city.events += 1;
                if exact && !*of_city {
                    city.event = at;
                    *of_city = true;
                }
            }
        }
        cities.sort_by_key(|(city, _)| std::cmp::Reverse(city.events));
        cities.into_iter().map(|(city, _)| city).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use event_file::read;
    use event_file::zone::NoRules;

    /// Reads events and tells each city by the number of its event and how many it has.
    fn check(events: &str, expected: &[(u32, u32)]) {
        let (calendar, _) = read(events.as_bytes(), &NoRules).unwrap();
        let index = Index::new(&calendar, &|_| None);
        let cities = index.cities(&calendar);
        let found: Vec<(u32, u32)> = cities
            .iter()
            .map(|city| (city.event, city.events))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn most_events_first() {
        check("[]", &[]);
        check(
            r#"[{"title":"a","start":"2023-11-04","city":"Lyon","country":"FR","lat":45.76,"lon":4.83},
                {"title":"b","start":"2023-11-04","city":"Köln","country":"DE","lat":50.94,"lon":6.96},
                {"title":"c","start":"2023-11-04","city":"koln","country":"DE","lat":50.94,"lon":6.96}]"#,
            &[(1, 2), (0, 1)],
        );
    }

    #[test]
    fn the_city_itself_before_a_square_in_it() {
        check(
            r#"[{"title":"a","start":"2023-11-04","city":"Lyon","lat":45.7,"lon":4.8},
                {"title":"b","start":"2023-11-04","city":"Lyon","lat":45.76,"lon":4.83,"precision":"city"},
                {"title":"c","start":"2023-11-04","city":"Lyon","lat":45.8,"lon":4.9,"precision":"city"}]"#,
            &[(1, 3)],
        );
    }

    #[test]
    fn one_name_in_two_countries_and_none_without_a_position() {
        check(
            r#"[{"title":"a","start":"2023-11-04","city":"London","country":"GB","lat":51.5,"lon":-0.1},
                {"title":"b","start":"2023-11-04","city":"London","country":"CA","lat":43.0,"lon":-81.2},
                {"title":"c","start":"2023-11-04","city":"Paris","country":"FR"},
                {"title":"d","start":"2023-11-04","lat":1.0,"lon":1.0}]"#,
            &[(0, 1), (1, 1)],
        );
    }
}
