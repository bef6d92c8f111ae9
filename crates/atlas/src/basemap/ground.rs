//! What of a basemap is drawn: the part around a view, in every copy of the world that is in sight.

use super::{Basemap, frame::Frame};
use calendar::event::Position;
use calendar::mercator::{Projected, unproject};
use calendar::viewport::Viewport;

/// Land, lakes and borders as lines on the Mercator square, ready to be cut for a view.
pub struct Ground {
    land: Vec<Line>,
    lakes: Vec<Line>,
    borders: Vec<Line>,
    disputed: Vec<Line>,
}

/// What is drawn around a view. Land and lakes are closed lines, where a point is inside that more lines go around
/// one way than the other (SVG's fill rule `nonzero`); borders are open ones.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Drawing {
    /// The part of the square it shows.
    pub frame: Frame,
    pub land: Vec<Vec<Position>>,
    pub lakes: Vec<Vec<Position>>,
    pub borders: Vec<Vec<Position>>,
    pub disputed: Vec<Vec<Position>>,
}

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

    /// What is drawn in a part of the square: land and lakes cut along its edge, of the borders those that touch it.
    pub fn within(&self, frame: Frame) -> Drawing {
        let closed = |lines: &[Line]| drawn(lines, frame, |points| frame.cut(points));
        let open = |lines: &[Line]| drawn(lines, frame, <[_]>::to_vec);
        Drawing {
            frame,
            land: closed(&self.land),
            lakes: closed(&self.lakes),
            borders: open(&self.borders),
            disputed: open(&self.disputed),
        }
    }

    /// What is drawn around a view.
    pub fn near(&self, view: Viewport) -> Drawing {
        self.within(Frame::near(view))
    }
}

impl Line {
    fn new(points: Vec<[f64; 2]>) -> Line {
        let around = Frame::of(&points);
        Line { points, around }
    }
}

/// The copies of lines that touch a frame; those that reach out of it as `cut` leaves them.
fn drawn(
    lines: &[Line],
    frame: Frame,
    cut: impl Fn(&[[f64; 2]]) -> Vec<[f64; 2]>,
) -> Vec<Vec<Position>> {
    let mut drawn = Vec::new();
    for line in lines {
        for turn in frame.copies(line.around) {
            let copy: Vec<_> = line.points.iter().map(|[x, y]| [x + turn, *y]).collect();
            let copy = if frame.holds(line.around.turned(turn)) {
                copy
            } else {
                cut(&copy)
            };
            if !copy.is_empty() {
                drawn.push(
                    copy.iter()
                        .map(|&[x, y]| unproject(Projected { x, y }))
                        .collect(),
                );
            }
        }
    }
    drawn
}

#[cfg(test)]
mod tests;
