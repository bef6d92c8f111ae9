//! What cities are called in one language.
//!
//! The files are `public/places/<code>.json`, made by `cargo xtask data basemap`: by [`place_key`], the name of each
//! city that event files of other languages call otherwise.

use fold::fold;

use crate::texts::Texts;

/// The names of cities in one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlaceNames(Texts);

impl PlaceNames {
    /// The names in a file; `None` if it is no JSON object.
    pub fn read(json: &str) -> Option<Self> {
        Texts::read(json).map(Self)
    }

    /// What a city of a country (ISO 3166-1 alpha-2) is called that an event file calls `city`; `None` where that is
    /// not known, or the same.
    pub fn city(&self, country: &str, city: &str) -> Option<&str> {
        self.0.get(&place_key(country, city))
    }
}

/// How a city is known in the files: its country's code and what it is called, folded.
pub fn place_key(country: &str, city: &str) -> String {
    format!("{} {}", country.to_ascii_uppercase(), fold(city))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_found_by_its_country_and_name() {
        let json = r#"{"AT wien": "Viyana", "GB london": "Londra"}"#;
        let names = PlaceNames::read(json).unwrap();
        for (country, city, expected) in [
            ("AT", "Wien", Some("Viyana")),
            ("at", "WIEN", Some("Viyana")),
            ("CA", "London", None),
            ("AT", "Wiener Neustadt", None),
        ] {
            assert_eq!(names.city(country, city), expected, "{city}");
        }
        assert_eq!(PlaceNames::read("[]"), None);
    }
}
