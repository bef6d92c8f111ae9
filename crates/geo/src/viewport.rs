//! The part of the world a map shows, and the box around some positions.

use crate::MapPosition;
use crate::Position;
use crate::mercator::{LATITUDE_LIMIT, WORLD_PIXELS};

mod area;

/// The part of the world a map shows. Longitudes are unwrapped: west is less than east and
/// both may lie outside −180 to 180, as a map that was dragged around the world has it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub struct Viewport {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
    /// The world is 256 · 2^zoom pixels wide.
    pub zoom: f64,
}

impl Viewport {
    /// The longitude in the middle.
    pub fn middle(&self) -> f64 {
        (self.west + self.east) / 2.0
    }

    /// The copy of a longitude that is nearest to the middle, whether in view or not.
    pub fn nearest_copy(&self, lon: f64) -> f64 {
        lon + 360.0 * ((self.middle() - lon) / 360.0).round()
    }

    /// Whether an unwrapped longitude lies in view.
    pub fn spans_lon(&self, lon: f64) -> bool {
        self.west <= lon && lon <= self.east
    }

    /// Whether a latitude lies in view; what lies past the map's edge is drawn on it.
    pub fn spans_lat(&self, lat: f64) -> bool {
        let lat = lat.clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT);
        let south = self.south.min(LATITUDE_LIMIT - 1e-9);
        let north = self.north.max(1e-9 - LATITUDE_LIMIT);
        south <= lat && lat <= north
    }

    /// Whether a position lies in view in any copy of the world.
    pub fn shows(&self, position: Position) -> bool {
        self.spans_lat(position.lat) && self.spans_lon(self.nearest_copy(position.lon))
    }
}

/// Where a map looks, with as many decimals as its zoom can show: half a pixel.
pub fn rounded(position: MapPosition) -> MapPosition {
    let scale = steps(position.zoom);
    let to = |value: f64, scale: f64| (value * scale).round() / scale;
    MapPosition {
        zoom: to(position.zoom, 100.0),
        lat: to(position.lat, scale),
        lon: to(position.lon, scale),
    }
}

/// Into how many steps a degree is parted in a link: as many decimals as a zoom can show.
fn steps(zoom: f64) -> f64 {
    let pixels_per_degree = WORLD_PIXELS * zoom.exp2() / 360.0;
    10f64.powf(pixels_per_degree.log10().ceil().clamp(0.0, 6.0))
}

/// The smallest box around some positions, in degrees. West lies in −180 to 180; east is not
/// less than west and passes 180 when the box crosses the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub struct Bounds {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Bounds {
    /// Whether the box is a single point.
    pub fn is_point(&self) -> bool {
        self.west == self.east && self.south == self.north
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_no_more_decimals_than_pixels() {
        for (zoom, expected) in [
            (0.0, (53.0, 13.0)),
            (5.5, (52.52, 13.4)),
            (18.0, (52.520_008, 13.404_954)),
        ] {
            let (lat, lon) = (52.520_008_1, 13.404_954_1);
            let position = rounded(MapPosition { zoom, lat, lon });
            assert_eq!((position.lat, position.lon), expected, "{zoom}");
            assert_eq!(rounded(position), position);
        }
    }

    #[test]
    fn a_dragged_map_shows_the_copy_at_hand() {
        let view = Viewport {
            west: 170.0,
            south: -40.0,
            east: 200.0,
            north: 0.0,
            zoom: 3.0,
        };
        assert_eq!(view.nearest_copy(-172.0), 188.0);
        assert!(view.shows(Position {
            lat: -14.0,
            lon: -172.0
        }));
        assert!(view.shows(Position {
            lat: -18.0,
            lon: 178.0
        }));
        assert!(!view.shows(Position {
            lat: -18.0,
            lon: 150.0
        }));
    }
}
