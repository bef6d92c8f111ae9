//! What of a basemap is drawn: the part around a view, in every copy of the world that is in sight.

mod path;

use super::{Basemap, frame::Frame};
use geo::mercator::WORLD_PIXELS;
use geo::viewport::{Bounds, Viewport};

/// Land, lakes and borders as lines on the Mercator square, ready to be cut for a view.
pub struct Ground {
    land: Vec<Line>,
    lakes: Vec<Line>,
    borders: Vec<Line>,
    disputed: Vec<Line>,
}

/// What is drawn around a view, as the data of SVG paths. Land and lakes are filled, where a point is inside that more
/// lines go around one way than the other (SVG's fill rule `nonzero`); borders are open.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Drawing {
    /// The part of the square it shows.
    pub frame: Frame,
    /// The same in degrees.
    pub bounds: Bounds,
    /// How wide and how high it is, in the paths' units.
    pub size: [i32; 2],
    pub land: String,
    pub lakes: String,
    pub borders: String,
    pub disputed: String,
}

/// The paths' units are so many to a pixel at the zoom drawn for: a drawing is kept while one zooms in a little.
const UNITS: f64 = 4.0;

/// A line, open or closed, and the box around it.
struct Line {
    points: Vec<[f64; 2]>,
    around: Frame,
}

impl Ground {
    /// All of a basemap.
    pub fn new(basemap: &Basemap) -> Ground {
        let line = |path: Vec<[i64; 2]>| {
            let grid = f64::from(basemap.grid);
            let points = path
                .iter()
                .map(|point| point.map(|part| part as f64 / grid));
            Line::new(points.collect())
        };
        let rings = |polygons: &[Vec<Vec<i32>>]| {
            let rings = polygons.iter().flatten();
            rings.map(|ring| line(basemap.around(ring))).collect()
        };
        let lines = |arcs: &[i32]| arcs.iter().map(|&arc| line(basemap.path(&[arc]))).collect();
        Ground {
            land: rings(&basemap.land),
            lakes: rings(&basemap.lakes),
            borders: lines(&basemap.borders),
            disputed: lines(&basemap.disputed),
        }
    }

    /// What is drawn around a view.
    pub fn near(&self, view: Viewport) -> Drawing {
        let frame = Frame::near(view);
        let scale = WORLD_PIXELS * view.zoom.exp2() * UNITS;
        let closed = |lines: &[Line]| path::closed(&within(lines, frame, true), frame, scale);
        let open = |lines: &[Line]| path::open(&within(lines, frame, false), frame, scale);
        Drawing {
            frame,
            bounds: frame.bounds(),
            size: path::size(frame, scale),
            land: closed(&self.land),
            lakes: closed(&self.lakes),
            borders: open(&self.borders),
            disputed: open(&self.disputed),
        }
    }
}

impl Line {
    fn new(points: Vec<[f64; 2]>) -> Line {
        let around = Frame::of(&points);
        Line { points, around }
    }
}

/// The copies of lines that touch a part of the square, on the square; closed ones that reach out of it are cut along
/// its edge.
fn within(lines: &[Line], frame: Frame, closed: bool) -> Vec<Vec<[f64; 2]>> {
    let mut within = Vec::new();
    for line in lines {
        for turn in frame.copies(line.around) {
            let copy: Vec<_> = line.points.iter().map(|[x, y]| [x + turn, *y]).collect();
            let copy = match frame.holds(line.around.turned(turn)) || !closed {
                true => copy,
                false => frame.cut(&copy),
            };
            if !copy.is_empty() {
                within.push(copy);
            }
        }
    }
    within
}

#[cfg(test)]
mod tests;
