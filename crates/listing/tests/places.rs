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

#[test]
fn near_a_city_of_the_calendar() {
    let event = |id: &str, city: &str, country: &str, at: &str| {
        format!(
            r#"{{"id":"{id}","title":"{id}","start":"2023-11-04","city":"{city}","country":"{country}"{at}}}"#
        )
    };
    let events = [
        event(
            "lyon",
            "Lyon",
            "FR",
            r#","lat":45.76,"lon":4.84,"precision":"city""#,
        ),
        event("vienne", "Vienne", "FR", r#","lat":45.52,"lon":4.87"#),
        event("grenoble", "Grenoble", "FR", r#","lat":45.19,"lon":5.73"#),
        event("nowhere", "Lyon", "FR", ""),
        event("london", "London", "GB", r#","lat":51.5,"lon":-0.12"#),
        event("ontario", "London", "CA", r#","lat":42.98,"lon":-81.25"#),
    ];
    let text = format!("[{}]", events.join(","));
    let (calendar, _) = event_file::read(text.as_bytes(), &event_file::zone::NoRules).unwrap();
    let index = listing::index::Index::new(&calendar, &|_| None);
    let now = listing::now::Now {
        instant: "2023-11-01T00:00:00Z".parse().unwrap(),
        today: "2023-11-01".parse().unwrap(),
    };
    let found = |query: &str| -> Vec<String> {
        let query = query::Query::parse(query);
        let zones = &event_file::zone::NoRules;
        let results = listing::results::results(&calendar, &index, &query, &now, zones);
        let id = |at: &u32| calendar.events[*at as usize].id.to_string();
        let mut found: Vec<String> = results.matched.iter().map(id).collect();
        found.sort();
        found
    };
    assert_eq!(found("near=lyon"), ["lyon"]);
    assert_eq!(found("near=Lyon,fr&within=30"), ["lyon", "vienne"]);
    assert_eq!(
        found("near=LYON&within=120"),
        ["grenoble", "lyon", "vienne"]
    );
    assert_eq!(found("near=London,CA"), ["ontario"]);
    assert_eq!(found("near=London,FR"), [""; 0]);
    assert_eq!(found("near=Atlantis&within=20000"), [""; 0]);
}
