//! States, provinces and districts as people write them behind a city, by name or abbreviation.

use std::collections::HashMap;
use std::sync::LazyLock;

use gazetteer::{Context, Found, Gazetteer, Place, countries, kilometres};

use crate::import::words::plain;

/// Countries in whose addresses a state's abbreviation stands behind the city without a comma (“Austin TX 78701”).
/// Source: ISO 3166-2.
const IN_ADDRESSES: [&str; 3] = [
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR \
     PA RI SC SD TN TX UT VT VA WA WV WI WY",
    "AB BC MB NB NL NS ON PE QC SK",
    "NSW QLD SA TAS VIC WA ACT NT",
];

/// As far from the city it is called after a district reaches, in kilometres.
const AROUND: f64 = 150.0;

/// Second-level divisions by their folded names, and by their codes as written: country and name.
static DISTRICTS: LazyLock<HashMap<String, Vec<(&str, &str)>>> =
    LazyLock::new(|| districts(include_str!("../words/districts.txt")));

fn districts(file: &'static str) -> HashMap<String, Vec<(&'static str, &'static str)>> {
    let mut districts: HashMap<String, Vec<(&str, &str)>> = HashMap::new();
    let mut country = "";
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((code, _)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            country = code;
            continue;
        }
        let all = line
            .split(", ")
            .filter_map(|one| one.trim().split_once(' '));
        for (code, name) in all {
            let code = Some(code.to_owned()).filter(|code| code != "-");
            for key in code.into_iter().chain([plain(name)]) {
                let own = districts.entry(key).or_default();
                if !own.contains(&(country, name)) {
                    own.push((country, name));
                }
            }
        }
    }
    districts
}

/// Whether a word is the abbreviation of a state that addresses have behind the city.
pub(super) fn ends_address(word: &str) -> bool {
    IN_ADDRESSES
        .iter()
        .any(|states| states.split_whitespace().any(|state| state == word))
}

/// The districts that a text may mean: country and name. A code is one only as it is written, in capitals or digits.
pub fn districts_called(text: &str) -> &'static [(&'static str, &'static str)] {
    let code = DISTRICTS.get(text.trim());
    let called = code.or_else(|| DISTRICTS.get(&plain(text)));
    called.map_or(&[], Vec::as_slice)
}

/// Whether a text is the name of a region or district that a place can lie in.
pub(super) fn holds(gazetteer: &Gazetteer, place: &Place, text: &str) -> bool {
    // A code is one only as it is written, in capitals or digits; three letters may be a whole name (“Ain”).
    let short = text.trim().chars().count() <= 3;
    let is_word = short && text.chars().any(char::is_lowercase);
    !is_word && gazetteer.lies_in(place, text) || district(gazetteer, place, text).is_some()
}

/// The district of a text in which a place can lie. One that is called like a city lies around it.
fn district(gazetteer: &Gazetteer, place: &Place, text: &str) -> Option<&'static str> {
    let context = Context {
        country: Some(&place.country),
        region: None,
    };
    let near = |name: &str| match gazetteer.named(name, &context) {
        Found::One(city) => kilometres(city.lat, city.lon, place.lat, place.lon) <= AROUND,
        _ => true,
    };
    let mut called = districts_called(text).iter();
    let own = called.find(|(country, name)| *country == &*place.country && near(name));
    own.map(|(_, name)| *name)
}

/// Whether a text is a region or district of a country, or of any.
pub(super) fn is_region(gazetteer: &Gazetteer, text: &str, country: Option<&str>) -> bool {
    let known = |own: &str| {
        country.is_none_or(|country| country == own || countries::belongs(own, country))
    };
    !gazetteer.regions(text, country).is_empty()
        || districts_called(text).iter().any(|(own, _)| known(own))
}

/// The territory that a district's code stands for, where it is the only district called so: `974` is Réunion, in France or
/// without a country.
pub(super) fn territory(
    gazetteer: &Gazetteer,
    region: &str,
    country: Option<&str>,
) -> Option<&'static str> {
    let [(own, _)] = districts_called(region)[..] else {
        return None;
    };
    let inside = country.is_none_or(|country| countries::belongs(own, country));
    (inside && gazetteer.regions(region, country).is_empty()).then_some(own)
}

/// How a region is written in the event file: an abbreviation in full, any other name as it stands.
pub(super) fn spelled(gazetteer: &Gazetteer, place: &Place, text: &str) -> String {
    // “沖縄県” is as long as it gets.
    let cased = text
        .chars()
        .any(|letter| letter.is_uppercase() || letter.is_ascii_digit());
    // “Lincs”, “Staffs”: as it is written.
    let code = DISTRICTS
        .get(text.trim())
        .is_some_and(|own| own.iter().any(|(_, name)| *name != text.trim()));
    let short =
        cased && (text.chars().count() <= 3 || !text.chars().any(char::is_lowercase)) || code;
    if !short {
        return text.to_owned();
    }
    if gazetteer.lies_in(place, text)
        && let Some(region) = &place.region
    {
        return region.to_string();
    }
    district(gazetteer, place, text).unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(city: &str, country: &str, region: &str, expected: Option<&str>) {
        let gazetteer = Gazetteer::embedded();
        let context = Context {
            country: Some(country),
            region: None,
        };
        let Found::One(place) = gazetteer.find(city, &context) else {
            panic!("{city}");
        };
        let found = holds(gazetteer, place, region).then(|| spelled(gazetteer, place, region));
        assert_eq!(found.as_deref(), expected, "{city} {region}");
    }

    #[test]
    fn regions_behind_a_city() {
        check("Cuiabá", "BR", "MT", Some("Mato Grosso"));
        check("Rodez", "FR", "Aveyron", Some("Aveyron"));
        check("Rodez", "FR", "12", Some("Aveyron"));
        check("Teruel", "ES", "TERUEL", Some("Teruel"));
        check("Chicago", "US", "IL", Some("Illinois"));
        check("Monza", "IT", "MB", Some("Monza e Brianza"));
        check("Köln", "DE", "NRW", Some("Nordrhein-Westfalen"));
        check("Toronto", "CA", "ON", Some("Ontario"));
        check("Chicago", "US", "IN", None);
        check("Rodez", "FR", "Teruel", None);
        check("Madrid", "ES", "Barcelona", None);
        assert!(ends_address("TX") && !ends_address("tx"));
    }
}
