//! What spreading promises: every event once, none upon another, the same each time.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::cluster::clusters;

const DEEPEST: f64 = 18.0;

/// A view of 1,600 by 1,200 pixels.
fn view(centre: Position, zoom: f64) -> Viewport {
    let pixels = WORLD_PIXELS * zoom.exp2();
    let middle = project(centre);
    let corner = |dx: f64, dy: f64| {
        unproject(Projected {
            x: middle.x + dx / pixels,
            y: middle.y + dy / pixels,
        })
    };
    let (north_west, south_east) = (corner(-800.0, -600.0), corner(800.0, 600.0));
    Viewport {
        west: north_west.lon,
        south: south_east.lat,
        east: south_east.lon,
        north: north_west.lat,
        zoom,
    }
}

fn pixels(one: Position, other: Position) -> f64 {
    let (one, other) = (project(one), project(other));
    (one.x - other.x).hypot(one.y - other.y) * WORLD_PIXELS * DEEPEST.exp2()
}

/// What is shown of events at these positions, all matching, and how many clusters there were.
fn shown(view: Viewport, positions: &[Position]) -> (Vec<Cluster>, Spread) {
    let points = Points::placed((0..).zip(positions.iter().copied()));
    let matched: Vec<u32> = (0..positions.len() as u32).collect();
    let before = clusters(view, &points, &matched);
    let after = spread(before.clone(), view, DEEPEST, &points, &matched);
    (before, after)
}

const SQUARE: Position = Position {
    lat: 45.7578,
    lon: 4.832,
};

/// How many markers, and how many of them with legs, stand for `count` events on one square.
fn check(count: usize, zoom: f64, markers: usize, legs: usize) {
    let (_, spread) = shown(view(SQUARE, zoom), &vec![SQUARE; count]);
    assert_eq!((spread.clusters.len(), spread.legs.len()), (markers, legs));
}

#[test]
fn events_in_one_place_part_at_the_deepest_zoom() {
    check(1, 18.0, 1, 0);
    check(2, 17.75, 1, 0);
    check(2, 18.0, 2, 2);
    check(7, 18.0, 7, 7);
    check(MOST, 18.0, MOST, MOST);
    // A crowd stays a list.
    check(MOST + 1, 18.0, 1, 0);
}

#[test]
fn they_stand_around_it_in_the_order_of_the_list() {
    let view = view(SQUARE, 18.0);
    let points = Points::placed([(0, SQUARE), (1, SQUARE), (2, SQUARE)]);
    let matched = [2, 0, 1];
    let before = clusters(view, &points, &matched);
    let Spread { clusters, legs } = spread(before, view, DEEPEST, &points, &matched);
    let events: Vec<_> = clusters.iter().map(|one| one.events.clone()).collect();
    assert_eq!(events, [2, 0, 1].map(Members::One));
    for (cluster, leg) in clusters.iter().zip(&legs) {
        assert_eq!(leg.place, SQUARE);
        assert_eq!(leg.marker, cluster.position);
        assert!((pixels(leg.place, leg.marker) - APART).abs() < 1e-3);
    }
}

#[test]
fn a_marker_has_the_key_it_has_alone() {
    let (alone, _) = shown(view(SQUARE, 18.0), &[SQUARE]);
    let (_, spread) = shown(view(SQUARE, 18.0), &[SQUARE, SQUARE]);
    assert_eq!(alone[0].key, spread.clusters[0].key);
}

#[test]
fn what_stands_alone_is_left_where_it_is() {
    let near = Position {
        lat: SQUARE.lat,
        // 60 pixels to the east, where one of six would stand.
        lon: SQUARE.lon + 60.0 * 360.0 / (WORLD_PIXELS * DEEPEST.exp2()),
    };
    let mut positions = vec![SQUARE; 6];
    positions.push(near);
    let (before, after) = shown(view(SQUARE, 18.0), &positions);
    let alone = before.iter().find(|one| one.count() == 1).unwrap();
    assert!(after.clusters.contains(alone));
    assert_eq!((after.clusters.len(), after.legs.len()), (7, 6));
}

proptest! {
    #[test]
    fn each_is_there_once_and_none_upon_another(
        places in prop::collection::vec((-0.0006..0.0006f64, -0.001..0.001f64, 1..9usize), 1..9)
    ) {
        let positions: Vec<Position> = places
            .iter()
            .flat_map(|&(lat, lon, count)| {
                let lat = SQUARE.lat + lat;
                let lon = SQUARE.lon + lon;
                vec![Position { lat, lon }; count]
            })
            .collect();
        let (before, after) = shown(view(SQUARE, DEEPEST), &positions);
        let again = shown(view(SQUARE, DEEPEST), &positions).1;
        prop_assert_eq!(&after, &again);
        let count = |clusters: &[Cluster]| clusters.iter().map(Cluster::count).sum::<u32>();
        prop_assert_eq!(count(&before), count(&after.clusters));
        let keys: HashSet<u64> = after.clusters.iter().map(|one| one.key).collect();
        prop_assert_eq!(keys.len(), after.clusters.len());
        for (at, leg) in after.legs.iter().enumerate() {
            for other in &after.clusters {
                prop_assert!(
                    other.position == leg.marker || pixels(other.position, leg.marker) > APART - 0.1
                );
            }
            for other in &after.legs[at + 1..] {
                prop_assert!(other.marker != leg.marker);
            }
        }
    }
}
