//! Whether the position is where the city is; if not, whether it was turned round or lost a sign.

use event_file::event::Precision;
use gazetteer::{Gazetteer, Place, kilometres};
use geo::Position;

use super::super::finding::{Change, Finding, Severity, short};
use super::super::subject::{FAR, Subject};

/// How far from a city's centre its outskirts may lie, in kilometres.
const CITY: f64 = 60.0;

/// A position as it was before.
type Turn = fn(Position) -> Position;

/// What may have happened to a position, with what it was before.
const TURNED: [(&str, Turn); 4] = [
    ("`lat` and `lon` are swapped", |at| Position {
        lat: at.lon,
        lon: at.lat,
    }),
    ("`lon` has lost or gained its minus", |at| Position {
        lat: at.lat,
        lon: -at.lon,
    }),
    ("`lat` has lost or gained its minus", |at| Position {
        lat: -at.lat,
        lon: at.lon,
    }),
    ("`lat` and `lon` have lost or gained their minus", |at| {
        Position {
            lat: -at.lat,
            lon: -at.lon,
        }
    }),
];

pub fn check(subject: &Subject<'_>, gazetteer: &Gazetteer) -> Vec<Finding> {
    let event = subject.event;
    let exact = !matches!(event.precision, Precision::Region | Precision::Country);
    let Some(at) = event.position.filter(|_| exact) else {
        return Vec::new();
    };
    let (Some((nearest, away)), Some(city)) = (subject.nearest_city(at), &event.city) else {
        return Vec::new();
    };
    if away <= CITY {
        return Vec::new();
    }
    let turned = TURNED.iter().find_map(|(what, turn)| {
        let turned = turn(at);
        let fits = turned.lat.abs() <= 90.0
            && subject
                .cities
                .iter()
                .any(|city| distance(turned, city) <= CITY);
        fits.then_some((what, turned))
    });
    let near = gazetteer.city_near(at.lat, at.lon);
    let near = near.map(|place| format!(", near {}", named(place)));
    let message = format!(
        "The position is {away:.0} km from {}{}.",
        short(city),
        near.unwrap_or_default()
    );
    let finding = match turned {
        Some((what, turned)) => {
            let mut finding = Finding::new(
                Severity::Error,
                "turned_position",
                subject.entry,
                "lat",
                message,
            )
            .help(format!(
                "Write \"lat\": {}, \"lon\": {}: {what}.",
                turned.lat, turned.lon
            ));
            // With several cities of the name it may still be another one.
            if subject.city.is_some() {
                let both = [("lat", at.lat, turned.lat), ("lon", at.lon, turned.lon)];
                let changed = both.iter().filter(|(_, old, new)| old != new);
                finding.fix = changed
                    .map(|(name, _, new)| Change::number(name, *new))
                    .collect();
            }
            finding
        }
        None => {
            let severity = match away > FAR {
                true => Severity::Error,
                false => Severity::Warning,
            };
            Finding::new(severity, "far_from_city", subject.entry, "lat", message).help(format!(
                "{} lies near \"lat\": {}, \"lon\": {}; correct the position, or the city.",
                named(nearest),
                nearest.lat,
                nearest.lon
            ))
        }
    };
    vec![finding]
}

/// A place as one tells it from others of its name.
pub fn named(place: &Place) -> String {
    match &place.region {
        Some(region) => format!("{} ({region}, {})", place.name, place.country),
        None => format!("{} ({})", place.name, place.country),
    }
}

fn distance(at: Position, place: &Place) -> f64 {
    kilometres(at.lat, at.lon, place.lat, place.lon)
}
