//! What a map shows, as a filter that a link can carry, and back.

use super::{Bounds, Viewport, steps};
use crate::Area;
use crate::mercator::{LATITUDE_LIMIT, wrapped};

impl Area {
    /// What a map shows, with as many decimals as its zoom can show and no less than is in view.
    pub fn seen(view: Viewport) -> Area {
        let scale = steps(view.zoom);
        let down = |value: f64| (value * scale).floor() / scale;
        let up = |value: f64| (value * scale).ceil() / scale;
        // Almost all of the way around is all of it, once both edges are rounded.
        let (west, east) = match up(view.east) - down(view.west) >= 360.0 {
            true => (-180.0, 180.0),
            false => (down(wrapped(view.west)), up(wrapped(view.east))),
        };
        // What lies past the map's edge is drawn on it.
        let south = if view.south <= -LATITUDE_LIMIT + 1e-6 {
            -90.0
        } else {
            down(view.south)
        };
        let north = if view.north >= LATITUDE_LIMIT - 1e-6 {
            90.0
        } else {
            up(view.north)
        };
        Area {
            west,
            south: south.clamp(-90.0, 90.0),
            east,
            north: north.clamp(-90.0, 90.0),
        }
    }
}

impl From<Area> for Bounds {
    fn from(area: Area) -> Bounds {
        let Area {
            west,
            south,
            east,
            north,
        } = area;
        let east = if west > east { east + 360.0 } else { east };
        let shown = |lat: f64| lat.clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT);
        Bounds {
            west,
            south: shown(south),
            east,
            north: shown(north),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Position;
    use proptest::prelude::*;

    #[track_caller]
    fn check(west: f64, south: f64, east: f64, north: f64, expected: &str) {
        let view = Viewport {
            west,
            south,
            east,
            north,
            zoom: 5.0,
        };
        assert_eq!(Area::seen(view).to_string(), expected);
    }

    #[test]
    fn no_less_than_is_in_view() {
        check(5.004, 47.006, 15.011, 55.1, "5,47,15.02,55.1");
        // Dragged around the world, and across the antimeridian.
        check(365.5, 47.0, 375.5, 55.0, "5.5,47,15.5,55");
        check(170.0, -20.0, 190.0, -10.0, "170,-20,-170,-10");
        // The whole world, to the poles.
        check(-240.0, -85.1, 200.0, 85.06, "-180,-90,180,90");
        check(0.0, 35.0, 359.996, 36.0, "-180,35,180,36");
    }

    #[test]
    fn an_area_is_looked_at_the_short_way() {
        let bounds = Bounds::from(Area::parse("170,-90,-170,10").unwrap());
        assert_eq!((bounds.west, bounds.east), (170.0, 190.0));
        assert_eq!(bounds.south, -LATITUDE_LIMIT);
    }

    proptest! {
        #[test]
        fn what_is_in_view_is_in_the_area(
            west in -500.0..500.0f64, width in 0.001..500.0f64, south in -89.0..80.0f64, height in 0.001..60.0f64,
            zoom in 0.0..18.0f64, lat in -90.0..90.0f64, lon in -180.0..180.0f64
        ) {
            let view = Viewport { west, south, east: west + width, north: south + height, zoom };
            let area = Area::seen(view);
            prop_assert_eq!(Area::parse(&area.to_string()), Some(area));
            let position = Position { lat, lon };
            let copies = [-720.0, -360.0, 0.0, 360.0, 720.0];
            let in_view = south <= lat && lat <= south + height
                && copies.iter().any(|turn| view.spans_lon(lon + turn));
            prop_assert!(!in_view || area.contains(position));
        }
    }
}
