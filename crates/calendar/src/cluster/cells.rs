//! The cells with matching events in and around the view.

use super::Stretch;
use super::election::HORIZON;
use super::grid::Grid;
use crate::event::Position;
use crate::points::{Chosen, Points};
use crate::viewport::Viewport;

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
}

/// The cells in view and as far around it as the election of leaders in view looks, by name.
pub(super) fn cells_around(
    view: Viewport,
    grid: Grid,
    points: &Points,
    chosen: &Chosen,
) -> Vec<Cell> {
    let corner = |lat, lon| grid.point(Position { lat, lon });
    let north_west = corner(view.north, view.west);
    let south_east = corner(view.south, view.east);
    let middle = (north_west[0] + south_east[0]) / 2.0;
    let side = grid.side() as f64;
    let near = |cell: u64| {
        let [column, row] = grid.place(cell).map(|part| part as f64 + 0.5);
        let column = column + side * ((middle - column) / side).round();
        let margin = HORIZON as f64 + 1.0;
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
        chosen: &Chosen,
    ) -> Option<Cell> {
        let mut count = 0;
        let mut mean = Position::default();
        for at in stretch.range().filter(|&at| chosen.has(points.events[at])) {
            count += 1;
            // A running mean stays among the values, and on the spot when they are all the same.
            mean.lat += (points.positions[at].lat - mean.lat) / f64::from(count);
            mean.lon += (points.positions[at].lon - mean.lon) / f64::from(count);
        }
        (count > 0).then(|| Cell {
            name,
            stretch,
            count,
            mean,
            point: grid.point(mean),
        })
    }
}
