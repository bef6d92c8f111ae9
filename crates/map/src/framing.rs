//! Where a map looks for a box to fill it: as closely as it fits, and without Antarctica where it can.

use geo::mercator::{Projected, WORLD_PIXELS, project, unproject};
use geo::viewport::Bounds;
use geo::{MapPosition, Position};

/// South of it, in degrees, hardly anything takes place: a view goes there for events that do.
pub(crate) const SOUTH: f64 = -58.0;

/// What a map has room for.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Pixels across and down.
    pub size: [f64; 2],
    /// Pixels left free along each side.
    pub margins: [f64; 2],
    /// The farthest and the closest zoom.
    pub zooms: [f64; 2],
    /// Zooms are multiples of this.
    pub step: f64,
}

/// Where to look to see all of `bounds`. Where land south of all people would be in view, the map looks farther north
/// instead, up to its own edge.
pub fn framed(bounds: Bounds, room: Room) -> MapPosition {
    let corner = |lat, lon| project(Position { lat, lon });
    let (top, bottom) = (
        corner(bounds.north, bounds.west),
        corner(bounds.south, bounds.east),
    );
    let fits = |length: f64, margin: f64, share: f64| {
        let free = (length - 2.0 * margin).max(1.0);
        (free / (share.max(1e-12) * WORLD_PIXELS)).log2()
    };
    let across = fits(room.size[0], room.margins[0], bottom.x - top.x);
    let down = fits(room.size[1], room.margins[1], bottom.y - top.y);
    let [farthest, closest] = room.zooms;
    let zoom = (across.min(down) / room.step + 1e-6).floor() * room.step;
    let zoom = zoom.clamp(farthest, closest.max(farthest));
    let half = room.size[1] / 2.0 / (WORLD_PIXELS * zoom.exp2());
    let mut y = (top.y + bottom.y) / 2.0;
    let south = corner(SOUTH, 0.0).y;
    if bottom.y < south {
        // As far north as the map goes, and no farther than what lies in the south allows.
        let beyond = (y + half - south).max(0.0);
        y -= beyond.min((y - half).max(0.0));
    }
    let x = (top.x + bottom.x) / 2.0;
    let Position { lat, lon } = unproject(Projected { x, y });
    MapPosition { zoom, lat, lon }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn room(width: f64, height: f64) -> Room {
        Room {
            size: [width, height],
            margins: [40.0, 40.0],
            zooms: [0.0, 11.0],
            step: 0.25,
        }
    }

    fn edges(at: MapPosition, room: Room) -> [f64; 2] {
        let half = room.size[1] / 2.0 / (WORLD_PIXELS * at.zoom.exp2());
        let Projected { y, .. } = project(Position {
            lat: at.lat,
            lon: at.lon,
        });
        [y - half, y + half].map(|y| unproject(Projected { x: 0.0, y }).lat)
    }

    #[test]
    fn a_place_is_looked_at_no_closer_than_asked() {
        let lyon = Bounds {
            west: 4.8,
            south: 45.7,
            east: 4.8,
            north: 45.7,
        };
        let at = framed(lyon, room(800.0, 700.0));
        assert_eq!(at.zoom, 11.0);
        assert!((at.lat - 45.7).abs() < 1e-6 && (at.lon - 4.8).abs() < 1e-6);
    }

    #[test]
    fn a_world_of_events_is_shown_without_antarctica() {
        let world = Bounds {
            west: -125.0,
            south: -42.0,
            east: 175.0,
            north: 64.0,
        };
        let room = room(815.0, 600.0);
        let [_, south] = edges(framed(world, room), room);
        assert!((-60.0..=-50.0).contains(&south), "{south}");
        // An event that takes place there is shown.
        let south_pole = Bounds {
            south: -75.0,
            ..world
        };
        let [_, south] = edges(framed(south_pole, room), room);
        assert!(south < -75.0, "{south}");
    }

    proptest! {
        #[test]
        fn what_is_framed_is_in_view(
            south in -57.0..70.0f64, high in 0.0..20.0f64, west in -180.0..180.0f64, wide in 0.0..300.0f64,
            width in 360.0..1900.0f64, height in 200.0..1000.0f64
        ) {
            // The map ends at 85 degrees.
            let north = (south + high).min(85.0);
            let bounds = Bounds { west, south, east: west + wide, north };
            let room = room(width, height);
            let at = framed(bounds, room);
            let world = WORLD_PIXELS * at.zoom.exp2();
            prop_assume!(at.zoom > 0.0 && world > height);
            let [north_edge, south_edge] = edges(at, room);
            prop_assert!(south_edge <= south && north <= north_edge);
            prop_assert!(wide / 360.0 * world <= width);
        }
    }
}
