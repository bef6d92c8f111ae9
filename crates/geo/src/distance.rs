//! Distances on the Earth.

use crate::Position;

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
