//! States, provinces and districts as people write them behind a city, by name or abbreviation.

use gazetteer::{Gazetteer, Place, countries};

use super::districts::{district, districts_called, is_beyond, is_code};

/// Countries in whose addresses a state's abbreviation stands behind the city without a comma (“Austin TX 78701”).
/// Source: ISO 3166-2.
const IN_ADDRESSES: [&str; 3] = [
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR \
     PA RI SC SD TN TX UT VT VA WA WV WI WY",
    "AB BC MB NB NL NS ON PE QC SK",
    "NSW QLD SA TAS VIC WA ACT NT",
];

/// Whether a word is the abbreviation of a state that addresses have behind the city.
pub(super) fn ends_address(word: &str) -> bool {
    IN_ADDRESSES
        .iter()
        .any(|states| states.split_whitespace().any(|state| state == word))
}

/// Whether a text is the name of a region or district that a place can lie in.
pub fn holds(gazetteer: &Gazetteer, place: &Place, text: &str) -> bool {
    // A code is one only as it is written, in capitals or digits; three letters may be a whole name (“Ain”).
    let short = text.trim().chars().count() <= 3;
    let is_word = short && text.chars().any(char::is_lowercase);
    !is_word && gazetteer.lies_in(place, text) || district(gazetteer, place, text).is_some()
}

/// Whether a short text is the whole name of a district of a country, as “Ain” and “Var” are.
pub(super) fn is_name(text: &str, country: &str) -> bool {
    let called = districts_called(text).iter();
    called
        .into_iter()
        .any(|(own, name)| *own == country && *name == text)
}

/// Whether a text names a region or district of a place's country, in which the place does not lie.
pub(super) fn excludes(gazetteer: &Gazetteer, place: &Place, text: &str) -> bool {
    is_beyond(gazetteer, place, text)
        || is_region(gazetteer, text, Some(&place.country))
            && !gazetteer.lies_in(place, text)
            && !holds(gazetteer, place, text)
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
    let short = cased && (text.chars().count() <= 3 || !text.chars().any(char::is_lowercase));
    let short = short || is_code(text);
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
    use gazetteer::{Context, Found};

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
