//! The cells with matching events in and around the view.

use super::grid::Grid;
use super::marked::Stretch;
use crate::points::Points;
use geo::Position;
use geo::viewport::{Bounds, Viewport};
use listing::sets::Bits;

/// A cell with matching events, whether they lie in view or not.
pub(super) struct Cell {
    pub(super) name: u64,
    pub(super) stretch: Stretch,
    /// How many match.
    pub(super) count: u32,
    /// The mean of those that match.
    pub(super) mean: Position,
    /// The mean on the grid.
    pub(super) point: [f64; 2],
    /// The first of those that match among the points.
    pub(super) first: usize,
    /// The box around those that match.
    pub(super) bounds: Bounds,
}

/// The cells in view and up to `horizon` cells around it, by name.
pub(super) fn cells_around(
    view: Viewport,
    grid: Grid,
    points: &Points,
    chosen: &Bits,
    horizon: i64,
) -> Vec<Cell> {
    let corner = |lat, lon| grid.point(Position { lat, lon });
    let north_west = corner(view.north, view.west);
    let south_east = corner(view.south, view.east);
    let middle = (north_west[0] + south_east[0]) / 2.0;
    let side = grid.side() as f64;
    let near = |cell: u64| {
        let [column, row] = grid.place(cell).map(|part| part as f64 + 0.5);
        let column = column + side * ((middle - column) / side).round();
        let margin = horizon as f64 + 1.0;
        (north_west[0] - margin..=south_east[0] + margin).contains(&column)
            && (north_west[1] - margin..=south_east[1] + margin).contains(&row)
    };
    let mut cells = Vec::new();
    let mut from = 0;
    while from < points.codes.len() {
        let name = grid.cell_of(points.codes[from]);
        let rest = &points.codes[from..];
        let to = from
            + rest
                .iter()
                .take_while(|code| grid.cell_of(**code) == name)
                .count();
        if near(name) {
            let stretch = Stretch {
                from: from as u32,
                to: to as u32,
            };
            cells.extend(Cell::new(name, stretch, grid, points, chosen));
        }
        from = to;
    }
    cells
}

impl Cell {
    /// `None` when nothing in the cell matches.
    fn new(
        name: u64,
        stretch: Stretch,
        grid: Grid,
        points: &Points,
        chosen: &Bits,
    ) -> Option<Cell> {
        let mut matching = stretch
            .range()
            .filter(|&at| chosen.contains(points.events[at]));
        let first = matching.next()?;
        let origin = points.positions[first];
        let mut bounds = Bounds {
            west: origin.lon,
            south: origin.lat,
            east: origin.lon,
            north: origin.lat,
        };
        let mut count = 1;
        let mut sum = Position::default();
        for position in matching.map(|at| points.positions[at]) {
            count += 1;
            // Summed from the first on, so that the mean is on the spot when they are all the same.
            sum.lat += position.lat - origin.lat;
            sum.lon += position.lon - origin.lon;
            bounds.west = lesser(bounds.west, position.lon);
            bounds.east = -lesser(-bounds.east, -position.lon);
            bounds.south = lesser(bounds.south, position.lat);
            bounds.north = -lesser(-bounds.north, -position.lat);
        }
        let mean = |origin: f64, sum: f64, from: f64, to: f64| {
            (origin + sum / f64::from(count)).clamp(from, to)
        };
        let mean = Position {
            lat: mean(origin.lat, sum.lat, bounds.south, bounds.north),
            lon: mean(origin.lon, sum.lon, bounds.west, bounds.east),
        };
        Some(Cell {
            name,
            stretch,
            count,
            mean,
            point: grid.point(mean),
            first,
            bounds,
        })
    }
}

/// The lesser of two numbers; positions have no others, which the standard comparison looks for.
fn lesser(one: f64, other: f64) -> f64 {
    if other < one { other } else { one }
}
