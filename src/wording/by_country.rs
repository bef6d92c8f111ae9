//! Events under the names of their countries, for a sheet of paper.

use std::collections::BTreeMap;

use event_file::Calendar;

use super::{Language, place};

/// The events of one country.
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
    let mut found: BTreeMap<Option<&str>, Vec<u32>> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for at in events {
        let Some(event) = calendar.events.get(at as usize) else {
            continue;
        };
        let code = event.country.as_deref();
        names
            .entry(code)
            .or_insert_with(|| place::country(event, language));
        found.entry(code).or_default().push(at);
    }
    let mut countries: Vec<Country> = found
        .into_iter()
        .map(|(code, events)| Country {
            name: names.remove(&code).flatten(),
            events,
        })
        .collect();
    countries.sort_by(|one, other| match (&one.name, &other.name) {
        (Some(one), Some(other)) => language.locale.compare(one, other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    countries
}
