//! The country in which nearly all entries of a source are: a city that is also one there is not taken for the larger one
//! abroad.

use std::collections::{BTreeMap, BTreeSet};

use gazetteer::{Place, countries, kilometres};

use super::super::draft::Draft;
use super::home_country::{KNOWN_AT_HOME, Name, is_said};
use super::locator::{Home, Locator};

/// So many entries of a source are looked at.
const SAMPLE: usize = 300;

/// So many entries at least must be in a country.
const LEAST: usize = 3;

impl<'g> Locator<'g> {
    /// Finds out in which countries the entries are whose place is certain.
    pub fn settle_home(&mut self, drafts: &[Draft]) {
        self.home = Home::default();
        let step = drafts.len() / SAMPLE + 1;
        let mut located: Vec<(String, String)> = Vec::new();
        let mut positions = Vec::new();
        let mut named: BTreeSet<Name> = BTreeSet::new();
        for draft in drafts.iter().step_by(step) {
            let located_draft = match self.locate(draft.clone()) {
                Ok(located_draft) => located_draft,
                Err(reject) => {
                    let city = reject.fields.get("city").and_then(|city| city.as_str());
                    let doubtful = city.filter(|_| !reject.candidates.is_empty());
                    named.extend(doubtful.map(|city| Name {
                        city: city.to_owned(),
                        country: None,
                        said: false,
                    }));
                    continue;
                }
            };
            if let Some(country) = located_draft.text_of("country") {
                let city = located_draft.text_of("city").unwrap_or_default();
                located.push((city.to_owned(), country.to_owned()));
                let known = Name {
                    city: city.to_owned(),
                    country: Some(country.to_owned()),
                    said: is_said(draft, &located_draft),
                };
                named.extend(Some(known).filter(|name| !name.city.is_empty()));
                let number = |field: &str| located_draft.fields.get(field)?.as_f64();
                positions.extend(number("lat").zip(number("lon")));
            }
        }
        let count = |located: &[(String, String)]| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for (_, country) in located {
                *counts.entry(country.clone()).or_default() += 1;
            }
            counts
        };
        let counts = count(&located);
        let most = counts.iter().max_by_key(|(_, count)| **count);
        let most = most
            .filter(|(_, count)| **count >= LEAST && **count * 5 >= located.len() * 4)
            .map(|(country, _)| country.clone());
        let majority = counts
            .iter()
            .find(|(_, count)| **count > 1 && **count * 2 > located.len())
            .map(|(country, _)| country.clone());
        let whole = self.whole(&named);
        let several: Vec<&String> = counts
            .iter()
            .filter(|(_, count)| **count >= LEAST)
            .map(|(country, _)| country)
            .collect();
        let elsewhere = |city: &str, country: &str| {
            several
                .iter()
                .any(|other| *other != country && !self.known_in(city, other).is_empty())
        };
        let sure: Vec<(String, String)> = located
            .iter()
            .filter(|(city, country)| !elsewhere(city, country))
            .cloned()
            .collect();
        let sure = count(&sure);
        self.home = Home {
            most,
            majority,
            whole,
            any: sure.keys().cloned().collect(),
            positions,
            sure: sure
                .into_iter()
                .filter(|(_, count)| *count >= LEAST)
                .map(|(country, _)| country)
                .collect(),
        };
    }

    /// Whether a place is in the country where the entries of the source are.
    pub(super) fn is_home(&self, place: &Place) -> bool {
        let homes = self.home.most.iter().chain(&self.home.whole);
        homes.into_iter().any(|home| **home == *place.country)
    }

    /// Of a city in a province called after it, the one where the entries of the source are: “Granada, Granada” among
    /// Spanish towns is no town of Nicaragua, whose department is known and Spain's province is not.
    pub(super) fn capital_at_home(&mut self, name: &str, places: Vec<&'g Place>) -> Vec<&'g Place> {
        let homes = [&self.home.most, &self.home.whole, &self.home.majority];
        let home = homes.into_iter().flatten().next().cloned();
        let Some(home) = home.filter(|home| places.iter().all(|place| *place.country != **home))
        else {
            return places;
        };
        let own = self.named(name, Some(&home));
        if own.is_empty() { places } else { own }
    }

    /// The country that a name may mean as well, unless its place is a city where the entries of the source are: in a list
    /// of Spanish towns “Granada” is not Grenada.
    pub(super) fn unless_home(
        &self,
        or_country: Option<String>,
        places: &[&Place],
    ) -> Option<String> {
        let at_home =
            matches!(places, [own] if self.is_home(own) && own.population >= KNOWN_AT_HOME);
        or_country.filter(|_| !at_home)
    }

    /// Why a city abroad that is called like a region at home is not taken.
    fn region_at_home(&self, name: &str, place: &Place) -> Option<String> {
        let home = self.home.most.as_ref().or(self.home.whole.as_ref())?;
        let abroad = **home != *place.country
            && countries::code(name).is_none_or(|code| code.as_str() != &*place.country);
        let is_region = abroad && self.countries_of_region(name).contains(&home.as_str());
        (is_region && self.named(name, Some(home)).is_empty()).then(|| {
            format!(
                "“{name}” is a region of {home}, where the other entries are, and no town there is known by that name; give a \
                 town, or its country"
            )
        })
    }

    /// Why a small town on another part of the Earth than all other entries is not taken: its name may be another word.
    pub(super) fn stray(&self, name: &str, places: &[&Place]) -> Option<String> {
        /// Farther than this, in kilometres, from every other entry.
        const FAR: f64 = 2_000.0;
        let [place] = places else { return None };
        if let Some(reason) = self.region_at_home(name, place) {
            return Some(reason);
        }
        let most = self.home.most.as_ref().or(self.home.majority.as_ref());
        let mut homes = match most {
            Some(most) => std::slice::from_ref(most),
            None => &self.home.sure[..],
        }
        .iter()
        .peekable();
        homes.peek()?;
        let own = homes
            .any(|home| *place.country == **home || countries::belongs(&place.country, home))
            || place.population >= KNOWN_AT_HOME;
        let near = |(lat, lon): &(f64, f64)| kilometres(*lat, *lon, place.lat, place.lon) <= FAR;
        let elsewhere = |at: &(f64, f64)| kilometres(at.0, at.1, place.lat, place.lon) > 1.0;
        let mut others = self.home.positions.iter().filter(|at| elsewhere(at));
        (!own && !others.any(near)).then(|| {
            format!(
                "the only “{name}” that is known is in {}, far from all other entries; give the city in full, or its country",
                place.country
            )
        })
    }

    /// What an editor can say where most entries of a source are in one country, and only some of these places.
    pub(super) fn home_hint(&self, places: &[&Place]) -> String {
        let only = match &self.home.sure[..] {
            [only] => Some(only),
            _ => None,
        };
        let home = self
            .home
            .most
            .as_ref()
            .or(self.home.whole.as_ref())
            .or(only);
        let at_home = |home: &&String| {
            let count = places
                .iter()
                .filter(|place| *place.country == ***home)
                .count();
            (1..places.len()).contains(&count)
        };
        home.filter(at_home).map_or_else(String::new, |home| {
            format!("; most entries of this source are in {home}: --set country={home} narrows it to that")
        })
    }
}
