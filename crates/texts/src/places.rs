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

    /// What a city of an event is called: as it is written where that is in these names' language (`is_own`), else by its
    /// name in that language, else as it is written.
    pub fn called<'a>(&'a self, written: &'a str, is_own: bool, country: Option<&str>) -> &'a str {
        let country = country.filter(|_| !is_own);
        let known = country.and_then(|country| self.city(Some(country), written));
        known.unwrap_or(written)
    }

    /// What a city is called that an event file calls `city`; `None` where that is not known, or the same. Where no
    /// `country` (ISO 3166-1 alpha-2) is said, there is a name if all cities called so have the same one.
    pub fn city(&self, country: Option<&str>, city: &str) -> Option<&str> {
        if self.0.0.is_empty() {
            return None;
        }
        if let Some(country) = country {
            return self.0.get(&place_key(country, city));
        }
        let key = place_key("", city);
        let Self(Texts(names)) = self;
        let mut found = None;
        for (known, name) in names {
            if is_of(known, &key) && found.replace(name).is_some_and(|other| other != name) {
                return None;
            }
        }
        found?.as_str()
    }
}

/// Whether a key is of a city of any country; its code has two letters.
fn is_of(known: &str, key: &str) -> bool {
    known.len() == key.len() + 2 && known.ends_with(key)
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
            assert_eq!(names.city(Some(country), city), expected, "{city}");
        }
    }

    #[test]
    fn a_city_is_found_by_its_name_alone_where_all_of_that_name_are_called_the_same() {
        let json = r#"{"CO santiago": "サンティアゴ", "CL santiago": "サンティアゴ", "LB tripoli": "Trablusşam", "LY tripoli": "Trablus"}"#;
        let names = PlaceNames::read(json).unwrap();
        assert_eq!(names.city(None, "Santiago"), Some("サンティアゴ"));
        assert_eq!(names.city(None, "Tripoli"), None);
        assert_eq!(names.city(Some("LY"), "Tripoli"), Some("Trablus"));
        assert_eq!(names.city(None, "Paris"), None);
    }

    #[test]
    fn what_an_event_file_says_in_the_language_stays_as_written() {
        let names = PlaceNames::read(r#"{"IT firenze": "Florence"}"#).unwrap();
        assert_eq!(names.called("Firenze", false, Some("IT")), "Florence");
        assert_eq!(names.called("Firenze", true, Some("IT")), "Firenze");
        assert_eq!(names.called("Firenze", false, None), "Firenze");
        assert_eq!(names.called("Siena", false, Some("IT")), "Siena");
    }

    #[test]
    fn what_is_no_object_has_no_names() {
        assert_eq!(PlaceNames::read("[]"), None);
    }
}
