//! Clusters: what a map shows instead of thousands of markers, counted from scratch for each view.
//!
//! At each zoom, rounded to a whole one, a fixed grid lies over the world; the matching events of
//! one cell that lie in view are one cluster. The grid does not move with the view, so panning
//! changes nothing that stays in view, and each event in view is counted once.

use crate::event::Position;
use crate::mercator::{project, wrapped};
use crate::points::{AXIS_BITS, Chosen, Points, gather};
use crate::viewport::{Bounds, Viewport};

/// Cells of the grid are 256 / 2^2 = 64 pixels wide at a whole zoom, 45 to 91 between.
const CELL_BITS: u32 = 2;

/// A part of a cell is a sixteenth of it, two bits along each axis.
const PART_BITS: u32 = 2;

/// The events shown by one marker.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Stable while panning and, for a single event, at every zoom; unique among those in view.
    pub key: u64,
    /// The event's position, or the mean of the events in the densest sixteenth of the cell, which
    /// keeps it off the sea between two coasts; the longitude is of the copy of the world that is
    /// in view.
    pub position: Position,
    /// Which events.
    pub events: Members,
}

/// The events of a cluster: one, or a cell's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Members {
    /// The index of the only event.
    One(u32),
    /// More than one.
    Many {
        /// How many.
        count: u32,
        /// The one nearest to the middle of them, to name the cluster by.
        central: u32,
        /// Which; for [`members`].
        cell: Cell,
    },
}

/// A stretch of the points: those of one cell, matching or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    from: u32,
    to: u32,
}

impl Cluster {
    /// Whether it stands for an event, among others or alone.
    pub fn holds(&self, event: u32, points: &Points) -> bool {
        match self.events {
            Members::One(only) => only == event,
            Members::Many { cell, .. } => cell.events(points).contains(&event),
        }
    }

    /// How many events it stands for.
    pub fn count(&self) -> u32 {
        match self.events {
            Members::One(_) => 1,
            Members::Many { count, .. } => count,
        }
    }
}

/// The clusters of the matching events in view, from north to south by rows of cells.
///
/// An event is shown once, in the copy of the world nearest to the middle of the view.
pub fn clusters(view: Viewport, points: &Points, matched: &[u32]) -> Vec<Cluster> {
    let chosen = Chosen::new(matched, points.bound);
    let grid = Grid::at(view.zoom);
    let mut found = Vec::new();
    let mut at = 0;
    while at < points.codes.len() {
        let cell = grid.cell_of(points.codes[at]);
        // The copy is the cell's, so that no cell is torn apart where the world is cut. What
        // shows only on the other side of a view as wide as the world is a cluster by itself.
        let turn = view.nearest_copy(grid.middle_lon(cell)) - grid.middle_lon(cell);
        let mut near = Gathering::default();
        let mut far = Gathering::default();
        let from = at;
        while at < points.codes.len() && grid.cell_of(points.codes[at]) == cell {
            let position = points.positions[at];
            if chosen.has(points.events[at]) && view.spans_lat(position.lat) {
                let part = grid.part_of(points.codes[at]);
                if view.spans_lon(position.lon + turn) {
                    near.add(at, part, position.lat, position.lon + turn);
                } else if view.shows(position) {
                    far.add(at, part, position.lat, view.nearest_copy(position.lon));
                }
            }
            at += 1;
        }
        let stretch = Cell {
            from: from as u32,
            to: at as u32,
        };
        for (gathered, is_far) in [(near, false), (far, true)] {
            found.extend(gathered.cluster(points, &chosen, grid.key(cell, is_far), stretch));
        }
    }
    found.sort_by(|a, b| {
        let row = |cluster: &Cluster| grid.row(cluster.position);
        (row(a), a.position.lon, a.key)
            .partial_cmp(&(row(b), b.position.lon, b.key))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    found
}

/// The matching events of a cluster, those of its cell that lie in view or not, in the order of
/// `matched`.
pub fn members(cluster: &Cluster, points: &Points, matched: &[u32]) -> Vec<u32> {
    match cluster.events {
        Members::One(event) => vec![event],
        Members::Many { cell, .. } => {
            let inside = Chosen::new(cell.events(points), points.bound);
            let reachable = matched.iter().copied();
            reachable
                .filter(|&event| event < points.bound && inside.has(event))
                .collect()
        }
    }
}

/// The box around the matching events of a cluster, for zooming in; `None` when none match.
pub fn bounds(cluster: &Cluster, points: &Points, matched: &[u32]) -> Option<Bounds> {
    match cluster.events {
        Members::One(_) => Bounds::around([cluster.position]),
        Members::Many { cell, .. } => {
            let chosen = Chosen::new(matched, points.bound);
            let inside =
                (cell.from as usize..cell.to as usize).filter(|&at| chosen.has(points.events[at]));
            Bounds::around(inside.map(|at| points.positions[at]))
        }
    }
}

/// Whether the matching events of a cluster are more than one cluster at that zoom.
pub fn parts_at(zoom: f64, cluster: &Cluster, points: &Points, matched: &[u32]) -> bool {
    let Members::Many { cell, .. } = cluster.events else {
        return false;
    };
    let chosen = Chosen::new(matched, points.bound);
    let grid = Grid::at(zoom);
    let mut cells = (cell.from as usize..cell.to as usize)
        .filter(|&at| chosen.has(points.events[at]))
        .map(|at| grid.cell_of(points.codes[at]));
    let first = cells.next();
    cells.any(|other| Some(other) != first)
}

impl Cell {
    /// The matching event nearest to a position in the cell.
    fn central(self, points: &Points, chosen: &Chosen, middle: Position) -> u32 {
        let distance = |at: &usize| {
            let position = points.positions[*at];
            (position.lat - middle.lat).hypot(wrapped(position.lon - middle.lon))
        };
        let matching =
            (self.from as usize..self.to as usize).filter(|&at| chosen.has(points.events[at]));
        let nearest = matching.min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.map_or(0, |at| points.events[at])
    }

    fn events(self, points: &Points) -> &[u32] {
        &points.events[self.from as usize..self.to as usize]
    }
}

/// The grid at one whole zoom.
#[derive(Clone, Copy)]
struct Grid {
    /// Cells along one side of the world are 2 to this.
    bits: u32,
}

impl Grid {
    fn at(zoom: f64) -> Grid {
        // A zoom that is no number counts as 0, as casts of floats have it.
        let bits = (zoom.round().max(0.0) as u32).saturating_add(CELL_BITS);
        Grid {
            bits: bits.min(AXIS_BITS),
        }
    }

    /// A cell is named by its own place on the curve, among cells of its size.
    fn cell_of(self, code: u64) -> u64 {
        code >> (2 * (AXIS_BITS - self.bits))
    }

    /// Parts are named like cells; those of a cell follow each other.
    fn part_of(self, code: u64) -> u64 {
        code >> (2 * AXIS_BITS.saturating_sub(self.bits + PART_BITS))
    }

    fn middle_lon(self, cell: u64) -> f64 {
        (f64::from(gather(cell)) + 0.5) / f64::from(1u32 << self.bits) * 360.0 - 180.0
    }

    fn row(self, position: Position) -> u32 {
        (project(position).y * f64::from(1u32 << self.bits)) as u32
    }

    /// The grid, the cell and the side of the world in one number; the top bit is for events.
    fn key(self, cell: u64, far: bool) -> u64 {
        u64::from(far) << 62 | u64::from(self.bits) << 56 | cell
    }
}

/// The events of a cell found so far.
#[derive(Default)]
struct Gathering {
    count: u32,
    first: usize,
    /// The part of the cell being gone through.
    part: Part,
    /// The one with the most events before it.
    densest: Part,
}

/// Events in a part of a cell, and their mean.
#[derive(Clone, Copy, Default)]
struct Part {
    name: u64,
    count: u32,
    lat: f64,
    lon: f64,
}

impl Gathering {
    fn add(&mut self, at: usize, part: u64, lat: f64, lon: f64) {
        if self.count == 0 {
            self.first = at;
        }
        self.count += 1;
        if self.part.name != part {
            self.densest = self.densest();
            self.part = Part {
                name: part,
                ..Part::default()
            };
        }
        let part = &mut self.part;
        part.count += 1;
        // A running mean stays among the values, and on the spot when they are all the same.
        part.lat += (lat - part.lat) / f64::from(part.count);
        part.lon += (lon - part.lon) / f64::from(part.count);
    }

    fn densest(&self) -> Part {
        if self.part.count > self.densest.count {
            self.part
        } else {
            self.densest
        }
    }

    fn cluster(self, points: &Points, chosen: &Chosen, key: u64, cell: Cell) -> Option<Cluster> {
        let Part { lat, lon, .. } = self.densest();
        let position = Position { lat, lon };
        match self.count {
            0 => None,
            1 => {
                let event = points.events[self.first];
                Some(Cluster {
                    key: 1 << 63 | u64::from(event),
                    position,
                    events: Members::One(event),
                })
            }
            count => Some(Cluster {
                key,
                position,
                events: Members::Many {
                    count,
                    central: cell.central(points, chosen, position),
                    cell,
                },
            }),
        }
    }
}

#[cfg(test)]
mod tests;
