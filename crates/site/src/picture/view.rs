//! Which part of the world a picture shows.

use event_file::event::Precision;
use geo::Position;
use geo::mercator::{WORLD_PIXELS, project};

use super::glyphs::PANEL;
use super::size::SIZE;

/// Events within so many pixels share a map; their places lie off its middle by half of it at most.
const STEP: [f64; 2] = [240.0, 120.0];

/// A part of the Mercator square, 1200 × 630 pixels of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct View {
    /// How many pixels the world is wide.
    pub(super) world: i32,
    /// The left edge, in those pixels from 180° west.
    pub(super) left: i32,
    /// The upper edge, in those pixels from the upper edge of the square.
    pub(super) top: i32,
}

impl View {
    /// The view for a position, and where in it the position is.
    pub(super) fn around(at: Position, precision: Precision) -> (Self, [i32; 2]) {
        let zoom: f64 = match precision {
            Precision::Place | Precision::Street | Precision::City => 6.0,
            Precision::Region => 5.0,
            Precision::Country => 4.0,
        };
        let world = WORLD_PIXELS * zoom.exp2();
        let point = project(at);
        let edge = |part: f64, step: f64, size: i32| {
            let pixel = part * world;
            let middle = (pixel / step).round() * step;
            let edge = (middle - f64::from(size) / 2.0).round();
            (edge as i32, (pixel - edge).round() as i32)
        };
        let (left, x) = edge(point.x, STEP[0], SIZE[0] as i32);
        // The date covers the foot.
        let (top, y) = edge(point.y, STEP[1], SIZE[1] as i32 - PANEL);
        let view = Self {
            world: world as i32,
            left,
            top,
        };
        (view, [x, y])
    }

    /// All of the world but its edges.
    pub(super) fn world() -> Self {
        Self {
            world: SIZE[0] as i32,
            left: 0,
            top: 180,
        }
    }
}
