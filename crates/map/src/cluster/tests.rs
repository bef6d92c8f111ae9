//! What a cluster promises, over random points, filters and views.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use geo::mercator::{LATITUDE_LIMIT, unproject, wrapped};

fn at(lat: f64, lon: f64) -> Position {
    Position { lat, lon }
}

fn points(positions: &[Position]) -> Points {
    Points::placed((0..).zip(positions.iter().copied()))
}

/// A view of that size in pixels around a centre.
fn view(centre: Position, zoom: f64, width: f64, height: f64) -> Viewport {
    let pixels = WORLD_PIXELS * zoom.exp2();
    let middle = project(centre);
    let corner = |dx: f64, dy: f64| {
        let (x, y) = (middle.x + dx / pixels, middle.y + dy / pixels);
        unproject(geo::mercator::Projected { x, y })
    };
    let (north_west, south_east) = (
        corner(-width / 2.0, -height / 2.0),
        corner(width / 2.0, height / 2.0),
    );
    Viewport {
        west: north_west.lon,
        south: south_east.lat,
        east: south_east.lon,
        north: north_west.lat,
        zoom,
    }
}

/// Pixels between two positions at a zoom.
fn pixels(a: Position, b: Position, zoom: f64) -> f64 {
    let (a, b) = (project(a), project(b));
    (a.x - b.x).hypot(a.y - b.y) * WORLD_PIXELS * zoom.exp2()
}

/// The counts of the clusters of all the points in a view.
fn check(view: Viewport, positions: &[Position], expected: &[u32]) {
    let points = points(positions);
    let matched: Vec<u32> = (0..positions.len() as u32).collect();
    let found = clusters(view, &points, &matched);
    let counts: Vec<u32> = found.iter().map(Cluster::count).collect();
    assert_eq!(counts, expected, "{found:?}");
}

#[test]
fn near_events_part_as_one_zooms_in() {
    let alexanderplatz = at(52.5219, 13.4132);
    let oranienplatz = at(52.5024, 13.4162);
    let both = [alexanderplatz, oranienplatz, alexanderplatz];
    check(view(alexanderplatz, 5.0, 800.0, 600.0), &both, &[3]);
    check(view(alexanderplatz, 13.0, 800.0, 900.0), &both, &[2, 1]);
    // At one point they stay together at every zoom.
    check(view(alexanderplatz, 22.0, 800.0, 600.0), &both, &[2]);
    check(view(alexanderplatz, 26.0, 800.0, 600.0), &both, &[2]);
}

#[test]
fn across_the_antimeridian_events_are_where_the_view_is() {
    let (suva, apia) = (at(-18.1, 178.4), at(-13.8, -171.8));
    for turns in [-2.0, -1.0, 0.0, 1.0] {
        let middle = 183.0 + 360.0 * turns;
        let view = view(at(-16.0, middle), 4.0, 800.0, 600.0);
        let found = clusters(view, &points(&[suva, apia]), &[0, 1]);
        let mut lons: Vec<f64> = found.iter().map(|c| c.position.lon).collect();
        lons.sort_by(f64::total_cmp);
        assert_eq!(lons, [178.4 + 360.0 * turns, 188.2 + 360.0 * turns]);
    }
}

#[test]
fn a_view_wider_than_the_world_counts_each_event_once() {
    let world = [
        at(0.0, -179.9),
        at(0.0, 179.9),
        at(40.0, 3.0),
        at(-90.0, 0.0),
        at(90.0, 0.0),
    ];
    for middle in [-180.0, -100.0, 0.0, 77.7, 180.0] {
        let view = view(at(0.0, middle), 0.0, 1280.0, 900.0);
        let found = clusters(view, &points(&world), &[0, 1, 2, 3, 4]);
        assert_eq!(found.iter().map(Cluster::count).sum::<u32>(), 5, "{middle}");
    }
}

#[test]
fn a_cluster_lies_where_most_of_its_events_are() {
    let (lisbon, setubal, halifax) = (at(38.75, -9.0), at(38.5, -9.0), at(44.65, -63.57));
    let ocean = view(at(40.0, -30.0), 0.0, 300.0, 256.0);
    let found = clusters(ocean, &points(&[halifax, lisbon, setubal]), &[0, 1, 2]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].position, at(38.625, -9.0));
}

#[test]
fn a_cluster_is_named_by_the_event_in_its_middle() {
    let (bonn, cologne, dusseldorf) = (at(50.73, 7.1), at(50.94, 6.96), at(51.23, 6.78));
    let around = view(cologne, 3.0, 800.0, 600.0);
    let found = clusters(around, &points(&[bonn, cologne, dusseldorf]), &[0, 1, 2]);
    let central = found.iter().map(|cluster| match cluster.events {
        Members::One(event) => event,
        Members::Many { central, .. } => central,
    });
    assert_eq!(central.collect::<Vec<_>>(), [1]);
}

#[test]
fn nothing_matches() {
    let here = at(52.5, 13.4);
    assert!(clusters(view(here, 3.0, 800.0, 600.0), &points(&[here]), &[]).is_empty());
    assert!(clusters(view(here, 3.0, 800.0, 600.0), &points(&[]), &[0, 9]).is_empty());
}

#[test]
fn members_keep_the_order_of_the_list() {
    let here = at(52.5, 13.4);
    let points = points(&[here, here, here, here]);
    let matched = [3, 0, 2];
    let view = view(here, 18.0, 800.0, 600.0);
    let found = clusters(view, &points, &matched);
    assert_eq!(found.len(), 1);
    assert_eq!(members(&found[0], &points, &matched), matched);
    let Members::Many { around, .. } = found[0].events else {
        panic!("{found:?}");
    };
    assert!(around.is_point());
    assert!(!parts_at(18.0, around));
}

/// Anywhere, but often close together and at the seams.
fn position() -> impl Strategy<Value = Position> {
    prop_oneof![
        (-90.0..90.0f64, -180.0..180.0f64).prop_map(|(lat, lon)| at(lat, lon)),
        (40.0..41.0f64, 2.0..3.0f64).prop_map(|(lat, lon)| at(lat, lon)),
        (-20.0..20.0f64, 179.0..181.0f64).prop_map(|(lat, lon)| at(lat, wrapped(lon))),
        Just(at(31.5, 34.45)),
    ]
}

fn any_view() -> impl Strategy<Value = Viewport> {
    let middle = prop_oneof![
        (-80.0..80.0f64, -400.0..400.0f64).prop_map(|(lat, lon)| at(lat, lon)),
        Just(at(40.5, 2.5)),
        Just(at(0.0, 180.0)),
    ];
    (middle, 0.0..12.0f64, 200.0..1500.0f64, 200.0..1000.0f64)
        .prop_map(|(middle, zoom, width, height)| view(middle, zoom, width, height))
}

fn marked() -> impl Strategy<Value = (Vec<Position>, Vec<u32>)> {
    prop::collection::vec((position(), any::<bool>()), 0..80).prop_map(|marked| {
        let matched = (0..).zip(&marked).filter(|(_, m)| m.1).map(|(i, _)| i);
        let matched = matched.collect();
        (marked.into_iter().map(|m| m.0).collect(), matched)
    })
}

#[test]
fn the_middle_of_a_row_of_towns_does_not_swallow_its_ends() {
    // A row of towns 40 pixels apart: the one with the most events leads its neighbours only.
    let town = |n: u32| at(0.0, f64::from(n) * 40.0 / 256.0 * 360.0 / 32.0);
    let row = [town(0), town(1), town(2), town(2), town(3), town(4)];
    check(view(town(2), 5.0, 800.0, 600.0), &row, &[1, 4, 1]);
}

proptest! {
    #[test]
    fn counts_add_up_to_the_matching_points_in_view((positions, matched) in marked(), view in any_view()) {
        let found = clusters(view, &points(&positions), &matched);
        let in_view = matched.iter().filter(|&&i| view.shows(positions[i as usize])).count();
        prop_assert_eq!(found.iter().map(Cluster::count).sum::<u32>() as usize, in_view);
    }

    #[test]
    fn keys_are_unique_and_markers_are_in_view((positions, matched) in marked(), view in any_view()) {
        let found = clusters(view, &points(&positions), &matched);
        let keys: HashSet<u64> = found.iter().map(|cluster| cluster.key).collect();
        prop_assert_eq!(keys.len(), found.len());
        for cluster in &found {
            let hair = 1e-9;
            prop_assert!(view.west - hair <= cluster.position.lon);
            prop_assert!(cluster.position.lon <= view.east + hair);
            prop_assert!(view.spans_lat(cluster.position.lat));
        }
    }

    #[test]
    fn the_order_of_the_list_changes_nothing((positions, matched) in marked(), view in any_view()) {
        let points = points(&positions);
        let reversed: Vec<u32> = matched.iter().rev().copied().collect();
        prop_assert_eq!(clusters(view, &points, &matched), clusters(view, &points, &reversed));
    }

    #[test]
    fn every_member_lies_within_reach((positions, matched) in marked(), view in any_view()) {
        let points = points(&positions);
        // From the leader to the mean of a cell, and on to anywhere in it.
        let reach = (REACH + 2.0f64.sqrt()) * grid::CELL_PIXELS;
        for cluster in clusters(view, &points, &matched) {
            let all = members(&cluster, &points, &matched);
            // A marker whose leader is out of view stands in for it from as far again.
            let cut = all.len() as u32 != cluster.count();
            let reach = if cut { 2.0 * reach } else { reach };
            for event in all {
                let mut member = positions[event as usize];
                let turns = ((cluster.position.lon - member.lon) / 360.0).round();
                member.lon += 360.0 * turns;
                // At a broken zoom the cells are those of the nearest whole one.
                let distance = pixels(member, cluster.position, view.zoom.round());
                prop_assert!(distance <= reach + 1e-3, "{} px", distance);
            }
        }
    }

    #[test]
    fn panning_leaves_alone_what_stays_in_view(
        (positions, matched) in marked(),
        view in any_view(),
        (north, east) in (-20.0..20.0f64, -90.0..90.0f64),
    ) {
        // Where a view holds the world more than once, panning moves events between the copies.
        if view.east - view.west > 300.0 {
            return Ok(());
        }
        let points = points(&positions);
        let panned = Viewport {
            west: view.west + east,
            east: view.east + east,
            south: view.south + north,
            north: view.north + north,
            zoom: view.zoom,
        };
        let after = clusters(panned, &points, &matched);
        for cluster in clusters(view, &points, &matched) {
            let first = members(&cluster, &points, &matched)[0];
            let Some(same) = after.iter().find(|other| other.holds(first, &points)) else {
                continue;
            };
            let mut all = members(&cluster, &points, &matched);
            all.extend(members(same, &points, &matched));
            let stays = |&event: &u32| {
                let position = positions[event as usize];
                view.shows(position) && panned.shows(position)
            };
            if all.iter().all(stays) {
                prop_assert_eq!(same.key, cluster.key);
                prop_assert_eq!(same.count(), cluster.count());
                let again = members(same, &points, &matched);
                prop_assert_eq!(again, members(&cluster, &points, &matched));
                let (one, other) = (same.position, cluster.position);
                prop_assert!((one.lat - other.lat).abs() < 1e-9);
                prop_assert!(wrapped(one.lon - other.lon).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn the_box_of_a_cluster_holds_what_is_counted((positions, matched) in marked(), view in any_view()) {
        let points = points(&positions);
        for cluster in clusters(view, &points, &matched) {
            let all = members(&cluster, &points, &matched);
            prop_assert!(all.len() as u32 >= cluster.count());
            prop_assert!(all.iter().all(|&event| cluster.holds(event, &points)));
            let Members::Many { central, around, .. } = cluster.events else {
                continue;
            };
            prop_assert!(all.contains(&central));
            // Clusters do not part at the zoom they are at.
            prop_assert!(!parts_at(view.zoom, around));
            let inside = |&&event: &&u32| {
                let Position { lat, lon } = positions[event as usize];
                let lat = lat.clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT);
                let copies = [-720.0, -360.0, 0.0, 360.0, 720.0].map(|turn| lon + turn);
                (around.south..=around.north).contains(&lat)
                    && copies.iter().any(|lon| (around.west - 1e-9..=around.east + 1e-9).contains(lon))
            };
            prop_assert!(all.iter().filter(inside).count() as u32 >= cluster.count());
        }
    }
}
