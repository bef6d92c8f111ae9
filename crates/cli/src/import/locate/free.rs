//! A place written in one text: “Square, street, city, state, country”, the same the other way round,
//! or “City - Square”.

use gazetteer::{Place, countries, kilometres};

use super::parts::parts;
use super::{Answer, Draft, FAR, Locator, described, regions};

/// What was found in a text of a place.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Read {
    place: Vec<String>,
    city: Option<String>,
    region: Option<String>,
    country: Option<String>,
}

/// Why it was not found, and what it may be.
type Unfound = (String, Vec<String>);

impl Read {
    /// Puts it to an entry; what the entry says itself stays.
    pub(super) fn put(self, draft: &mut Draft) {
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
        if let Some((first, rest)) = self.place.split_first() {
            let numbered = first.chars().any(|letter| letter.is_ascii_digit());
            let rest = rest.join(", ");
            match numbered && rest.is_empty() {
                true => more("address", Some(first)),
                false => {
                    more("place", Some(first));
                    let rest = if rest == *first { String::new() } else { rest };
                    more(
                        "address",
                        Some(&rest)
                            .filter(|rest| !rest.is_empty())
                            .map(String::as_str),
                    );
                }
            }
        }
    }
}

impl<'g> Locator<'g> {
    /// Reads a place. With a position, only what lies near it is taken, and nothing has to be found.
    pub(super) fn free(
        &mut self,
        text: &str,
        country: Option<&str>,
        position: Option<(f64, f64)>,
    ) -> Result<Read, Unfound> {
        let (parts, written) = parts(text);
        let whole = || Read {
            place: vec![text.replace(['\r', '\n'], " ")],
            ..Read::default()
        };
        if parts.is_empty() || parts.len() > 12 {
            return Ok(whole());
        }
        let near = |place: &Place| {
            position.is_none_or(|(lat, lon)| kilometres(lat, lon, place.lat, place.lon) <= FAR)
        };
        let mut unfound = None;
        for ways in [
            self.with_country(&parts, country),
            self.with_state(&parts),
            self.alone(&parts, country),
        ] {
            match ways {
                Ok(Some((place, mut read))) if place.is_none_or(near) => {
                    // What is no city keeps its numbers.
                    for name in &mut read.place {
                        let at = parts.iter().position(|part| part == name);
                        if let Some(whole) = at.and_then(|at| written.get(at)) {
                            name.clone_from(whole);
                        }
                    }
                    return Ok(read);
                }
                Ok(_) => {}
                Err(why) => unfound = unfound.or(Some(why)),
            }
        }
        match unfound {
            _ if position.is_some() => Ok(whole()),
            Some(why) => Err(why),
            None => Err((
                format!(
                    "no place is known in “{}”; give city and country, or lat and lon",
                    parts.join(", ")
                ),
                Vec::new(),
            )),
        }
    }

    /// A country at the end, at the beginning, or known before.
    fn with_country(
        &mut self,
        parts: &[String],
        country: Option<&str>,
    ) -> Result<Option<(Option<&'g Place>, Read)>, Unfound> {
        let code = |part: Option<&String>| {
            // Two letters in an address are a state as well as a country.
            let name = part.filter(|part| {
                part.chars().count() > 2 || matches!(part.as_str(), "UK" | "US" | "EU")
            })?;
            countries::code(name).map(|code| code.as_str().to_owned())
        };
        let (code, rest, whole): (String, Vec<String>, Option<&String>) =
            if let Some(code) = code(parts.last()) {
                (code, parts[..parts.len() - 1].to_vec(), parts.last())
            } else if let Some(code) = code(parts.first()) {
                (
                    code,
                    parts[1..].iter().rev().cloned().collect(),
                    parts.first(),
                )
            } else if let Some(code) = country {
                (code.to_owned(), parts.to_vec(), None)
            } else {
                return Ok(None);
            };
        let only = |place: Vec<String>| Read {
            place,
            country: Some(code.clone()),
            ..Read::default()
        };
        if rest.is_empty() {
            return Ok(Some((None, only(Vec::new()))));
        }
        let mut several = None;
        for at in 0..rest.len() {
            let after = rest.get(at + 1);
            let last = at + 1 == rest.len();
            match self.find(&rest[at], after.map(String::as_str), Some(&code)) {
                Answer::One(place) => {
                    let inside = after.is_some_and(|after| {
                        regions::is(place.region.as_deref(), &place.country, after)
                    });
                    if last || inside {
                        let region = after.cloned();
                        let read = Read {
                            place: rest[..at].to_vec(),
                            city: Some(rest[at].clone()),
                            region,
                            country: Some(code),
                        };
                        return Ok(Some((Some(place), read)));
                    }
                }
                Answer::Several(places) if last => {
                    several = Some((ambiguous(&rest[at]), described(&places)))
                }
                _ => {}
            }
        }
        // A country that is a city as well: “Luxembourg - Place de l'Europe”.
        if several.is_none()
            && let Some(name) = whole
            && let Answer::One(place) = self.find(name, None, Some(&code))
            && super::same(&place.name, name)
        {
            let read = Read {
                city: Some(name.clone()),
                ..only(rest)
            };
            return Ok(Some((Some(place), read)));
        }
        several.map_or(Ok(None), Err)
    }

    /// “Chicago, IL”, “London, Ontario”.
    fn with_state(
        &mut self,
        parts: &[String],
    ) -> Result<Option<(Option<&'g Place>, Read)>, Unfound> {
        let Some((state, rest)) = parts.split_last().filter(|(_, rest)| !rest.is_empty()) else {
            return Ok(None);
        };
        let Some(name) = rest.last() else {
            return Ok(None);
        };
        let mut found: Vec<&Place> = Vec::new();
        for (country, region) in regions::states(state) {
            match self.find(name, Some(region), Some(country)) {
                Answer::One(place) => found.push(place),
                Answer::Several(places) => found.extend(places),
                Answer::None => {}
            }
        }
        found.retain(|place| regions::is(place.region.as_deref(), &place.country, state));
        // Two letters may be a country's code as well.
        if state.chars().count() == 2
            && let Some(code) = countries::code(state)
        {
            match self.find(name, None, Some(code.as_str())) {
                Answer::One(place) => found.push(place),
                Answer::Several(places) => found.extend(places),
                Answer::None => {}
            }
        }
        match found[..] {
            [] => Ok(None),
            [place] => {
                let region = regions::is(place.region.as_deref(), &place.country, state)
                    .then(|| state.clone());
                let read = Read {
                    place: rest[..rest.len() - 1].to_vec(),
                    city: Some(name.clone()),
                    region,
                    country: Some(place.country.to_string()),
                };
                Ok(Some((Some(place), read)))
            }
            _ => Err((ambiguous(&format!("{name}, {state}")), described(&found))),
        }
    }

    /// The only part that is a city.
    fn alone(
        &mut self,
        parts: &[String],
        country: Option<&str>,
    ) -> Result<Option<(Option<&'g Place>, Read)>, Unfound> {
        let mut cities = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            match self.find(part, None, country) {
                Answer::One(place) => cities.push((at, vec![place])),
                Answer::Several(places) => cities.push((at, places)),
                Answer::None => {}
            }
        }
        match &cities[..] {
            [] => Ok(None),
            [(at, places)] => match places[..] {
                [place] => {
                    let others = parts.iter().enumerate().filter(|(other, _)| other != at);
                    let read = Read {
                        place: others.map(|(_, part)| part.clone()).collect(),
                        city: Some(parts[*at].clone()),
                        region: None,
                        country: Some(place.country.to_string()),
                    };
                    Ok(Some((Some(place), read)))
                }
                _ => Err((ambiguous(&parts[*at]), described(places))),
            },
            _ => {
                let all: Vec<&Place> = cities
                    .iter()
                    .flat_map(|(_, places)| places.iter().copied())
                    .collect();
                Err((ambiguous(&parts.join(", ")), described(&all)))
            }
        }
    }
}

fn ambiguous(name: &str) -> String {
    format!("“{name}” may be several places; give country, region, or lat and lon")
}

#[cfg(test)]
mod tests;
