//! Where an event is, as one line and as facts.

use event_file::{
    Event,
    event::{Precision, Status},
    localized::same_language,
};

use super::Language;

/// Place, city and country in one line; `None` when nothing is known.
pub fn line(event: &Event, language: &Language) -> Option<String> {
    let place = event
        .place_in(&language.code)
        .map(|place| place.text.to_owned());
    let city = city(event, language)
        .map(str::to_owned)
        .or_else(|| event.region.clone().map(String::from));
    let parts = [place, city, country(event, language)];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        let online = event.online.is_some() || event.status == Status::MovedOnline;
        return online.then(|| language.text("event.online", &[]));
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Some(in_order(&parts, language))
}

/// Names in one line, in this order whatever the direction of their letters.
pub fn in_order(names: &[&str], language: &Language) -> String {
    let separator = language.text("event.separator", &[]);
    texts::line(names, &separator, language.words.direction())
}

/// The city's name: as the event file has it in the page's language, else as that language is known to call it, else as
/// written.
pub fn city<'a>(event: &'a Event, language: &'a Language) -> Option<&'a str> {
    let written = event.city_in(&language.code)?;
    let is_own = |own| same_language(own, &language.code);
    let is_own = written.language.is_some_and(is_own);
    let country = event.country.as_deref();
    Some(language.places.called(written.text, is_own, country))
}

/// What the page's language calls a city that a link names, of a country where it says one.
pub fn named<'a>(city: &'a str, country: Option<&str>, language: &'a Language) -> &'a str {
    let known = language.places.city(country, city);
    known.unwrap_or(city)
}

/// The country's name in the page's language.
pub fn country(event: &Event, language: &Language) -> Option<String> {
    let code = event.country.as_deref()?;
    Some(
        language
            .locale
            .country(code)
            .unwrap_or_else(|| code.to_owned()),
    )
}

/// How exactly the map shows the place, where that is less than exact.
pub fn precision(event: &Event, language: &Language) -> Option<String> {
    let key = match (event.position, event.precision) {
        (None, _) if event.online.is_some() => return None,
        (None, _) => "precision.none",
        (Some(_), Precision::Place) => return None,
        (Some(_), Precision::Street) => "precision.street",
        (Some(_), Precision::City) => "precision.city",
        (Some(_), Precision::Region) => "precision.region",
        (Some(_), Precision::Country) => "precision.country",
    };
    Some(language.text(key, &[]))
}

#[cfg(test)]
mod tests {
    use texts::PlaceNames;

    use super::*;
    use crate::wording::samples::{english, event};

    #[test]
    fn a_line_has_what_is_known_of_the_place() {
        let check = |fields: &str, expected: Option<&str>| {
            assert_eq!(line(&event(fields), &english("en")).as_deref(), expected);
        };
        check(
            r#""place": "Town hall", "city": "Lyon", "region": "Rhône", "country": "FR""#,
            Some("Town hall, Lyon, FR"),
        );
        check(r#""region": "Rhône", "country": "FR""#, Some("Rhône, FR"));
        check(r#""online": "https://example.org""#, Some("Online"));
        check(r#""status": "moved-online""#, Some("Online"));
        check("", None);
        // Names of the other direction stay in their order.
        check(
            r#""place": "ساحة الشهداء", "city": "بيروت", "country": "LB""#,
            Some("\u{200e}\u{2068}ساحة الشهداء\u{2069}, \u{2068}بيروت\u{2069}, LB"),
        );
    }

    #[test]
    fn a_city_is_called_what_the_pages_language_calls_it() {
        let check = |fields: &str, expected: Option<&str>| {
            let mut turkish = english("tr");
            turkish.code = "tr".to_owned();
            turkish.places = PlaceNames::read(r#"{"GB london": "Londra"}"#).unwrap();
            assert_eq!(city(&event(fields), &turkish), expected, "{fields}");
        };
        let london = r#""city": "London", "country": "GB""#;
        check(london, Some("Londra"));
        check(&format!(r#"{london}, "language": "en""#), Some("Londra"));
        check(&format!(r#"{london}, "language": "tr-TR""#), Some("London"));
        let translated = r#""translations": {"tr": {"city": "Londra şehri"}}"#;
        check(&format!("{london}, {translated}"), Some("Londra şehri"));
        check(r#""city": "London", "country": "CA""#, Some("London"));
        check(r#""city": "London""#, Some("London"));
        check("", None);
    }

    #[test]
    fn a_country_without_a_name_is_its_code() {
        let country = country(&event(r#""country": "ZZ""#), &english("en"));
        assert!(country.is_none_or(|name| name == "ZZ"));
    }
}
