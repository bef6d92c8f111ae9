//! Names that give way to markers.

use geo::Position;
use geo::mercator::{Projected, WORLD_PIXELS, project, unproject};

use super::room::{LETTER, LINE, Room, width};
use super::{BELOW, Label};

/// Pixels from a marker's edge to the middle of a name beside it.
const BESIDE: f64 = 9.0;

/// A marker on the map, which names give way to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disc {
    /// Its middle.
    pub position: Position,
    /// Half its width, in pixels.
    pub radius: f64,
    /// How far above its position its middle is, in pixels.
    pub above: f64,
}

/// The names as they stand beside markers: one that a marker would cover stands beneath it, or above it, or is left out
/// where there is no room either.
pub fn beside(labels: &[Label], discs: &[Disc], zoom: f64) -> Vec<Label> {
    let world = WORLD_PIXELS * zoom.exp2();
    let place = |position: Position| {
        let at = project(position);
        [at.x * world, at.y * world]
    };
    let discs: Vec<([f64; 2], f64)> = discs
        .iter()
        .map(|disc| {
            let [x, y] = place(disc.position);
            ([x, y - disc.above], disc.radius)
        })
        .collect();
    let covers = |[x, y]: [f64; 2], half: f64, ([disc_x, disc_y], radius): &([f64; 2], f64)| {
        // The nearest copy of the world.
        let across = (disc_x - x) - ((disc_x - x) / world).round() * world;
        across.abs() < half + radius && (disc_y - y).abs() < LINE / 2.0 - 2.0 + radius
    };
    let mut room = Room::default();
    let shown = labels.iter().filter_map(|label| {
        let [x, y] = place(label.position);
        let below = if label.country { 0.0 } else { BELOW };
        let width = width(&label.text);
        let half = (width - LETTER) / 2.0;
        let is_free = |y: f64| !discs.iter().any(|disc| covers([x, y], half, disc));
        let at = y + below;
        let in_the_way = discs.iter().filter(|disc| covers([x, at], half, disc));
        let (top, bottom) = in_the_way.fold((at, at), |(top, bottom), ([_, y], radius)| {
            (
                top.min(y - radius - BESIDE),
                bottom.max(y + radius + BESIDE),
            )
        });
        let found = [at, bottom, top].into_iter().find(|y| is_free(*y))?;
        let free = room.take(x, found, width);
        let moved = Projected {
            x: x / world,
            y: (found - below) / world,
        };
        free.then(|| Label {
            position: match found == at {
                true => label.position,
                false => unproject(moved),
            },
            ..label.clone()
        })
    });
    shown.collect()
}
