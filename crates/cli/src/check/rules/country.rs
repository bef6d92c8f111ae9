//! Whether the position lies in the country.

use event_file::event::Precision;
use gazetteer::{Gazetteer, countries, kilometres};

use super::super::finding::{Finding, Severity};
use super::super::subject::Subject;
use super::position::named;

/// How far from a border a position may lie, in kilometres: lines are simplified, and water belongs to the land beside it.
const BORDER: f64 = 20.0;

/// From here on, in kilometres, no border explains it.
const FAR: f64 = 300.0;

pub fn check(subject: &Subject<'_>, gazetteer: &Gazetteer) -> Vec<Finding> {
    let event = subject.event;
    let exact = event.precision != Precision::Country;
    let (Some(at), Some(country)) = (subject.position().filter(|_| exact), &event.country) else {
        return Vec::new();
    };
    if gazetteer.is_in_country(at.lat, at.lon, country, BORDER) {
        return Vec::new();
    }
    let (Some(nearest), Some(own)) = (
        gazetteer.nearest(at.lat, at.lon),
        gazetteer.nearest_in(at.lat, at.lon, country),
    ) else {
        return Vec::new();
    };
    let away = kilometres(at.lat, at.lon, own.lat, own.lon);
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
