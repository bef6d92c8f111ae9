//! Events under the names of their countries, for a sheet of paper.

use event_file::Calendar;

use super::{Language, place};

/// The events of one country.
#[derive(Default)]
pub struct Country {
    /// Its name in the page's language; `None` where no country is known.
    pub name: Option<String>,
    /// Indices of its events, in the order given.
    pub events: Vec<u32>,
}

/// The events at these indices by country; countries in the order of their names, unknown ones last.
pub fn by_country(
    calendar: &Calendar,
    events: impl Iterator<Item = u32>,
    language: &Language,
) -> Vec<Country> {
    let mut codes: Vec<Option<&str>> = Vec::new();
    let mut countries: Vec<Country> = Vec::new();
    for at in events {
        let Some(event) = calendar.events.get(at as usize) else {
            continue;
        };
        let code = event.country.as_deref();
        let known = codes.iter().position(|other| *other == code);
        match known.and_then(|known| countries.get_mut(known)) {
            Some(country) => country.events.push(at),
            None => {
                codes.push(code);
                countries.push(Country {
                    name: place::country(event, language),
                    events: vec![at],
                });
            }
        }
    }
    let names: Vec<Option<&str>> = countries
        .iter()
        .map(|country| country.name.as_deref())
        .collect();
    let order = language.locale.in_order(&names);
    let order = order.into_iter();
    order
        .filter_map(|at| countries.get_mut(at).map(std::mem::take))
        .collect()
}
