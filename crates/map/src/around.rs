//! The smallest box around places, wherever the world is cut.

use geo::mercator::wrapped;
use geo::viewport::Bounds;
use geo::{Position, distance_km};
use listing::sets::Bits;

use crate::points::Points;

/// The smallest box around the positions: of all boxes, the one that leaves out the widest gap between neighbouring
/// longitudes. `None` when there are none.
///
/// There are as many slots around the world as positions: the widest gap is at least as wide as a slot, so it lies
/// between two of them, and nothing need be sorted (Gonzalez, “Algorithms on sets and related problems”, 1975).
pub fn around(positions: &[Position]) -> Option<Bounds> {
    let last_slot = positions.len().checked_sub(1)?;
    let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut slots = vec![(f64::INFINITY, f64::NEG_INFINITY); positions.len()];
    for position in positions {
        south = south.min(position.lat);
        north = north.max(position.lat);
        let lon = wrapped(position.lon);
        let slot = (lon + 180.0) / 360.0 * positions.len() as f64;
        let (west, east) = &mut slots[(slot as usize).min(last_slot)];
        *west = west.min(lon);
        *east = east.max(lon);
    }
    let mut taken = slots.into_iter().filter(|(west, east)| west <= east);
    let (first, mut before) = taken.next()?;
    let (mut widest, mut gap) = (0.0, None);
    for (west, east) in taken {
        if west - before > widest {
            (widest, gap) = (west - before, Some((before, west)));
        }
        before = east;
    }
    // The gap in which the world is cut.
    let (west, east) = match gap.filter(|_| widest > first + 360.0 - before) {
        Some((before, after)) => (after, before + 360.0),
        None => (first, before),
    };
    Some(Bounds {
        west,
        south,
        east,
        north,
    })
}

/// A circle on the Earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ring {
    /// Its middle.
    pub centre: Position,
    /// Its radius, in kilometres.
    pub kilometres: f64,
}

impl Ring {
    /// The smallest box around it; near a pole, all the way around the Earth.
    ///
    /// A degree of latitude is as long everywhere; one of longitude is at the circle's latitude nearest to a pole
    /// shorter than anywhere else in it.
    pub fn bounds(self) -> Bounds {
        let Position { lat, lon } = self.centre;
        let high = self.kilometres / (distance_km(at(0.0, 0.0), at(1.0, 0.0)));
        let (south, north) = ((lat - high).max(-90.0), (lat + high).min(90.0));
        let narrowest = north.abs().max(south.abs()).to_radians().cos();
        let wide = (high / narrowest.max(1e-9)).min(180.0);
        Bounds {
            west: lon - wide,
            south,
            east: lon + wide,
            north,
        }
    }
}

fn at(lat: f64, lon: f64) -> Position {
    Position { lat, lon }
}

impl Points {
    /// The smallest box around those of `events` that have a position; `None` when none has.
    pub fn around(&self, events: &[u32]) -> Option<Bounds> {
        let chosen = Bits::of(events, self.bound);
        let points = self.events.iter().zip(&self.positions);
        let inside = points.filter(|(event, _)| chosen.contains(**event));
        around(&inside.map(|(_, position)| *position).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(positions: &[(f64, f64)]) -> Vec<Position> {
        let places = positions.iter().map(|&(lat, lon)| Position { lat, lon });
        places.collect()
    }

    fn check(positions: &[(f64, f64)], expected: Option<[f64; 4]>) {
        let bounds = around(&places(positions)).map(|b| [b.west, b.south, b.east, b.north]);
        assert_eq!(bounds, expected);
    }

    #[test]
    fn the_smallest_box() {
        check(&[], None);
        check(&[(31.5, 34.5)], Some([34.5, 31.5, 34.5, 31.5]));
        check(&[(1.0, 10.0), (2.0, -10.0)], Some([-10.0, 1.0, 10.0, 2.0]));
        // Fiji and Samoa are neighbours across the antimeridian.
        check(
            &[(-18.0, 178.0), (-14.0, -172.0)],
            Some([178.0, -18.0, 188.0, -14.0]),
        );
        check(
            &[(0.0, 180.0), (0.0, -180.0)],
            Some([-180.0, 0.0, -180.0, 0.0]),
        );
    }

    #[test]
    fn of_chosen_events_those_that_are_somewhere() {
        let points = Points::placed((3..).zip(places(&[(1.0, 10.0), (2.0, 20.0), (3.0, 90.0)])));
        let bounds = points.around(&[0, 4, 3, 99]).unwrap();
        assert_eq!((bounds.west, bounds.east), (10.0, 20.0));
        assert_eq!(points.around(&[0, 99]), None);
    }

    proptest! {
        #[test]
        fn the_box_around_a_ring_holds_it(lat in -80.0..80.0f64, lon in -180.0..180.0f64, kilometres in 1.0..500.0f64, turn in 0.0..360.0f64) {
            let ring = Ring { centre: at(lat, lon), kilometres };
            let bounds = ring.bounds();
            // A point on the circle (destination along a great circle).
            let (angle, turn, lat) = (kilometres / 6371.0088, turn.to_radians(), lat.to_radians());
            let there = (lat.sin() * angle.cos() + lat.cos() * angle.sin() * turn.cos()).asin();
            let east = (turn.sin() * angle.sin() * lat.cos()).atan2(angle.cos() - lat.sin() * there.sin());
            let (there, lon) = (there.to_degrees(), lon + east.to_degrees());
            prop_assert!(bounds.south - 1e-6 <= there && there <= bounds.north + 1e-6);
            prop_assert!(bounds.west - 1e-6 <= lon && lon <= bounds.east + 1e-6);
        }

        #[test]
        fn the_box_holds_every_position_and_leaves_out_the_widest_gap(
            positions in prop::collection::vec((-90.0..90.0f64, -180.0..180.0f64), 1..40)
        ) {
            let bounds = around(&places(&positions)).unwrap();
            for (lat, lon) in &positions {
                prop_assert!(bounds.south <= *lat && *lat <= bounds.north);
                let unwrapped = if *lon < bounds.west { lon + 360.0 } else { *lon };
                prop_assert!(unwrapped <= bounds.east + 1e-9);
            }
            let mut lons: Vec<f64> = positions.iter().map(|(_, lon)| *lon).collect();
            lons.sort_by(f64::total_cmp);
            let across = lons[0] + 360.0 - lons[lons.len() - 1];
            let widest = lons.windows(2).map(|pair| pair[1] - pair[0]).fold(across, f64::max);
            prop_assert!((360.0 - (bounds.east - bounds.west) - widest).abs() < 1e-9);
        }
    }
}
