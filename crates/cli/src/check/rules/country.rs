//! Whether the position lies in the country.

use event_file::event::Precision;
use gazetteer::{Gazetteer, countries, kilometres};

use super::super::finding::{Finding, Severity};
use super::super::subject::Subject;
use super::position::named;

/// How much farther the country's own nearest city may be than the nearest of all, in kilometres:
/// borders run between cities.
const BORDER: f64 = 60.0;

/// From here on, in kilometres, no border explains it.
const FAR: f64 = 300.0;

pub fn check(subject: &Subject<'_>, gazetteer: &Gazetteer) -> Vec<Finding> {
    let event = subject.event;
    let exact = event.precision != Precision::Country;
    let (Some(at), Some(country)) = (subject.position().filter(|_| exact), &event.country) else {
        return Vec::new();
    };
    let Some(nearest) = gazetteer.nearest(at.lat, at.lon) else {
        return Vec::new();
    };
    let fits = *nearest.country == **country
        || countries::belongs(&nearest.country, country)
        || countries::belongs(country, &nearest.country);
    let own = gazetteer.nearest_in(at.lat, at.lon, country);
    let (Some(own), false) = (own, fits) else {
        return Vec::new();
    };
    let to = |place: &gazetteer::Place| kilometres(at.lat, at.lon, place.lat, place.lon);
    let away = to(own);
    if away <= to(nearest) + BORDER {
        return Vec::new();
    }
    let severity = match away > FAR {
        true => Severity::Error,
        false => Severity::Warning,
    };
    let name = countries::name(country, "en").unwrap_or(country);
    let finding = Finding::new(
        severity,
        "other_country",
        subject.entry,
        "country",
        format!(
            "The position is not in {name}: the nearest city is {}, and the nearest in {name} is {} km away.",
            named(gazetteer.city_near(at.lat, at.lon).unwrap_or(nearest)),
            away.round()
        ),
    );
    vec![finding.help("Correct the position, or the country.")]
}
