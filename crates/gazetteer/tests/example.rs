//! The bundled calendar's cities, looked up again by their names alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use gazetteer::{Context, Found, Gazetteer, kilometres};

#[test]
fn the_example_is_found_again() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/example.csv");
    let mut rows = csv::Reader::from_path(file).unwrap();
    let names = rows.headers().unwrap().clone();
    let (mut all, mut right) = (0, 0);
    let mut missed = Vec::new();
    for row in rows.records() {
        let row = row.unwrap();
        let field = |name: &str| {
            let at = names.iter().position(|known| known == name).unwrap();
            &row[at]
        };
        let context = Context {
            region: Some(field("region")),
            country: Some(field("country")),
        };
        all += 1;
        let found = Gazetteer::embedded().find(field("city"), &context);
        if let Found::One(place) = &found {
            let (lat, lon) = (field("lat").parse().unwrap(), field("lon").parse().unwrap());
            let near = kilometres(place.lat, place.lon, lat, lon) <= 30.0;
            assert_eq!(&*place.country, field("country"), "{}", field("city"));
            if near && &*place.timezone == field("timezone") {
                right += 1;
                continue;
            }
        }
        missed.push(format!("{}: {found:?}", field("city")));
    }
    assert!(all > 100);
    assert!(right * 100 >= all * 97, "{right} of {all}: {missed:#?}");
    println!("{right} of {all}: {missed:#?}");
}
