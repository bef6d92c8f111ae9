//! The country that has a town of nearly every name in a source: what is there, is hardly a namesake abroad.

use std::collections::{BTreeMap, BTreeSet};

use gazetteer::key::key;
use gazetteer::{Context, Place, countries};

use super::locator::Locator;
use super::{names, parts};
use crate::draft::Draft;

/// A city of fewer people is not what an editor abroad means: next to New York and Chicago, “Paris” is not that in Texas.
pub(super) const KNOWN_AT_HOME: u32 = 50_000;

/// A town of fewer people at home does not say by itself that an entry is there.
pub(super) const TOWN: u32 = 10_000;

/// A town that is more than so many times smaller than its namesake abroad does not either.
const TIMES: u32 = 60;

/// A city abroad of so many people is known everywhere: it is meant, unless the one at home is large as well.
const KNOWN_EVERYWHERE: u32 = 1_500_000;

/// A name in a source, and what is known of where it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    /// The city.
    pub city: String,
    /// Where it was found without regard to the other entries (ISO 3166-1 alpha-2); `None` where it may be several places.
    pub country: Option<String>,
    /// Whether the entry names its country or region itself.
    pub said: bool,
}

/// How well a country goes with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// No town there is called so, or only a far smaller one than a city that everybody knows.
    No,
    /// A town there is called so.
    Weak,
    /// One of some size.
    Strong,
    /// One that is known beyond the country.
    Known,
    /// It was found there.
    Own,
}

impl<'g> Locator<'g> {
    /// The one country that goes best with the names of a source: it has a town of nearly each, of some size in most cases.
    /// In a list of Los Ángeles, Valparaíso and Concepción it is Chile.
    pub(super) fn whole(&self, names: &BTreeSet<Name>) -> Option<String> {
        if names.len() < 2 {
            return None;
        }
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in names {
            let called = self.gazetteer.called(&name.city, &Context::default());
            let called = called.iter().map(|place| place.country.to_string());
            let countries: BTreeSet<String> = called.chain(name.country.clone()).collect();
            for country in countries {
                *counts.entry(country).or_default() += 1;
            }
        }
        let all = counts.into_iter();
        let all = all.filter(|(_, count)| count * 5 >= names.len() * 4);
        let mut scores: Vec<((usize, usize), String)> = all
            .filter_map(|(country, _)| Some((self.score(names, &country)?, country)))
            .collect();
        scores.sort();
        let (most, _) = scores.last()?;
        let best: Vec<&String> = scores
            .iter()
            .filter(|(score, _)| score == most)
            .map(|(_, country)| country)
            .collect();
        match best[..] {
            [country] => Some(country.clone()),
            _ => self.likeliest(names, &best),
        }
    }

    /// Of countries that have a town of each name the one in which the larger ones are: Leeds, York and Boston are all in
    /// the United States as well, but most people who live in a town called so are British for the first two.
    fn likeliest(&self, names: &BTreeSet<Name>, countries: &[&String]) -> Option<String> {
        /// It must be so many times as likely as each other.
        const TIMES: f64 = 4.0;
        let mut likely: Vec<(f64, &String)> = countries
            .iter()
            .map(|country| {
                let shares = names.iter().map(|name| self.share(name, country));
                (shares.product(), *country)
            })
            .collect();
        likely.sort_by(|one, other| one.0.total_cmp(&other.0));
        match likely[..] {
            [.., (second, _), (most, country)] if most >= second * TIMES => Some(country.clone()),
            _ => None,
        }
    }

    /// The share of a country in the people of all towns of a name.
    fn share(&self, name: &Name, country: &str) -> f64 {
        const LEAST: f64 = 0.001;
        let called = self.gazetteer.called(&name.city, &Context::default());
        let people = |country: Option<&str>| {
            let places = called.iter();
            let there =
                places.filter(|place| country.is_none_or(|country| *place.country == *country));
            there.map(|place| f64::from(place.population)).sum::<f64>()
        };
        (people(Some(country)) / people(None).max(1.0)).max(LEAST)
    }

    /// How many names a country has a town of, and how many were found there, where these are enough.
    fn score(&self, names: &BTreeSet<Name>, country: &str) -> Option<(usize, usize)> {
        let fits: Vec<Fit> = names.iter().map(|name| self.fit(name, country)).collect();
        let count = |least: Fit| fits.iter().filter(|fit| **fit >= least).count();
        let (any, own, all) = (count(Fit::Weak), count(Fit::Own), fits.len());
        let sure = match own {
            0 => count(Fit::Known),
            _ => count(Fit::Strong),
        };
        let enough = any * 5 >= all * 4 && any > 1;
        let of_size = sure * 4 >= all * 3 || own > 1 && own * 3 >= all * 2;
        (enough && of_size).then_some((any, own))
    }

    fn fit(&self, name: &Name, country: &str) -> Fit {
        if name.country.as_deref() == Some(country) {
            return Fit::Own;
        }
        let at_home = self.named(&name.city, Some(country));
        let largest = |places: &[&Place]| places.iter().map(|place| place.population).max();
        let Some(most) = largest(&at_home).filter(|_| !name.said) else {
            return Fit::No;
        };
        let abroad = match &name.country {
            Some(abroad) => self.named(&name.city, Some(abroad)),
            None => Vec::new(),
        };
        let beyond = largest(&abroad).unwrap_or_default();
        let near = most.saturating_mul(TIMES) >= beyond;
        match most {
            KNOWN_AT_HOME.. if near => Fit::Known,
            // What may be several places says less against it.
            TOWN.. if name.country.is_none() => Fit::Known,
            TOWN.. if near => Fit::Strong,
            _ if beyond < KNOWN_EVERYWHERE || near => Fit::Weak,
            _ if abroad
                .iter()
                .all(|place| own_name(&name.city, &at_home, place).is_some()) =>
            {
                Fit::Weak
            }
            _ => Fit::No,
        }
    }

    /// The places in the country of the source that a name may mean, which was found abroad.
    pub(super) fn namesakes(&self, city: &str, abroad: &Place, home: &str) -> Vec<&'g Place> {
        let name = Name {
            city: city.to_owned(),
            country: Some(abroad.country.to_string()),
            said: false,
        };
        match self.fit(&name, home) {
            Fit::No => Vec::new(),
            _ => self.named(city, Some(home)),
        }
    }
}

/// The town at home that is called so, where the place abroad only is in another language: in a list of French towns
/// “Vienne” is not Wien.
pub(super) fn own_name<'g>(name: &str, at_home: &[&'g Place], abroad: &Place) -> Option<&'g Place> {
    let wanted = key(name);
    let own = |place: &&&Place| place.population >= TOWN && key(&place.name) == wanted;
    let largest = at_home
        .iter()
        .filter(own)
        .max_by_key(|place| place.population)?;
    (key(&abroad.name) != wanted).then_some(*largest)
}

/// Whether an entry names the country or region of its city itself.
pub(super) fn is_said(draft: &Draft, located: &Draft) -> bool {
    let city = located.text_of("city").unwrap_or_default();
    let country = |text: &str| {
        let parts = parts::parts(text).into_iter();
        let mut others = parts.filter(|part| !names::same(&part.name, city));
        others.any(|part| countries::code(&part.name).is_some())
    };
    draft.text_of("country").is_some()
        || located.text_of("region").is_some()
        || draft.location.as_deref().is_some_and(country)
        || ["city", "place", "address"]
            .iter()
            .any(|field| draft.text_of(field).is_some_and(country))
}
