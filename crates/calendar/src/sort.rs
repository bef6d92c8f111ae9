//! Nearest first: distances on the Earth from a position that never leaves the page.

mod cities;

use crate::Calendar;
use crate::event::Position;

pub use cities::{City, cities};

/// The Earth's mean radius in kilometres (IUGG).
const RADIUS_KM: f64 = 6371.0088;

/// The great-circle distance in kilometres, by the haversine formula.
pub fn distance_km(from: Position, to: Position) -> f64 {
    let (from_lat, to_lat) = (from.lat.to_radians(), to.lat.to_radians());
    let half = |difference: f64| (difference / 2.0).sin().powi(2);
    let chord = half(to_lat - from_lat)
        + from_lat.cos() * to_lat.cos() * half((to.lon - from.lon).to_radians());
    2.0 * RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

/// `events` with their distances in kilometres from `position`, nearest first; equally near ones
/// stay in the order given, and those without a position come last.
pub fn nearest(calendar: &Calendar, events: &[u32], position: Position) -> Vec<(u32, Option<f64>)> {
    let known = |event: &u32| calendar.events.get(*event as usize)?.position;
    let mut sorted: Vec<(u32, Option<f64>)> = events
        .iter()
        .map(|event| (*event, known(event).map(|to| distance_km(position, to))))
        .collect();
    let key = |distance: Option<f64>| distance.unwrap_or(f64::INFINITY);
    sorted.sort_by(|(_, one), (_, other)| key(*one).total_cmp(&key(*other)));
    sorted
}
