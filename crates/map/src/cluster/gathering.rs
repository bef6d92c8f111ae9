//! Counts what of a group of cells lies in view, and makes the cluster of it.

use super::cells::Cell;
use super::marked::{Cluster, Members};
use crate::points::Points;
use geo::Position;
use geo::mercator::wrapped;
use geo::viewport::{Bounds, Viewport};
use listing::sets::Bits;

/// The events found in view so far.
#[derive(Default)]
pub(super) struct Gathering {
    count: u32,
    /// The first of them among the points.
    first: usize,
    mean: Position,
    around: Option<Bounds>,
}

impl Gathering {
    /// The matching events of some cells: those in view in the copies around the longitude
    /// `home`, and those in view only in others.
    pub(super) fn of(
        group: &[&Cell],
        home: f64,
        view: Viewport,
        points: &Points,
        chosen: &Bits,
    ) -> (Gathering, Gathering) {
        let (mut near, mut far) = <(Gathering, Gathering)>::default();
        for cell in group {
            if near.add_whole(cell, home, view) {
                continue;
            }
            for at in cell.stretch.range() {
                let position = points.positions[at];
                if !chosen.contains(points.events[at]) || !view.spans_lat(position.lat) {
                    continue;
                }
                let lon = position.lon + turns(home, position.lon);
                if view.spans_lon(lon) {
                    near.add(at, position.lat, lon);
                } else if view.shows(position) {
                    far.add(at, position.lat, view.nearest_copy(position.lon));
                }
            }
        }
        (near, far)
    }

    /// Adds all that matches in a cell, if it lies in view side by side; whether it does.
    fn add_whole(&mut self, cell: &Cell, home: f64, view: Viewport) -> bool {
        let Bounds {
            west,
            south,
            east,
            north,
        } = cell.bounds;
        let turn = turns(home, west);
        let inside = turn == turns(home, east)
            && view.spans_lon(west + turn)
            && view.spans_lon(east + turn)
            && view.spans_lat(south)
            && view.spans_lat(north);
        if inside {
            let bounds = Bounds {
                west: west + turn,
                south,
                east: east + turn,
                north,
            };
            let mean = Position {
                lat: cell.mean.lat,
                lon: cell.mean.lon + turn,
            };
            self.add_several(cell.count, cell.first, mean, bounds);
        }
        inside
    }

    fn add(&mut self, at: usize, lat: f64, lon: f64) {
        let (west, south, east, north) = (lon, lat, lon, lat);
        let here = Bounds {
            west,
            south,
            east,
            north,
        };
        self.add_several(1, at, Position { lat, lon }, here);
    }

    fn add_several(&mut self, count: u32, first: usize, mean: Position, mut bounds: Bounds) {
        if self.count == 0 {
            self.first = first;
        }
        self.count += count;
        if let Some(around) = self.around {
            bounds.west = bounds.west.min(around.west);
            bounds.east = bounds.east.max(around.east);
            bounds.south = bounds.south.min(around.south);
            bounds.north = bounds.north.max(around.north);
        }
        self.around = Some(bounds);
        // A running mean stays among the values, and on the spot when they are all the same.
        let part = f64::from(count) / f64::from(self.count);
        self.mean.lat += (mean.lat - self.mean.lat) * part;
        self.mean.lon += (mean.lon - self.mean.lon) * part;
    }

    /// The cluster; `None` when nothing of the group is in view.
    pub(super) fn cluster(
        self,
        key: u64,
        leader: &Cell,
        group: &[&Cell],
        view: Viewport,
        points: &Points,
        chosen: &Bits,
    ) -> Option<Cluster> {
        let around = self.around?;
        if self.count == 1 {
            return Some(Cluster::alone(points.events[self.first], self.mean));
        }
        // Where the leader is, whatever of the group is in view; else where what is in view is.
        let led = Position {
            lat: leader.mean.lat,
            lon: leader.mean.lon + 360.0 * ((self.mean.lon - leader.mean.lon) / 360.0).round(),
        };
        let led_in_view = view.spans_lat(led.lat) && view.spans_lon(led.lon);
        let position = if led_in_view { led } else { self.mean };
        Some(Cluster {
            key,
            position,
            events: Members::Many {
                count: self.count,
                around,
                central: central(group, position, points, chosen),
                stretches: group.iter().map(|cell| cell.stretch).collect(),
            },
        })
    }
}

/// What is added to a longitude for the copy nearest to `home`.
fn turns(home: f64, lon: f64) -> f64 {
    360.0 * ((home - lon) / 360.0).round()
}

/// The matching event nearest to a position.
fn central(group: &[&Cell], middle: Position, points: &Points, chosen: &Bits) -> u32 {
    // Where the nearest may be, for which a look at the boxes is enough.
    let lon = wrapped(middle.lon);
    let square = |lat: f64, lon: f64| lat * lat + lon * lon;
    let mut nearest = (f64::INFINITY, 0);
    for cell in group {
        let bounds = &cell.bounds;
        let outside = |value: f64, from: f64, to: f64| (from - value).max(value - to).max(0.0);
        let (east, west) = (wrapped(lon - bounds.east), wrapped(bounds.west - lon));
        let across = if (bounds.west..=bounds.east).contains(&lon) {
            0.0
        } else {
            east.abs().min(west.abs())
        };
        let down = outside(middle.lat, bounds.south, bounds.north);
        // A hair nearer, for what rounding leaves.
        if square(down, across) * (1.0 - 1e-9) > nearest.0 {
            continue;
        }
        for at in cell.stretch.range() {
            if chosen.contains(points.events[at]) {
                let position = points.positions[at];
                let distance = square(position.lat - middle.lat, wrapped(position.lon - lon));
                if distance < nearest.0 {
                    nearest = (distance, points.events[at]);
                }
            }
        }
    }
    nearest.1
}
