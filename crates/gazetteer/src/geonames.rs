//! A larger gazetteer: the places of a GeoNames dump, beside those compiled in.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::distance::kilometres;
use crate::key::key;
use crate::names::{Names, Rank};
use crate::place::{Place, share};
use crate::regions::Regions;

/// A place of the same name and country so near to one compiled in is that one, in kilometres.
const SAME: f64 = 10.0;

/// Adds every populated place (feature class P) of the dump.
///
/// # Errors
/// The number of the first line without 19 columns.
pub(crate) fn add(
    places: &mut Vec<Place>,
    names: &mut Names,
    regions: &Regions,
    dump: &str,
) -> Result<(), usize> {
    let mut shared = HashMap::new();
    let known = places.len();
    let mut text = String::new();
    let end = names.end();
    // For each place added, where its keys stand. What is known must stay sorted until all are read.
    let mut added = Vec::new();
    for (at, line) in dump.lines().enumerate() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [
            _,
            name,
            _,
            others,
            lat,
            lon,
            class,
            _,
            country,
            _,
            region,
            ..,
            _,
        ] = fields[..]
        else {
            return Err(at + 1);
        };
        let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
        let (Some(lat), Some(lon), 19) = (number(lat), number(lon), fields.len()) else {
            return Err(at + 1);
        };
        if class != "P" {
            continue;
        }
        let first = key(name);
        let is_known = names.places(&first).any(|(at, rank)| {
            let place = &places[at];
            rank == Rank::First
                && &*place.country == country
                && kilometres(place.lat, place.lon, lat, lon) <= SAME
        });
        if is_known {
            continue;
        }
        let from = text.len();
        text.push_str(&first);
        let mut keys = vec![first];
        for other in others.split(',') {
            let other = key(other);
            if !other.is_empty() && !keys.contains(&other) {
                let _ = write!(text, "\t{other}");
                keys.push(other);
            }
        }
        added.push(from..text.len());
        text.push('\n');
        places.push(Place {
            name: name.into(),
            region: regions.name(country, region),
            country: share(&mut shared, country),
            lat,
            lon,
            timezone: share(&mut shared, fields[17]),
            population: fields[14].parse().unwrap_or(0),
            region_code: share(&mut shared, region),
            district_code: (!fields[11].is_empty()).then(|| share(&mut shared, fields[11])),
        });
    }
    for (place, keys) in (known..).zip(added) {
        names.take(end + keys.start, &text[keys], place);
    }
    if places.len() > known {
        names.finish(text);
    }
    Ok(())
}
