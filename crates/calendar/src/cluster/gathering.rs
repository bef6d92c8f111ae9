//! Counts what of a group of cells lies in view, and makes the cluster of it.

use super::cells::Cell;
use super::{Cluster, Members};
use crate::event::Position;
use crate::mercator::wrapped;
use crate::points::{Chosen, Points};
use crate::viewport::{Bounds, Viewport};

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
        chosen: &Chosen,
    ) -> (Gathering, Gathering) {
        let (mut near, mut far) = <(Gathering, Gathering)>::default();
        for at in group.iter().flat_map(|cell| cell.stretch.range()) {
            let position = points.positions[at];
            if !chosen.has(points.events[at]) || !view.spans_lat(position.lat) {
                continue;
            }
            let lon = position.lon + 360.0 * ((home - position.lon) / 360.0).round();
            if view.spans_lon(lon) {
                near.add(at, position.lat, lon);
            } else if view.shows(position) {
                far.add(at, position.lat, view.nearest_copy(position.lon));
            }
        }
        (near, far)
    }

    fn add(&mut self, at: usize, lat: f64, lon: f64) {
        if self.count == 0 {
            self.first = at;
        }
        self.count += 1;
        let (mut west, mut south, mut east, mut north) = (lon, lat, lon, lat);
        if let Some(around) = self.around {
            (west, east) = (west.min(around.west), east.max(around.east));
            (south, north) = (south.min(around.south), north.max(around.north));
        }
        self.around = Some(Bounds {
            west,
            south,
            east,
            north,
        });
        self.mean.lat += (lat - self.mean.lat) / f64::from(self.count);
        self.mean.lon += (lon - self.mean.lon) / f64::from(self.count);
    }

    /// The cluster; `None` when nothing of the group is in view.
    pub(super) fn cluster(
        self,
        key: u64,
        leader: &Cell,
        group: &[&Cell],
        view: Viewport,
        points: &Points,
        chosen: &Chosen,
    ) -> Option<Cluster> {
        let around = self.around?;
        if self.count == 1 {
            let event = points.events[self.first];
            return Some(Cluster {
                key: 1 << 63 | u64::from(event),
                position: self.mean,
                events: Members::One(event),
            });
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

/// The matching event nearest to a position.
fn central(group: &[&Cell], middle: Position, points: &Points, chosen: &Chosen) -> u32 {
    let distance = |at: &usize| {
        let position = points.positions[*at];
        (position.lat - middle.lat).hypot(wrapped(position.lon - middle.lon))
    };
    let inside = group.iter().flat_map(|cell| cell.stretch.range());
    let matching = inside.filter(|&at| chosen.has(points.events[at]));
    let nearest = matching.min_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.map_or(0, |at| points.events[at])
}
