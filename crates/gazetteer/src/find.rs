//! From a city's name to the city: one, several that it may be, or none.

use std::sync::Arc;

use crate::Gazetteer;
use crate::countries;
use crate::distance::kilometres;
use crate::key::key;
use crate::names::Rank;
use crate::place::Place;

/// How many times larger than every other place of its name one must be to be taken without more
/// being known.
pub const DECISIVE: u32 = 10;

/// Places of one name so near to each other, in kilometres, are one: a city and its old town.
const SAME: f64 = 25.0;

/// What else is known of where a city lies.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// State or province, by name or code. One the gazetteer does not know is left out of account.
    pub region: Option<&'a str>,
    /// ISO 3166-1 alpha-2; see [`countries::code`] for names.
    pub country: Option<&'a str>,
}

/// What a name turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'g> {
    /// The place.
    One(&'g Place),
    /// Places it may be, the largest first; nothing decides.
    Several(Vec<&'g Place>),
    /// Nothing is called so there.
    None,
}

impl Gazetteer {
    /// Finds a city by its name in any language and script.
    ///
    /// Only places that lie in the country, and in the region where the gazetteer knows one of that
    /// name, are considered. Of several the largest is taken when it has [`DECISIVE`] times as many
    /// people as the next; one for which this is not its first name counts half. Names within a
    /// name are understood: “Washington, D.C.”, “Springfield, Illinois, USA”, “Biel/Bienne”,
    /// “Greater Manchester”.
    pub fn find(&self, name: &str, context: &Context<'_>) -> Found<'_> {
        let (all, decisive) = (self, Some(DECISIVE));
        Search { all, decisive }.find(name, context)
    }

    /// Finds a place by the whole of a name, which is not taken apart.
    pub fn named(&self, name: &str, context: &Context<'_>) -> Found<'_> {
        let (all, decisive) = (self, Some(DECISIVE));
        Search { all, decisive }.exactly(name, context)
    }

    /// The largest place that has a name of several words beginning with these: `Monaco` begins “Monaco di Baviera”.
    pub fn begins(&self, name: &str) -> Option<&Place> {
        let beginning = format!("{} ", key(name));
        let places = self.names.beginning(&beginning);
        let places = places.filter_map(|at| self.places.get(at));
        places.max_by_key(|place| place.population)
    }

    /// Whether a place lies in a state or province, by any of its names or its code.
    pub fn lies_in(&self, place: &Place, region: &str) -> bool {
        let regions = self.regions.called(region);
        regions
            .iter()
            .any(|(country, code)| *country == place.country && *code == place.region_code)
    }

    /// What part of the people of its state or province live elsewhere than in a place and its outskirts, for each of the
    /// place's own: 0 in Singapore, less than a tenth in Seoul and Hamburg, a third in New York. Towns that the gazetteer
    /// does not have are not counted. `None` where nobody knows.
    pub fn rest_of_region(&self, place: &Place) -> Option<f64> {
        let beside = |other: &&Place| {
            other.country == place.country
                && other.region_code == place.region_code
                && kilometres(other.lat, other.lon, place.lat, place.lon) > SAME
        };
        let known = place.population > 0 && !place.region_code.is_empty();
        let beside = self.places.iter().filter(beside);
        let people: f64 = beside.map(|other| f64::from(other.population)).sum();
        known.then(|| people / f64::from(place.population))
    }

    /// The states and provinces called so, in a country or anywhere: their country and name.
    pub fn regions(&self, name: &str, country: Option<&str>) -> Vec<(&str, Arc<str>)> {
        let regions = self.regions.called(name).iter();
        let inside = regions.filter(|(own, _)| country.is_none_or(|country| **own == *country));
        let named = inside.filter_map(|(own, code)| Some((&**own, self.regions.name(own, code)?)));
        named.collect()
    }

    /// Every place that [`Gazetteer::find`] considers, the largest first: what a city may be, whatever its size.
    pub fn called(&self, name: &str, context: &Context<'_>) -> Vec<&Place> {
        let (all, decisive) = (self, None);
        places(Search { all, decisive }.find(name, context))
    }
}

/// A way of looking names up.
struct Search<'g> {
    all: &'g Gazetteer,
    /// How many times larger a place must be to be taken; `None` takes none for its size.
    decisive: Option<u32>,
}

impl<'g> Search<'g> {
    fn find(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        let found = self.exactly(name, context);
        if found != Found::None {
            return found;
        }
        if let Some((city, rest)) = name.split_once([',', '(', '（', '،', '，'])
            && !city.trim().is_empty()
        {
            return self.with_more(city, rest, context);
        }
        if let Some((one, other)) = name.split_once(['/', '|']) {
            return either(self.exactly(one, context), self.exactly(other, context));
        }
        let whole = core(&key(name)).map(|core| self.exactly(core, context));
        match whole {
            Some(found) if found != Found::None => found,
            _ => self.without_comma(name, context),
        }
    }

    /// “Syracuse NY”, “Paris Texas”: the last words are a region or a country, and the city lies there.
    fn without_comma(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        let gaps = name.char_indices().filter(|(_, c)| c.is_whitespace());
        for (gap, _) in gaps.collect::<Vec<_>>().into_iter().rev().take(3) {
            let (city, last) = (name[..gap].trim(), name[gap..].trim());
            // A code in small letters is more likely a word: “am”, “on”, “de”.
            let is_word = last.chars().count() > 3 || last.chars().all(char::is_uppercase);
            let is_place =
                || !self.all.regions.called(last).is_empty() || countries::code(last).is_some();
            if is_word && !city.is_empty() && is_place() {
                let found = self.with_more(city, last, context);
                if found != Found::None {
                    return found;
                }
            }
        }
        Found::None
    }

    /// “City, more”: what comes after the comma is a country, a region, or both.
    fn with_more(&self, city: &str, more: &str, context: &Context<'_>) -> Found<'g> {
        let more = more.trim_end_matches([')', '）', ' ', '.']);
        let (region, last) = match more.rsplit_once([',', '،', '，']) {
            Some((region, country)) => (Some(region), country),
            None => (None, more),
        };
        let country = countries::code(last);
        let known = country.as_ref().map(|code| code.as_str());
        if let (Some(said), Some(known)) = (context.country, known)
            && said != known
        {
            // Not a country after all, or one that contradicts: “Tbilisi, Georgia”, country US.
            let inner = Context {
                region: Some(more),
                ..*context
            };
            return match self.all.regions.called(more).is_empty() {
                true => Found::None,
                false => self.exactly(city, &inner),
            };
        }
        let inner = match known {
            // “Atlanta, Georgia”: which of the two it is, is for the name to say.
            Some(_) if context.country.is_none() && !self.all.regions.called(last).is_empty() => {
                let inside = Context {
                    region: region.or(context.region),
                    country: known,
                };
                let beside = Context {
                    region: Some(last),
                    country: None,
                };
                return either(self.exactly(city, &inside), self.exactly(city, &beside));
            }
            Some(code) => Context {
                region: region.or(context.region),
                country: Some(code),
            },
            None => Context {
                region: Some(more),
                ..*context
            },
        };
        self.exactly(city, &inner)
    }

    fn exactly(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        let key = key(name);
        let mut named: Vec<(&'g Place, Rank)> = self
            .all
            .names
            .places(&key)
            .filter_map(|(at, rank)| Some((self.all.places.get(at)?, rank)))
            .map(|(place, rank)| match rank {
                Rank::Other if begins(&place.name, &key) => (place, Rank::First),
                rank => (place, rank),
            })
            .collect();
        let territory = || countries::code(context.region?);
        let territory = territory().filter(|code| {
            let country = context.country.unwrap_or_default();
            countries::belongs(code.as_str(), country)
        });
        if let Some(territory) = territory {
            // “San Juan, Puerto Rico”, country US.
            named.retain(|(place, _)| *place.country == *territory.as_str());
        } else if let Some(country) = context.country {
            let inside = |place: &Place| &*place.country == country;
            match named.iter().any(|(place, _)| inside(place)) {
                true => named.retain(|(place, _)| inside(place)),
                false => named.retain(|(place, _)| countries::belongs(&place.country, country)),
            }
        }
        if let Some(region) = context.region {
            self.keep_region(&mut named, region, context.country.is_some());
        }
        if named.iter().any(|(_, rank)| *rank != Rank::Code) {
            named.retain(|(_, rank)| *rank != Rank::Code);
        }
        decide(named, self.decisive)
    }

    /// Keeps the places that may lie in a region, if the gazetteer knows one of that name.
    fn keep_region(&self, named: &mut Vec<(&Place, Rank)>, region: &str, in_country: bool) {
        let regions = self.all.regions.called(region);
        let inside = |place: &Place| {
            regions
                .iter()
                .any(|(country, code)| *country == place.country && *code == place.region_code)
        };
        if !in_country && named.iter().any(|(place, _)| inside(place)) {
            named.retain(|(place, _)| inside(place));
        } else if let Some(country) = countries::code(region).filter(|_| !in_country) {
            // A column of regions that has countries in it.
            named.retain(|(place, _)| *place.country == *country.as_str());
        } else {
            // A country that has such a region has the place in it or not at all; without a country, so
            // has the world.
            let has = |place: &Place| match in_country {
                true => regions.iter().any(|(country, _)| *country == place.country),
                false => !regions.is_empty(),
            };
            named.retain(|(place, _)| inside(place) || !has(place));
        }
    }
}

/// Whether a place's first name begins with the words of a key: “Halle” is “Halle (Saale)”, “Frankfurt” is “Frankfurt
/// am Main”.
fn begins(name: &str, wanted: &str) -> bool {
    let name = key(name);
    let rest = name.strip_prefix(wanted);
    rest.is_some_and(|rest| rest.starts_with(' '))
}

/// Two readings of one text: they agree, or only one of them is any.
fn either<'g>(one: Found<'g>, other: Found<'g>) -> Found<'g> {
    match (one, other) {
        (Found::None, found) | (found, Found::None) => found,
        (Found::One(a), Found::One(b)) if std::ptr::eq(a, b) || same(a, b) => Found::One(a),
        (one, other) => {
            let mut all: Vec<&Place> = Vec::new();
            for place in places(one).into_iter().chain(places(other)) {
                if !all.iter().any(|known| std::ptr::eq(*known, place)) {
                    all.push(place);
                }
            }
            Found::Several(all)
        }
    }
}

fn places(found: Found<'_>) -> Vec<&Place> {
    match found {
        Found::One(place) => vec![place],
        Found::Several(places) => places,
        Found::None => vec![],
    }
}

/// Which of the places of one name is meant.
fn decide(mut named: Vec<(&Place, Rank)>, decisive: Option<u32>) -> Found<'_> {
    let weight = |(place, rank): &(&Place, Rank)| match rank {
        Rank::First => place.population,
        _ => place.population / 2,
    };
    named.sort_by_key(|named| std::cmp::Reverse((weight(named), named.0.population)));
    let mut all: Vec<(&Place, Rank)> = Vec::new();
    for found in named {
        if !all.iter().any(|(larger, _)| same(larger, found.0)) {
            all.push(found);
        }
    }
    let outweighs = |first, second| {
        let least = |times| weight(second).max(1).saturating_mul(times);
        decisive.is_some_and(|times| weight(first) >= least(times))
    };
    match all.as_slice() {
        [] => Found::None,
        [(one, _)] => Found::One(one),
        [first, second, ..] if outweighs(first, second) => Found::One(first.0),
        _ => Found::Several(all.into_iter().map(|(place, _)| place).collect()),
    }
}

fn same(a: &Place, b: &Place) -> bool {
    a.country == b.country && kilometres(a.lat, a.lon, b.lat, b.lon) <= SAME
}

/// A name without words that only say it is a city, or which part of it; `None` when there are none.
fn core(key: &str) -> Option<&str> {
    const BEFORE: &[&str] = &[
        "city of",
        "town of",
        "greater",
        "downtown",
        "central",
        "ville de",
        "ciudad de",
        "cidade de",
        "citta di",
        "comune di",
        "stadt",
        "gemeente",
        "مدينه",
    ];
    const AFTER: &[&str] = &[
        "city",
        "town",
        "metropolitan area",
        "downtown",
        "centre",
        "center",
    ];
    let before = BEFORE
        .iter()
        .find_map(|word| key.strip_prefix(word)?.strip_prefix(' '));
    let after = || {
        AFTER
            .iter()
            .find_map(|word| key.strip_suffix(word)?.strip_suffix(' '))
    };
    before.or_else(after).filter(|core| !core.is_empty())
}
