//! Places: what lies in an area, how far it is, and what is nearest.

use event_file::Calendar;
use event_file::event::Event;
use geo::Area;
use geo::Position;
use geo::distance_km;
use listing::sort::nearest;
use proptest::prelude::*;

fn at(lat: f64, lon: f64) -> Position {
    Position { lat, lon }
}

#[test]
fn an_area_includes_its_borders_and_may_cross_the_antimeridian() {
    for (area, inside, outside) in [
        (
            "0,40,10,50",
            vec![(40.0, 0.0), (50.0, 10.0), (45.0, 5.0)],
            vec![(39.9, 5.0), (45.0, 10.1), (45.0, -0.1)],
        ),
        (
            "170,-50,-170,-30",
            vec![
                (-40.0, 175.0),
                (-40.0, -175.0),
                (-40.0, 180.0),
                (-40.0, -180.0),
            ],
            vec![(-40.0, 0.0), (-40.0, 169.0), (-40.0, -169.0)],
        ),
        // As a map says it that was dragged past the edge.
        (
            "170,-50,190,-30",
            vec![(-40.0, 175.0), (-40.0, -175.0)],
            vec![(-40.0, 169.0), (-40.0, -169.0)],
        ),
        (
            "-190,-50,-170,-30",
            vec![(-40.0, 175.0), (-40.0, -175.0)],
            vec![(-40.0, 169.0), (-40.0, -169.0)],
        ),
        (
            "-180,-90,180,90",
            vec![(90.0, 0.0), (-90.0, 180.0), (0.0, -180.0)],
            vec![],
        ),
        ("-300,-90,300,90", vec![(0.0, 0.0), (0.0, 180.0)], vec![]),
        (
            "170,0,180,1",
            vec![(0.0, -180.0), (0.0, 180.0)],
            vec![(0.0, -179.9)],
        ),
        ("5,45,5,45", vec![(45.0, 5.0)], vec![(45.0, 5.1)]),
    ] {
        let Some(read) = Area::parse(area) else {
            panic!("{area} is no area");
        };
        for (lat, lon) in inside {
            assert!(read.contains(at(lat, lon)), "{lat} {lon} not in {area}");
        }
        for (lat, lon) in outside {
            assert!(!read.contains(at(lat, lon)), "{lat} {lon} in {area}");
        }
    }
}

/// Great-circle distances on a sphere of 6371.0088 km, to the kilometre, by the angle between vectors.
#[test]
fn distances() {
    let quarter = 6371.0088 * std::f64::consts::FRAC_PI_2;
    for (from, to, km) in [
        (at(48.8566, 2.3522), at(51.5074, -0.1278), 344.0),
        (at(40.7128, -74.0060), at(35.6762, 139.6503), 10_852.0),
        (at(-18.1416, 178.4419), at(-13.8333, -171.7667), 1_151.0),
        (at(0.0, 0.0), at(0.0, 90.0), quarter),
        (at(0.0, 0.0), at(90.0, 17.0), quarter),
        (at(12.0, 34.0), at(-12.0, -146.0), 2.0 * quarter),
        (at(5.0, 180.0), at(5.0, -180.0), 0.0),
    ] {
        let found = distance_km(from, to);
        assert!((found - km).abs() < 1.0, "{from:?} {to:?}: {found}");
    }
}

#[test]
fn nearest_first_and_nowhere_last() {
    let positions = [
        None,
        Some(at(10.0, 0.0)),
        Some(at(0.0, 179.0)),
        Some(at(1.0, 0.0)),
        None,
        Some(at(-1.0, 0.0)),
    ];
    let event = |position| Event {
        position,
        ..Event::default()
    };
    let calendar = Calendar {
        events: positions.map(event).into(),
        ..Calendar::default()
    };
    let order = |position: Position| -> Vec<u32> {
        let sorted = nearest(&calendar, &[0, 1, 2, 3, 4, 5], position);
        sorted.into_iter().map(|(event, _)| event).collect()
    };
    assert_eq!(order(at(0.0, 0.0)), [3, 5, 1, 2, 0, 4]);
    assert_eq!(order(at(0.0, -179.0))[0], 2);
    assert_eq!(nearest(&calendar, &[0], at(0.0, 0.0)), [(0, None)]);
}

proptest! {
    #[test]
    fn a_distance_is_one(a in -90.0..=90.0, b in -180.0..=180.0, c in -90.0..=90.0, d in -180.0..=180.0) {
        let (from, to) = (at(a, b), at(c, d));
        let km = distance_km(from, to);
        prop_assert!((0.0..=20_016.0).contains(&km));
        prop_assert!((km - distance_km(to, from)).abs() < 1e-6);
        prop_assert!(distance_km(from, from) < 1e-6);
    }
}
