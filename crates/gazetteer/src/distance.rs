//! How far two positions are apart.

/// Places of one name so near to each other, in kilometres, are one: a city and its old town.
pub(crate) const SAME: f64 = 25.0;

/// Kilometres between two positions in WGS84 degrees, on a sphere of the Earth's mean radius
/// (R. W. Sinnott, “Virtues of the Haversine”, Sky and Telescope 68 (2), 1984).
pub fn kilometres(lat_a: f64, lon_a: f64, lat_b: f64, lon_b: f64) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let across = lat_a.to_radians().cos() * lat_b.to_radians().cos() * half(lon_a, lon_b);
    let root = (half(lat_a, lat_b) + across).sqrt().min(1.0);
    2.0 * 6371.0088 * root.asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: (f64, f64), b: (f64, f64), expected: f64) {
        let found = kilometres(a.0, a.1, b.0, b.1);
        assert!((found - expected).abs() < 1.0, "{found}");
    }

    #[test]
    fn the_globe_is_round() {
        check((52.52, 13.41), (48.85, 2.35), 878.0);
        check((0.0, 179.5), (0.0, -179.5), 111.0);
        check((90.0, 0.0), (-90.0, 0.0), 20_015.0);
    }
}
