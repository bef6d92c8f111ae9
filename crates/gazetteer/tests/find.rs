//! What names lead to: places, choices between places, or nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use gazetteer::countries;
use gazetteer::{Context, Found, Gazetteer};

/// Names are written `Lyon, FR, region`; what is expected as `Lyon FR Auvergne-Rhône-Alpes`, a number
/// of choices, or nothing.
#[track_caller]
fn check(name: &str, region: &str, country: &str, expected: &str) {
    let context = Context {
        region: (!region.is_empty()).then_some(region),
        country: (!country.is_empty()).then_some(country),
    };
    let found = match Gazetteer::embedded().find(name, &context) {
        Found::One(place) => {
            let region = place.region.as_deref().unwrap_or("-");
            format!("{} {} {region}", place.name, place.country)
        }
        Found::Several(places) => {
            let first = places[0];
            format!("several {} {}", first.name, first.country)
        }
        Found::None => "none".to_owned(),
    };
    assert!(found.starts_with(expected), "{name}: {found}");
}

#[test]
fn a_name_in_any_script_is_found() {
    check("Lyon", "", "FR", "Lyon FR Auvergne-Rhône-Alpes");
    check("القاهرة", "", "", "Cairo EG");
    check("القاهره", "", "EG", "Cairo EG");
    check("東京", "", "", "Tokyo JP");
    check("纽约", "", "", "New York City US");
    check("الخرطوم", "", "SD", "Khartoum SD");
    check("CABA", "", "", "Buenos Aires AR");
    check("Caba", "", "PH", "Caba PH");
    check("서울", "", "KR", "Seoul KR");
    check("Москва", "", "", "Moscow RU");
    check("Αθήνα", "", "", "Athens GR");
    check("MÜNCHEN", "", "DE", "Munich DE");
    check("Muenchen", "", "DE", "Munich DE");
    check("Saint-Denis", "", "FR", "Saint-Denis FR");
    check("St. Denis", "Île-de-France", "FR", "Saint-Denis FR");
    check("Köln", "", "", "Köln DE");
    check("Cologne", "", "", "Köln DE");
    check("N’Djamena", "", "", "N'Djamena TD");
    check("ירושלים", "", "", "Jerusalem");
    check("تونس العاصمة", "", "TN", "Tunis TN");
    check("Luxembourg-Ville", "", "LU", "Luxembourg LU");
    check("Freiburg i. Br.", "", "", "Freiburg DE");
    check("Frankfurt a. M.", "", "", "Frankfurt am Main DE");
    check("Rothenburg o. d. T.", "", "", "Rothenburg ob der Tauber DE");
    check("Freiburg i.Br.", "", "", "Freiburg DE");
    check("Victoria", "", "", "several");
    check("Victoria", "", "CA", "Victoria CA");
    check("Gorzów Wlkp.", "", "", "Gorzów Wielkopolski PL");
    check("Ostrów Wlkp", "", "PL", "Ostrów Wielkopolski PL");
    check(
        "S. Benedetto del Tronto",
        "",
        "",
        "San Benedetto del Tronto IT",
    );
}

#[test]
fn region_and_country_tell_places_of_one_name_apart() {
    check("Portland", "Oregon", "US", "Portland US Oregon");
    check("Portland", "ME", "US", "Portland US Maine");
    check("Portland", "OR", "", "Portland US Oregon");
    check(
        "Campo Grande",
        "Mato Grosso do Sul",
        "BR",
        "Campo Grande BR Mato Grosso do Sul",
    );
    check("London", "Ontario", "CA", "London CA Ontario");
    check("London", "ON", "", "London CA Ontario");
    check("Valencia", "", "ES", "Valencia ES");
    check("San Juan", "Puerto Rico", "US", "San Juan PR");
    check("Saint-Denis", "", "RE", "Saint-Denis RE");
}

#[test]
fn the_larger_is_taken_only_when_that_decides() {
    check("London", "", "", "London GB");
    check("Paris", "", "", "Paris FR");
    check("Washington", "", "US", "Washington US District of Columbia");
    check("Springfield", "", "US", "several");
    check("Valencia", "", "", "several Valencia VE");
    check("Birmingham", "", "", "several");
    check("Birmingham", "", "GB", "Birmingham GB");
    check("Cambridge", "", "", "several");
    check("Tripoli", "", "", "several");
    // Eight times larger than the next one, which is in Illinois.
    check("Geneva", "", "", "several Geneva CH");
    check("Genève", "", "", "Geneva CH");
    // A name's beginning is the name.
    check("Halle", "", "DE", "Halle (Saale) DE");
    check("Frankfurt", "", "DE", "Frankfurt am Main DE");
    check("Freiburg", "", "DE", "Freiburg DE");
    // The exact name goes before longer ones that begin so, and before aliases.
    check("Saint-Étienne", "", "FR", "Saint-Étienne FR");
    check("Boulder", "", "US", "Boulder US Colorado");
    check("Wells", "", "GB", "Wells GB");
    check("Freiberg", "", "DE", "Freiberg DE");
    check("Newcastle", "", "GB", "Newcastle upon Tyne GB");
    // Two of comparable size begin so, though only one of them has the name.
    check("Reggio", "", "IT", "several");
    check("Reggio Calabria", "", "IT", "Reggio Calabria IT");
}

#[test]
fn a_place_elsewhere_is_not_taken() {
    check("Springfield", "Vermont", "US", "Springfield US Vermont");
    check("Springfield", "Hawaii", "US", "none");
    check("Lyon", "", "DE", "none");
    check("Nowhere-on-Sea", "", "GB", "none");
    check("", "", "FR", "none");
    check("---", "", "", "none");
}

#[test]
fn what_stands_behind_a_comma_counts() {
    check("Springfield, Illinois", "", "", "Springfield US Illinois");
    check("Springfield, IL, USA", "", "", "Springfield US Illinois");
    check("Gary, IN", "", "", "Gary US Indiana");
    check("Los Angeles, CA", "", "US", "Los Angeles US California");
    check("Atlanta, Georgia", "", "", "Atlanta US Georgia");
    check("Tbilisi, Georgia", "", "", "Tbilisi GE");
    check(
        "Washington, D.C.",
        "",
        "US",
        "Washington US District of Columbia",
    );
    check("Paris (France)", "", "", "Paris FR");
    check("Lyon, Deutschland", "", "", "none");
    check("Biel/Bienne", "", "CH", "Biel");
    check("Syracuse NY", "", "", "Syracuse US New York");
    check("Syracuse NY", "", "US", "Syracuse US New York");
    check("Paris Texas", "", "", "Paris US Texas");
    check("Paris New South Wales", "", "", "none");
    check("Lyon France", "", "", "Lyon FR");
    check("Lyon Germany", "", "", "none");
    check("City of London", "", "GB", "");
    check("Mexico City", "", "MX", "Mexico City MX");
}

#[test]
fn the_nearest_city_tells_the_zone() {
    let all = Gazetteer::embedded();
    assert_eq!(&*all.nearest(48.86, 2.35).unwrap().timezone, "Europe/Paris");
    let here = all.nearest_in(49.0, 8.3, "FR").unwrap();
    assert_eq!((&*here.country, &*here.timezone), ("FR", "Europe/Paris"));
    assert_eq!(&*all.zones("DE")[0], "Europe/Berlin");
    assert!(all.zones("US").len() > 4, "{:?}", all.zones("US"));
    assert!(all.zones("ZZ").is_empty());
    assert!(all.len() > 30_000);
}

#[test]
fn all_of_a_name_can_be_had() {
    let us = Context {
        country: Some("US"),
        ..Context::default()
    };
    let called = Gazetteer::embedded().called("Long Beach", &us);
    let zones: Vec<&str> = called.iter().map(|place| &*place.timezone).collect();
    assert_eq!(zones[0], "America/Los_Angeles");
    assert!(zones.contains(&"America/New_York"), "{zones:?}");
    // “Reggio” begins the names of both.
    let italy = Context {
        country: Some("IT"),
        ..Context::default()
    };
    let called = Gazetteer::embedded().called("Reggio", &italy);
    let names: Vec<&str> = called.iter().map(|place| &*place.name).collect();
    for name in ["Reggio nell'Emilia", "Reggio Calabria"] {
        assert!(names.contains(&name), "{names:?}");
    }
}

/// A line of a GeoNames dump with these columns.
fn line(
    name: &str,
    others: &str,
    at: (f64, f64),
    class: &str,
    country: &str,
    region: &str,
) -> String {
    let (lat, lon) = at;
    format!(
        "1\t{name}\t{name}\t{others}\t{lat}\t{lon}\t{class}\tPPL\t{country}\t\t{region}\t\t\t\t800\t\t12\tEurope/Berlin\t2024-01-01\n"
    )
}

#[test]
fn a_larger_gazetteer_knows_villages() {
    let village = line(
        "Kleindorf am See",
        "Kleindorf,Минидорф",
        (53.1, 13.2),
        "P",
        "DE",
        "11",
    );
    let known = line("Berlin", "", (52.52, 13.41), "P", "DE", "16");
    let lake = line("Kleinsee", "", (53.1, 13.2), "H", "DE", "11");
    let dump = village + &known + &lake;
    let larger = Gazetteer::with(&dump).unwrap();
    assert_eq!(larger.len(), Gazetteer::embedded().len() + 1);
    let germany = Context {
        country: Some("DE"),
        ..Context::default()
    };
    for name in ["kleindorf am see", "Kleindorf", "Минидорф"] {
        match larger.find(name, &germany) {
            Found::One(place) => {
                assert_eq!(place.region.as_deref(), Some("Brandenburg"));
                assert_eq!(place.population, 800);
            }
            other => panic!("{name}: {other:?}"),
        }
    }
    assert_eq!(larger.find("Kleinsee", &germany), Found::None);
    assert!(matches!(larger.find("Berlin", &germany), Found::One(_)));
    assert_eq!(
        &*larger.nearest(53.1, 13.2).unwrap().name,
        "Kleindorf am See"
    );
    assert_eq!(Gazetteer::with("one\ttwo\n").err(), Some(1));
    assert_eq!(Gazetteer::with(&format!("{dump}no line")).err(), Some(4));
}

mod anything {
    use proptest::prelude::*;

    use super::*;

    fn text() -> impl Strategy<Value = String> {
        const PIECES: &[&str] = &[
            "Paris",
            "NY",
            "Georgia",
            "St.",
            " ",
            ",",
            "(",
            "/",
            "’",
            "القدس",
            "東京",
            "é",
            "\u{301}",
            "\t",
            "*",
            "#",
            "City of",
            "-",
            ". ",
            "US",
            "FR",
            "ß",
            "İ",
        ];
        let piece = prop_oneof![
            4 => prop::sample::select(PIECES).prop_map(str::to_owned),
            1 => "\\PC{0,3}",
        ];
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_asked_what_is_found_lies_there(
            name in text(), region in prop::option::of(text()), country in prop::option::of("[A-Z]{2}"),
        ) {
            let all = Gazetteer::embedded();
            let context = Context { region: region.as_deref(), country: country.as_deref() };
            let called = all.called(&name, &context);
            let found = match all.find(&name, &context) {
                Found::One(place) => vec![place],
                Found::Several(places) => {
                    prop_assert!(places.len() > 1);
                    places
                }
                Found::None => vec![],
            };
            prop_assert_eq!(found.is_empty(), called.is_empty());
            for place in found {
                prop_assert!(called.iter().any(|known| std::ptr::eq(*known, place)));
                let inside = country.as_deref().is_none_or(|country| {
                    *place.country == *country || countries::belongs(&place.country, country)
                });
                prop_assert!(inside, "{} for {:?}", place.name, country);
            }
        }
    }
}
