//! The grid of small cells over the world at one zoom.

use crate::points::{AXIS_BITS, gather, interleave};
use geo::Position;
use geo::mercator::{WORLD_PIXELS, project};

/// At zoom 0 the world is this many cells wide, as a power of two.
const CELL_BITS: u32 = 3;

/// The side of a cell at a whole zoom; 23 to 45 pixels between.
pub(super) const CELL_PIXELS: f64 = WORLD_PIXELS / (1 << CELL_BITS) as f64;

/// The grid at one whole zoom.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    /// Cells along one side of the world are 2 to this.
    bits: u32,
}

impl Grid {
    pub(super) fn at(zoom: f64) -> Grid {
        // A zoom that is no number counts as 0, as casts of floats have it.
        let bits = (zoom.round().max(0.0) as u32).saturating_add(CELL_BITS);
        Grid {
            bits: bits.min(AXIS_BITS),
        }
    }

    /// Cells along one side of the world.
    pub(super) fn side(self) -> i64 {
        1 << self.bits
    }

    /// A cell is named by its own place on the curve, among cells of its size.
    pub(super) fn cell_of(self, code: u64) -> u64 {
        code >> (2 * (AXIS_BITS - self.bits))
    }

    /// Column from the west and row from the north.
    pub(super) fn place(self, cell: u64) -> [i64; 2] {
        [i64::from(gather(cell)), i64::from(gather(cell >> 1))]
    }

    /// The cell at a column, counted around the world, and a row; `None` beyond the poles.
    pub(super) fn name(self, [column, row]: [i64; 2]) -> Option<u64> {
        let inside = (0..self.side()).contains(&row);
        let column = column.rem_euclid(self.side());
        inside.then(|| interleave(column as u32, row as u32))
    }

    /// Where a position lies, in cells from the north-western corner; outside the world to the
    /// west and east for other copies of it.
    pub(super) fn point(self, position: Position) -> [f64; 2] {
        let point = project(position);
        [point.x, point.y].map(|part| part * self.side() as f64)
    }

    pub(super) fn row(self, position: Position) -> i64 {
        self.point(position)[1] as i64
    }

    /// The grid, the cell and the side of the world in one number; the top bit is for events.
    pub(super) fn key(self, cell: u64, far: bool) -> u64 {
        u64::from(far) << 62 | u64::from(self.bits) << 56 | cell
    }
}
