//! Clusters: what a map shows instead of thousands of markers, counted from scratch for each view.
//!
//! At each zoom, rounded to a whole one, a fixed grid of small cells lies over the world. The cells
//! with the most events lead and take in their neighbours (see `election`), which keeps markers
//! apart. Neither depends on the view, so panning changes nothing that stays in view; then each
//! matching event in view is counted once.

mod cells;
mod election;
mod gathering;
mod grid;
mod marked;

use crate::points::Points;
use cells::{Cell, cells_around};
use election::{HORIZON, REACH, elect};
use gathering::Gathering;
use geo::Position;
use geo::mercator::{WORLD_PIXELS, project};
use geo::viewport::{Bounds, Viewport};
use grid::Grid;
use listing::sets::Bits;
pub use marked::{Cluster, Members, Stretch};

/// The clusters of the matching events in view, from north to south by rows of cells.
///
/// An event is shown once, in the copy of the world nearest to the middle of the view.
pub fn clusters(view: Viewport, points: &Points, matched: &[u32]) -> Vec<Cluster> {
    let chosen = Bits::of(matched, points.bound);
    let grid = Grid::at(view.zoom);
    let cells = cells_around(view, grid, points, &chosen, HORIZON);
    let leaders = elect(&cells, grid);
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); cells.len()];
    for (cell, &leader) in leaders.iter().enumerate() {
        groups[leader].push(cell);
    }
    let mut found = Vec::new();
    for (leader, group) in groups.iter().enumerate() {
        let group: Vec<&Cell> = group.iter().map(|&cell| &cells[cell]).collect();
        // The copy is the leader's, so that no cluster is torn apart where the world is cut. What
        // shows only on the other side of a view as wide as the world is a cluster by itself.
        let leader = &cells[leader];
        let home = view.nearest_copy(leader.mean.lon);
        let (near, far) = Gathering::of(&group, home, view, points, &chosen);
        for (gathered, is_far) in [(near, false), (far, true)] {
            let key = grid.key(leader.name, is_far);
            found.extend(gathered.cluster(key, leader, &group, view, points, &chosen));
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

/// The matching events of a cluster, those of its cells that lie in view or not, in the order of
/// `matched`.
pub fn members(cluster: &Cluster, points: &Points, matched: &[u32]) -> Vec<u32> {
    match &cluster.events {
        Members::One(event) => vec![*event],
        Members::Many { stretches, .. } => {
            let ranges = stretches.iter().map(|stretch| stretch.range());
            let inside: Vec<u32> = ranges
                .flat_map(|range| points.events[range].to_vec())
                .collect();
            let inside = Bits::of(&inside, points.bound);
            let matched = matched.iter().copied();
            matched.filter(|&event| inside.contains(event)).collect()
        }
    }
}

/// Whether the events inside a box are sure to be more than one cluster at that zoom. Where they
/// are not, a list of them serves better than a closer look.
pub fn parts_at(zoom: f64, around: Bounds) -> bool {
    let corner = |lat, lon| project(Position { lat, lon });
    let (north_west, south_east) = (
        corner(around.north, around.west),
        corner(around.south, around.east),
    );
    let longer = (south_east.x - north_west.x).max(south_east.y - north_west.y);
    // Two cells of one cluster are each within reach of its leader, by their means.
    let farthest = 2.0 * (REACH + 1.5) * grid::CELL_PIXELS;
    longer * WORLD_PIXELS * zoom.round().exp2() > farthest
}

#[cfg(test)]
mod tests;
