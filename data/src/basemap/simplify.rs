//! Leaves out the corners of a line that show least, by the area of the triangle each makes
//! (Visvalingam and Whyatt 1993).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The line without the corners whose triangle is smaller than a square with side `corner`.
/// Its ends stay, and a closed line stays a triangle.
///
/// Areas are judged between their size on the map and that on the globe, or the far north, which
/// Mercator blows up, would take most of the file. Lines around something small keep more.
pub fn simplify(points: &[[f64; 2]], corner: f64) -> Vec<[f64; 2]> {
    let count = points.len();
    let closed = count > 2 && points[0] == points[count - 1];
    let least = if closed { 4 } else { 2 };
    let limit = corner * corner * smallness(points, corner);
    let mut before: Vec<usize> = (0..count).map(|at| at.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=count).collect();
    let mut areas = vec![f64::INFINITY; count];
    let mut queue = BinaryHeap::new();
    for at in 1..count.saturating_sub(1) {
        areas[at] = area(points[at - 1], points[at], points[at + 1]);
        queue.push(Reverse(Corner {
            area: areas[at],
            at,
        }));
    }
    let mut left = count;
    while let Some(Reverse(Corner { area: smallest, at })) = queue.pop() {
        if smallest > limit || left <= least {
            break;
        }
        if smallest != areas[at] {
            continue;
        }
        left -= 1;
        areas[at] = f64::NAN;
        let (one, other) = (before[at], after[at]);
        after[one] = other;
        before[other] = one;
        for at in [one, other] {
            if at > 0 && at < count - 1 {
                let next = area(points[before[at]], points[at], points[after[at]]);
                // Never less than what was taken already, or a curve would unravel.
                areas[at] = next.max(smallest);
                queue.push(Reverse(Corner {
                    area: areas[at],
                    at,
                }));
            }
        }
    }
    let kept = points.iter().zip(&areas).filter(|(_, area)| !area.is_nan());
    kept.map(|(point, _)| *point).collect()
}

/// How much of the limit holds for a line: less when the whole of it is small.
fn smallness(points: &[[f64; 2]], corner: f64) -> f64 {
    let side = |axis: usize| {
        let parts = || points.iter().map(move |point| point[axis]);
        parts().fold(f64::NEG_INFINITY, f64::max) - parts().fold(f64::INFINITY, f64::min)
    };
    (side(0).max(side(1)) / (corner * 24.0)).clamp(0.05, 1.0)
}

/// The area of a triangle, times the cosine of its latitude.
fn area(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> f64 {
    let flat = ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0;
    // On the Mercator square the cosine of the latitude is the inverse of a hyperbolic cosine.
    flat / ((0.5 - b[1]) * 2.0 * std::f64::consts::PI).cosh()
}

/// A corner in the queue, ordered by its area.
#[derive(PartialEq)]
struct Corner {
    area: f64,
    at: usize,
}

impl Eq for Corner {}

impl PartialOrd for Corner {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Corner {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.area
            .total_cmp(&other.area)
            .then(self.at.cmp(&other.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(points: &[[f64; 2]], corner: f64, expected: &[[f64; 2]]) {
        assert_eq!(simplify(points, corner), expected);
    }

    #[test]
    fn small_corners_go_and_ends_stay() {
        let line = [[0.0, 0.5], [0.1, 0.501], [0.2, 0.5], [0.3, 0.7], [0.4, 0.5]];
        check(&line, 0.0, &line);
        check(&line, 0.05, &[line[0], line[2], line[3], line[4]]);
        check(&line, 9.0, &[line[0], line[4]]);
        check(&[], 1.0, &[]);
        check(&line[..1], 1.0, &line[..1]);
    }

    #[test]
    fn an_island_stays_a_triangle() {
        let square = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]];
        assert_eq!(simplify(&square, 9.0).len(), 4);
    }
}
