//! A box on the Mercator square and its copies to both sides, and what of a line lies in it.

use crate::framing::SOUTH;
use geo::Position;
use geo::mercator::{Projected, project, unproject};
use geo::viewport::{Bounds, Viewport};

/// How much is drawn around a view, in views: half of one shows when the map is dragged, the rest is so that a small
/// move needs no new drawing.
const AROUND: f64 = 1.0;

/// What has to be there around a view.
const NEEDED: f64 = 0.5;

/// How high a view is that shows all from the northern edge of the map to Antarctica.
const TALL: f64 = 0.72;

/// How many times wider than needed a drawing may be before a smaller one is quicker.
const TOO_WIDE: f64 = 2.5;

/// A box: `x` from 0 at 180° west to 1 at 180° east and on in the next copy of the world, `y` from 0 in the north to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub struct Frame {
    pub west: f64,
    pub north: f64,
    pub east: f64,
    pub south: f64,
}

impl Frame {
    /// The box to draw for a view: the view and as much again to each side, or three worlds side by side. Where a view
    /// is so tall that it reaches beyond all people, Antarctica is left out: it would be a strip along the lower edge.
    pub fn near(view: Viewport) -> Frame {
        let frame = Frame::padded(view, AROUND);
        if frame.width() < 1.0 {
            return frame;
        }
        let copy = f64::midpoint(frame.west, frame.east).floor();
        Frame {
            west: copy - 1.0,
            north: 0.0,
            east: copy + 2.0,
            south: match Frame::padded(view, 0.0).height() > TALL {
                true => {
                    project(Position {
                        lat: SOUTH,
                        lon: 0.0,
                    })
                    .y
                }
                false => 1.0,
            },
        }
    }

    /// The box in degrees; longitudes go on beyond 180.
    pub(super) fn bounds(&self) -> Bounds {
        let corner = |x, y| unproject(Projected { x, y });
        let (north_west, south_east) =
            (corner(self.west, self.north), corner(self.east, self.south));
        Bounds {
            west: north_west.lon,
            south: south_east.lat,
            east: south_east.lon,
            north: north_west.lat,
        }
    }

    /// Whether what was drawn for this box still does for a view: it has all that is needed and not far more.
    pub fn serves(&self, view: Viewport) -> bool {
        let wanted = Frame::near(view);
        let has_pole = wanted.width() > 2.0 && self.south > wanted.south;
        let roomy = self.width() > wanted.width() * TOO_WIDE || has_pole;
        *self == wanted || (self.holds(Frame::padded(view, NEEDED)) && !roomy)
    }

    /// The smallest box around points; none has room in that of no points.
    pub(super) fn of(points: &[[f64; 2]]) -> Frame {
        let nothing = Frame {
            west: f64::INFINITY,
            north: f64::INFINITY,
            east: f64::NEG_INFINITY,
            south: f64::NEG_INFINITY,
        };
        points.iter().fold(nothing, |around, &[x, y]| Frame {
            west: around.west.min(x),
            north: around.north.min(y),
            east: around.east.max(x),
            south: around.south.max(y),
        })
    }

    /// How far a box is to be moved so that it touches this one, in worlds: once for each copy that does.
    pub(super) fn copies(&self, other: Frame) -> impl Iterator<Item = f64> + use<> {
        let (first, last) = (self.west - other.east, self.east - other.west);
        let beside = other.north > self.south || other.south < self.north;
        let last = if beside {
            f64::NEG_INFINITY
        } else {
            last.floor()
        };
        std::iter::successors(Some(first.ceil()), |turn| Some(turn + 1.0))
            .take_while(move |turn| *turn <= last)
    }

    /// The box that far to the east.
    pub(super) fn turned(self, turn: f64) -> Frame {
        Frame {
            west: self.west + turn,
            east: self.east + turn,
            ..self
        }
    }

    /// Whether all of a box lies in this one.
    pub(super) fn holds(&self, other: Frame) -> bool {
        self.west <= other.west
            && other.east <= self.east
            && self.north <= other.north
            && other.south <= self.south
    }

    /// The part of a closed line that lies within, closed along the edges (Sutherland and Hodgman 1974).
    pub(super) fn cut(&self, points: &[[f64; 2]]) -> Vec<[f64; 2]> {
        let edges = [
            (0, self.west, 1.0),
            (0, self.east, -1.0),
            (1, self.north, 1.0),
            (1, self.south, -1.0),
        ];
        edges
            .iter()
            .fold(points.to_vec(), |points, &(axis, edge, side)| {
                let within = |point: [f64; 2]| (point[axis] - edge) * side >= 0.0;
                let mut left = Vec::with_capacity(points.len());
                let mut before = points.last().copied();
                for point in points {
                    if let Some(before) = before.filter(|before| within(*before) != within(point)) {
                        let part = (edge - before[axis]) / (point[axis] - before[axis]);
                        let mut met = before;
                        met[1 - axis] += (point[1 - axis] - before[1 - axis]) * part;
                        met[axis] = edge;
                        left.push(met);
                    }
                    if within(point) {
                        left.push(point);
                    }
                    before = Some(point);
                }
                left
            })
    }

    /// A view and that many times its size to each side of it.
    fn padded(view: Viewport, times: f64) -> Frame {
        let corner = |lat, lon| project(Position { lat, lon });
        let (a, b) = (corner(view.north, view.west), corner(view.south, view.east));
        let (x, y) = ((b.x - a.x) * times, (b.y - a.y) * times);
        Frame {
            west: a.x - x,
            north: (a.y - y).max(0.0),
            east: b.x + x,
            south: (b.y + y).min(1.0),
        }
    }

    fn width(&self) -> f64 {
        self.east - self.west
    }

    fn height(&self) -> f64 {
        self.south - self.north
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNIT: Frame = Frame {
        west: 0.0,
        north: 0.0,
        east: 1.0,
        south: 1.0,
    };

    fn view(lat: f64, lon: f64, degrees: f64) -> Viewport {
        Viewport {
            west: lon - degrees,
            south: lat - degrees / 2.0,
            east: lon + degrees,
            north: lat + degrees / 2.0,
            zoom: 5.0,
        }
    }

    /// Twice the area within a closed line.
    fn area(points: &[[f64; 2]]) -> f64 {
        let next = points.iter().cycle().skip(1);
        points
            .iter()
            .zip(next)
            .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
            .sum()
    }

    #[test]
    fn a_tall_view_of_the_world_ends_before_antarctica() {
        let world = |south: f64| Viewport {
            west: -170.0,
            south,
            east: 170.0,
            north: 84.0,
            zoom: 0.5,
        };
        let south = |view| Frame::near(view).bounds().south;
        assert!((south(world(-70.0)) - SOUTH).abs() < 1e-6);
        assert!(south(world(-40.0)) < -85.0, "it can be moved there");
        assert!(!Frame::near(world(-40.0)).serves(world(-70.0)));
    }

    #[test]
    fn a_closed_line_is_cut_along_the_edges() {
        let check = |points: &[[f64; 2]], expected: f64| {
            assert!(
                (area(&UNIT.cut(points)) / 2.0 - expected).abs() < 1e-12,
                "{points:?}"
            );
        };
        check(&[[0.2, 0.2], [0.8, 0.2], [0.8, 0.8], [0.2, 0.8]], 0.36);
        check(&[[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5]], 0.25);
        check(&[[-1.0, -1.0], [2.0, -1.0], [2.0, 2.0], [-1.0, 2.0]], 1.0);
        check(&[[-1.0, 0.5], [0.5, -1.0], [2.0, 0.5], [0.5, 2.0]], 1.0);
        // The other way around, as a lake in the land is.
        check(&[[0.2, 0.8], [0.8, 0.8], [0.8, 0.2], [0.2, 0.2]], -0.36);
        check(&[[2.0, 2.0], [3.0, 2.0], [3.0, 3.0]], 0.0);
        check(&[], 0.0);
    }

    #[test]
    fn a_small_move_needs_no_new_drawing() {
        let drawn = Frame::near(view(50.0, 10.0, 5.0));
        assert!(drawn.serves(view(50.0, 10.0, 5.0)));
        assert!(drawn.serves(view(50.5, 13.0, 5.0)));
        assert!(!drawn.serves(view(50.0, 18.0, 5.0)));
        assert!(!drawn.serves(view(40.0, 10.0, 5.0)));
        // Further away, and far closer.
        assert!(!drawn.serves(view(50.0, 10.0, 12.0)));
        assert!(!drawn.serves(view(50.0, 10.0, 1.5)));
    }

    #[test]
    fn three_worlds_are_drawn_for_a_view_of_the_world() {
        let drawn = Frame::near(view(20.0, 10.0, 170.0));
        assert_eq!((drawn.west, drawn.east), (-1.0, 2.0));
        assert!(drawn.serves(view(0.0, -170.0, 240.0)));
        assert_eq!(Frame::near(view(20.0, 370.0, 170.0)).west, 0.0);
    }

    proptest! {
        #[test]
        fn each_copy_that_touches_is_named_once(west in -2.0..2.0_f64, width in 0.0..3.0_f64, x in 0.0..1.0_f64) {
            let frame = Frame { west, east: west + width, ..UNIT };
            let place = Frame { west: x, east: x, ..UNIT };
            let turns: Vec<f64> = frame.copies(place).collect();
            let expected: Vec<f64> = (-5..=5).map(f64::from).filter(|turn| (west..=west + width).contains(&(x + turn))).collect();
            prop_assert_eq!(turns, expected);
        }

        #[test]
        fn a_drawing_serves_the_view_it_is_for(lat in -80.0..80.0_f64, lon in -180.0..180.0_f64, degrees in 0.001..250.0_f64) {
            prop_assert!(Frame::near(view(lat, lon, degrees)).serves(view(lat, lon, degrees)));
        }

        #[test]
        fn nothing_of_a_cut_line_lies_outside(points in prop::collection::vec([-2.0..3.0_f64, -2.0..3.0_f64], 0..20)) {
            let cut = UNIT.cut(&points);
            prop_assert!(cut.is_empty() || UNIT.holds(Frame::of(&cut)));
        }
    }
}
