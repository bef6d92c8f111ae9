//! Spreads out what no zoom can part: at the deepest one, the events at one point stand around it,
//! each by itself, with a leg to where it takes place.

use std::f64::consts::TAU;

use crate::cluster::{Cluster, Members};
use crate::points::Points;
use geo::Position;
use geo::mercator::{Projected, WORLD_PIXELS, project, unproject};
use geo::viewport::Viewport;
use listing::sets::Bits;

/// Pixels between markers that are spread out: more than one is wide, as pins stand a little above
/// their place and rings on it.
pub const APART: f64 = 56.0;

/// More events than this in one place stay one marker: for them a list serves better.
pub const MOST: usize = 36;

/// Where there is no room within so many rings the events stay one marker too.
const RINGS: u32 = 8;

/// Markers, some of them beside their places.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spread {
    /// What each marker stands for.
    pub clusters: Vec<Cluster>,
    /// For each event that was spread out, from its place to its marker.
    pub legs: Vec<Leg>,
}

/// From where an event takes place to where its marker is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    /// The place; the longitude is that of the copy of the world in view.
    pub place: Position,
    /// The marker.
    pub marker: Position,
}

/// The clusters of a view from `deepest` zoom on with those that are no crowd spread out, in their
/// order, the events of one in the order of `matched`. From farther away they stay as they are.
///
/// Each event that was counted is there once, under the key of a single event; nothing that is
/// spread out comes nearer than [`APART`] to another marker.
pub fn spread(
    clusters: Vec<Cluster>,
    view: Viewport,
    deepest: f64,
    points: &Points,
    matched: &[u32],
) -> Spread {
    let is_many = |cluster: &Cluster| matches!(cluster.events, Members::Many { .. });
    if view.zoom < deepest || !clusters.iter().any(is_many) {
        let legs = Vec::new();
        return Spread { clusters, legs };
    }
    let scale = WORLD_PIXELS * view.zoom.exp2();
    let chosen = Bits::of(matched, points.bound);
    let mut taken: Vec<Projected> = clusters
        .iter()
        .map(|cluster| project(cluster.position))
        .collect();
    // By key, so that which one makes room for the other does not depend on the view.
    let mut turns: Vec<usize> = (0..clusters.len()).collect();
    turns.sort_by_key(|&at| clusters[at].key);
    let mut fans = vec![None; clusters.len()];
    for at in turns {
        let members = members(&clusters[at], view, points, &chosen);
        if let Some(slots) = slots(project(clusters[at].position), members.len(), scale, &taken) {
            taken.extend(&slots);
            fans[at] = Some((members, slots));
        }
    }
    let mut spread = Spread::default();
    for (cluster, fan) in clusters.into_iter().zip(fans) {
        let Some((members, slots)) = fan else {
            spread.clusters.push(cluster);
            continue;
        };
        let in_order = matched
            .iter()
            .filter_map(|event| members.iter().find(|(member, _)| member == event));
        for (&(event, place), slot) in in_order.zip(slots) {
            let marker = unproject(slot);
            spread.legs.push(Leg { place, marker });
            spread.clusters.push(Cluster::alone(event, marker));
        }
    }
    spread
}

/// The events of a cluster that are in view, and where; none of one that is not to be spread out.
fn members(
    cluster: &Cluster,
    view: Viewport,
    points: &Points,
    chosen: &Bits,
) -> Vec<(u32, Position)> {
    let Members::Many {
        count, stretches, ..
    } = &cluster.events
    else {
        return Vec::new();
    };
    if *count as usize > MOST {
        return Vec::new();
    }
    let inside = stretches.iter().flat_map(|stretch| stretch.range());
    let members: Vec<(u32, Position)> = inside
        .map(|at| (points.events[at], points.positions[at]))
        .filter(|&(event, position)| chosen.contains(event) && view.shows(position))
        .map(|(event, Position { lat, lon })| {
            let lon = view.nearest_copy(lon);
            (event, Position { lat, lon })
        })
        .collect();
    // What shows on two sides of a view as wide as the world is not distinguished here.
    match members.len() == *count as usize {
        true => members,
        false => Vec::new(),
    }
}

/// Free places for `count` markers, on rings around a point, clockwise; `None` for no markers, and
/// where there is no room.
fn slots(
    middle: Projected,
    count: usize,
    scale: f64,
    taken: &[Projected],
) -> Option<Vec<Projected>> {
    let mut slots: Vec<Projected> = Vec::new();
    let nearest = (APART - 1e-3) / scale;
    let is_free = |slots: &[Projected], one: Projected| {
        let far = |other: &Projected| (one.x - other.x).hypot(one.y - other.y) >= nearest;
        (0.0..=1.0).contains(&one.y) && taken.iter().all(far) && slots.iter().all(far)
    };
    for ring in 1..=RINGS {
        // Neighbours of so many on a ring are just as far from each other as rings are.
        let room = 6 * ring as usize;
        // As evenly as what is left allows; then, where something stood there, in any gap.
        for parts in [room.min(count - slots.len()), room] {
            // The inner ring begins in the north, the others between its legs.
            let turn = match (ring, parts) {
                (1, _) => 0.0,
                (_, ..=6) => TAU / 12.0,
                _ => TAU / 24.0,
            };
            for part in 0..parts {
                let angle = turn + TAU * part as f64 / parts as f64;
                let radius = APART * f64::from(ring) / scale;
                let slot = Projected {
                    x: middle.x + radius * angle.sin(),
                    y: middle.y - radius * angle.cos(),
                };
                if slots.len() < count && is_free(&slots, slot) {
                    slots.push(slot);
                }
            }
        }
    }
    (count > 0 && slots.len() == count).then_some(slots)
}

#[cfg(test)]
mod tests;
