//! Positions beside names.

use super::{check, check_set, located};

#[test]
fn a_position_that_contradicts_the_names_does_not_win() {
    let lyon = "Place Bellecour, Lyon, France";
    let right = "Place Bellecour||Lyon||FR|Europe/Paris|45.8,4.8";
    check(
        &[("location", lyon), ("lat", "45.7578"), ("lon", "4.832")],
        right,
    );
    // Swapped: in the sea off Somalia.
    check(
        &[("location", lyon), ("lat", "4.832"), ("lon", "45.7578")],
        right,
    );
    check(
        &[
            ("city", "Vancouver"),
            ("country", "CA"),
            ("lat", "-123.1"),
            ("lon", "49.3"),
        ],
        "||Vancouver||CA|America/Vancouver|49.3,-123.1",
    );
    check(
        &[
            ("city", "Sydney"),
            ("country", "AU"),
            ("lat", "33.87"),
            ("lon", "151.2"),
        ],
        "||Sydney||AU|Australia/Sydney|-33.9,151.2",
    );
    // Somewhere else altogether: the city's own position.
    check(
        &[
            ("city", "Lyon"),
            ("country", "FR"),
            ("lat", "52.52"),
            ("lon", "13.4"),
        ],
        "||Lyon||FR|Europe/Paris|45.7,4.8",
    );
    // A village that the gazetteer does not know, in the country named.
    check(
        &[
            ("city", "Xyzzyville"),
            ("country", "FR"),
            ("lat", "45.5"),
            ("lon", "4.5"),
        ],
        "||Xyzzyville||FR|Europe/Paris|45.5,4.5",
    );
    let found = located(
        &[
            ("city", "Xyzzyville"),
            ("country", "FR"),
            ("lat", "4.5"),
            ("lon", "45.5"),
        ],
        &[],
    );
    assert!(found.starts_with('✗'), "{found}");
}

#[test]
fn the_zone_of_a_position_is_that_of_its_polygon() {
    check(
        &[("country", "NZ"), ("lat", "-43.95"), ("lon", "-176.56")],
        "||||NZ|Pacific/Chatham|-44.0,-176.6",
    );
    check(
        &[("lat", "-27.15"), ("lon", "-109.4333")],
        "||||CL|Pacific/Easter|-27.1,-109.4",
    );
    check(
        &[("country", "AU"), ("lat", "-31.68"), ("lon", "128.88")],
        "||||AU|Australia/Eucla|-31.7,128.9",
    );
    check(
        &[("country", "PK"), ("lat", "34.37"), ("lon", "73.47")],
        "||||PK|Asia/Karachi|34.4,73.5",
    );
}

#[test]
fn a_place_without_a_known_city_stays_beside_its_position() {
    check_set(
        &[],
        &[
            ("location", "Shambhu Border"),
            ("lat", "30.4366"),
            ("lon", "76.734"),
        ],
        "Shambhu Border||||IN|Asia/Kolkata|30.4,76.7",
    );
}

#[test]
fn a_title_that_is_the_town_of_the_position_is_its_city_too() {
    let gazetteer = gazetteer::Gazetteer::embedded();
    for (title, lat, lon, expected) in [
        ("Nantes", 47.2155, -1.549, Some("Nantes")),
        ("Nantes", 48.11, -1.68, None),
        ("Marche pour la paix", 47.2155, -1.549, None),
    ] {
        let mut locator = crate::locate::Locator::new(gazetteer, false, &[]);
        let mut draft = crate::draft::Draft::example(title);
        draft.put("title", title);
        draft.fields.insert("lat".to_owned(), lat.into());
        draft.fields.insert("lon".to_owned(), lon.into());
        let draft = locator.locate(draft).unwrap();
        assert_eq!(draft.text_of("city"), expected, "{title}");
    }
}
