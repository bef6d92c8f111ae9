//! Web Mercator: from degrees to the square the map is drawn on, and back.
//!
//! Spherical Mercator as in EPSG:3857, scaled so that the world is the unit square.

use std::f64::consts::PI;

use crate::Position;

/// Pixels along one side of the world at zoom 0.
pub const WORLD_PIXELS: f64 = 256.0;

/// The latitude at which the square ends, in degrees.
pub const LATITUDE_LIMIT: f64 = 85.051_128_779_806_59;

/// A point of the square: `x` from 0 at 180° west to 1 at 180° east, `y` from 0 in the north to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub struct Projected {
    pub x: f64,
    pub y: f64,
}

/// Where a position lies in the square. Latitudes past the limit are put on the edge;
/// longitudes outside −180 to 180 give an `x` outside 0 to 1.
pub fn project(position: Position) -> Projected {
    let lat = position.lat.clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT);
    let sine = lat.to_radians().sin();
    Projected {
        x: position.lon / 360.0 + 0.5,
        y: (0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * PI)).clamp(0.0, 1.0),
    }
}

/// The position of a point of the square.
pub fn unproject(point: Projected) -> Position {
    Position {
        lat: ((0.5 - point.y) * 2.0 * PI).sinh().atan().to_degrees(),
        lon: (point.x - 0.5) * 360.0,
    }
}

/// How many degrees east of `from` the longitude `to` lies, 0 to 360; the library's remainder is much code.
pub fn eastward(from: f64, to: f64) -> f64 {
    let east = to - from;
    east - (east / 360.0).floor() * 360.0
}

/// A longitude brought to −180 (included) to 180 (excluded).
pub fn wrapped(lon: f64) -> f64 {
    if (-180.0..180.0).contains(&lon) {
        return lon;
    }
    let turned = eastward(-180.0, lon) - 180.0;
    // A hair below −180 rounds up to 180.
    if turned >= 180.0 { -180.0 } else { turned }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(lat: f64, lon: f64, x: f64, y: f64) {
        let point = project(Position { lat, lon });
        assert!((point.x - x).abs() < 1e-9, "{point:?}");
        assert!((point.y - y).abs() < 1e-9, "{point:?}");
    }

    #[test]
    fn known_points() {
        check(0.0, 0.0, 0.5, 0.5);
        check(LATITUDE_LIMIT, -180.0, 0.0, 0.0);
        check(-LATITUDE_LIMIT, 180.0, 1.0, 1.0);
        check(90.0, 540.0, 2.0, 0.0);
        check(-90.0, -540.0, -1.0, 1.0);
        // Gaza City, by the EPSG:3857 northing in metres.
        let circumference = 40_075_016.685_578_49;
        check(
            31.5,
            34.4664,
            0.595_74,
            0.5 - 3697855.330338 / circumference,
        );
    }

    proptest! {
        #[test]
        fn back_and_forth(lat in -85.0..85.0f64, lon in -180.0..180.0f64) {
            let back = unproject(project(Position { lat, lon }));
            prop_assert!((back.lat - lat).abs() < 1e-9);
            prop_assert!((back.lon - lon).abs() < 1e-9);
        }

        #[test]
        fn wrapping_keeps_the_place(lon in -2000.0..2000.0f64) {
            let turned = wrapped(lon);
            prop_assert!((-180.0..180.0).contains(&turned));
            let turns = (lon - turned) / 360.0;
            prop_assert!((turns - turns.round()).abs() < 1e-9);
        }
    }
}
