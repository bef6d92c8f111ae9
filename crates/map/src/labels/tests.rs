//! Which names are shown, where, and which give way.

use super::beside::{Disc, beside};
use super::room::LINE;
use super::whole::whole;
use super::*;
use geo::viewport::Viewport;
use proptest::prelude::*;

fn names(cities: Vec<City>) -> Names {
    Names {
        format: FORMAT.into(),
        credit: "nobody".into(),
        countries: vec![Country("PS".into(), 31.9, 35.2, 0.004)],
        cities,
    }
}

fn city(name: &str, lat: f64, lon: f64, people: u32) -> City {
    let arabic = [("ar".to_owned(), format!("{name} بالعربية"))];
    City(
        name.into(),
        lat,
        lon,
        people,
        String::new(),
        BTreeMap::from(arabic),
    )
}

fn shown(names: &Names, zoom: u8, language: &str) -> Vec<String> {
    let labels = names.shown(zoom, language, &|_| Some("Palestine".to_owned()));
    labels.into_iter().map(|label| label.text).collect()
}

#[test]
fn larger_cities_come_first_and_names_do_not_cover_one_another() {
    let names = names(vec![
        city("Large", 48.85, 2.35, 9000),
        city("Near", 48.86, 2.36, 8500),
        city("Small", 45.0, 4.8, 500),
    ]);
    assert_eq!(shown(&names, 2, "en"), Vec::<String>::new());
    assert_eq!(shown(&names, 3, "en"), ["Large"]);
    assert_eq!(shown(&names, 6, "en"), ["Palestine", "Large", "Small"]);
    assert!(shown(&names, 14, "en").contains(&"Near".to_owned()));
    assert_eq!(shown(&names, 3, "ar"), ["Large بالعربية"]);
}

#[test]
fn a_small_country_is_named_with_its_region() {
    // As the basemap has it.
    let palestine = Country("PS".into(), 31.95, 35.25, 0.00387);
    let names = Names {
        countries: vec![palestine],
        ..names(Vec::new())
    };
    assert!(shown(&names, 4, "en").is_empty());
    assert_eq!(shown(&names, 5, "en"), ["Palestine"]);
}

#[test]
fn a_name_below_its_city_does_not_cover_a_country() {
    let check = |pixels: f64, expected: &[&str]| {
        // Degrees north of the middle of Palestine's name, at zoom 8.
        let north = pixels * 360.0 / (WORLD_PIXELS * 256.0) * 31.9_f64.to_radians().cos();
        let names = names(vec![city("Above", 31.9 + north, 35.2, 5000)]);
        assert_eq!(shown(&names, 8, "en"), expected, "{pixels} pixels");
    };
    check(26.0, &["Palestine"]);
    check(40.0, &["Palestine", "Above"]);
    check(-10.0, &["Palestine", "Above"]);
}

#[test]
fn names_give_way_to_markers() {
    let zoom = 3.0_f64;
    let at = |lat: f64, lon: f64| Position { lat, lon };
    let country = |text: &str, lat, lon| Label {
        text: text.into(),
        position: at(lat, lon),
        country: true,
    };
    let pixels = |position: Position| project(position).y * WORLD_PIXELS * zoom.exp2();
    let check = |discs: &[(f64, f64)], expected: Option<f64>| {
        let discs: Vec<Disc> = discs
            .iter()
            .map(|(lat, lon)| Disc {
                position: at(*lat, *lon),
                radius: 14.0,
                above: 0.0,
            })
            .collect();
        let label = country("Mexico", 23.0, -102.0);
        let shown = beside(std::slice::from_ref(&label), &discs, zoom);
        let moved = shown
            .first()
            .map(|shown| (pixels(shown.position) - pixels(label.position)).round());
        assert_eq!(moved, expected, "{discs:?}");
    };
    check(&[], Some(0.0));
    check(&[(60.0, 10.0)], Some(0.0));
    // A marker on the name, also on another copy of the world.
    check(&[(23.0, -102.0)], Some(23.0));
    check(&[(23.0, 258.0)], Some(23.0));
    // One more where it would go then: above.
    check(&[(23.0, -102.0), (18.9, -102.0)], Some(-23.0));
    check(&[(23.0, -102.0), (18.9, -102.0), (27.0, -102.0)], None);
}

#[test]
fn a_still_map_cuts_no_name() {
    let zoom = 7.0;
    // A strip of 300 × 140 pixels around a place, here and on another copy of the world.
    let degrees = |pixels: f64| pixels * 360.0 / (WORLD_PIXELS * f64::exp2(zoom));
    let check = |turns: f64, across: f64, up: f64, country: bool, expected: bool| {
        let view = Viewport {
            west: 360.0 * turns - degrees(150.0),
            east: 360.0 * turns + degrees(150.0),
            south: -degrees(70.0),
            north: degrees(70.0),
            zoom,
        };
        let label = Label {
            // 63 pixels wide.
            text: "Somewher".into(),
            position: Position {
                lat: degrees(up),
                lon: degrees(across),
            },
            country,
        };
        let is_shown = !whole(vec![label], &view).is_empty();
        assert_eq!(is_shown, expected, "{across} pixels across, {up} up");
    };
    for turns in [0.0, 1.0] {
        check(turns, 0.0, 0.0, true, true);
        check(turns, 117.0, 0.0, true, true);
        check(turns, 120.0, 0.0, true, false);
        check(turns, -120.0, 0.0, true, false);
        check(turns, 0.0, 59.0, true, true);
        check(turns, 0.0, 62.0, true, false);
        check(turns, 0.0, -59.0, true, true);
        // A city's name stands below its place.
        check(turns, 0.0, -59.0, false, false);
        check(turns, 0.0, 70.0, false, true);
    }
}

#[test]
fn another_file_is_none() {
    assert_eq!(Names::read(b"{}"), None);
    let text = serde_json::to_vec(&names(Vec::new())).unwrap();
    assert_eq!(Names::read(&text), Some(names(Vec::new())));
}

proptest! {
    #[test]
    fn no_two_names_overlap(places in prop::collection::vec((-80.0..80.0_f64, -179.0..179.0_f64, 1000_u32..20_000), 0..200), zoom in 3_u8..8) {
        let cities = places.iter().map(|(lat, lon, people)| city("Somewhere", *lat, *lon, *people)).collect();
        let labels = names(cities).shown(zoom, "en", &|_| None);
        let world = WORLD_PIXELS * f64::from(zoom).exp2();
        for (at, one) in labels.iter().enumerate() {
            for other in &labels[..at] {
                let (a, b) = (project(one.position), project(other.position));
                let apart = (a.x - b.x).abs() * world >= (width(&one.text) + width(&other.text)) / 2.0
                    || (a.y - b.y).abs() * world >= LINE;
                prop_assert!(apart);
            }
        }
    }
}
