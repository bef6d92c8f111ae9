//! How far away an event is, in the units people use where they are.

use event_file::{Event, event::Precision};

use super::Language;

/// Kilometres in a mile (the international mile of 1959).
const MILE: f64 = 1.609_344;

/// Regions where roads are measured in miles (CLDR, unitPreferences for `road`).
const MILES: [&str; 3] = ["US", "GB", "LR"];

/// An amount and its unit, where the visitor is.
fn local(kilometres: f64, language: &Language) -> (f64, &'static str) {
    let region = language.locale.region();
    match region.is_some_and(|region| MILES.contains(&region)) {
        true => (kilometres / MILE, "mile"),
        false => (kilometres, "kilometer"),
    }
}

/// “25 km”, “16 mi”.
pub fn distance(kilometres: f64, language: &Language) -> String {
    let (amount, unit) = local(kilometres, language);
    language.locale.distance(amount, unit)
}

/// “3.4 km”, “less than 1 km”, “about 120 mi”; about, where the place is known to the city or so only.
pub fn away(event: &Event, kilometres: f64, language: &Language) -> String {
    let (amount, unit) = local(kilometres, language);
    let rough = !matches!(event.precision, Precision::Place | Precision::Street);
    if amount < 0.1 || rough && amount < 1.0 {
        let distance = language.locale.distance(1.0, unit);
        return language.text("near.close", &[("distance", &distance)]);
    }
    let distance = language.locale.distance(amount, unit);
    match rough {
        true => language.text("near.about", &[("distance", &distance)]),
        false => distance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::samples::{english, event};

    fn check(tag: &str, fields: &str, kilometres: f64, expected: &str) {
        let distance = away(&event(fields), kilometres, &english(tag));
        assert_eq!(distance, expected);
    }

    #[test]
    fn distances_are_in_the_units_of_the_region() {
        check("en-IE", "", 3.4, "3 kilometer");
        check("en-GB", "", 3.218_688, "2 mile");
        check("en", "", 0.05, "less than 1 kilometer");
    }

    #[test]
    fn a_distance_to_choose_is_in_the_same_unit() {
        assert_eq!(distance(25.0, &english("de")), "25 kilometer");
        assert_eq!(distance(32.186_88, &english("en-GB")), "20 mile");
    }

    #[test]
    fn distances_to_a_city_are_rough() {
        let city = r#""precision": "city", "lat": 45.0, "lon": 4.0"#;
        check("en", city, 12.0, "about 12 kilometer");
        check("en", city, 0.5, "less than 1 kilometer");
    }
}
