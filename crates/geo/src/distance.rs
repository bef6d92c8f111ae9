//! Distances on the Earth.

use crate::Position;

/// The Earth's mean radius in kilometres (IUGG).
const RADIUS_KM: f64 = 6371.0088;

/// Whether two positions are surely farther apart than some kilometres, by their latitudes alone: a small part of the work of
/// [`distance_km`], for those who ask of a hundred thousand.
pub fn is_beyond(from: Position, to: Position, kilometres: f64) -> bool {
    /// More than rounding can make of a distance, in kilometres.
    const ROUNDING: f64 = 1e-6;
    (to.lat - from.lat).abs().to_radians() * RADIUS_KM > kilometres + ROUNDING
}

/// The great-circle distance in kilometres, by the haversine formula.
pub fn distance_km(from: Position, to: Position) -> f64 {
    let (from_lat, to_lat) = (from.lat.to_radians(), to.lat.to_radians());
    let half = |difference: f64| (difference / 2.0).sin().powi(2);
    let chord = half(to_lat - from_lat)
        + from_lat.cos() * to_lat.cos() * half((to.lon - from.lon).to_radians());
    2.0 * RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_by_latitude_is_beyond() {
        let at = |lat: i32, lon: i32| Position {
            lat: f64::from(lat),
            lon: f64::from(lon),
        };
        let mut beyond = 0;
        for (from, to) in (-9..=9).flat_map(|from| (-9..=9).map(move |to| (from * 10, to * 10))) {
            for lon in [0, 1, 90, 180] {
                let (from, to) = (at(from, 0), at(to, lon));
                if is_beyond(from, to, 1500.0) {
                    beyond += 1;
                    assert!(distance_km(from, to) > 1500.0, "{from:?} {to:?}");
                }
            }
        }
        assert!(beyond > 1000);
        assert!(!is_beyond(at(0, 0), at(0, 180), 1.0));
    }
}
