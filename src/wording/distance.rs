//! How far away an event is, in the units people use where they are.

use event_file::{Event, event::Precision};

use super::Language;

/// Kilometres in a mile (the international mile of 1959).
const MILE: f64 = 1.609_344;

/// Regions where roads are measured in miles (CLDR, unitPreferences for `road`).
const MILES: [&str; 3] = ["US", "GB", "LR"];

/// “3.4 km”, “less than 1 km”, “about 120 mi”; about, where the place is known to the city or so only.
pub fn away(event: &Event, kilometres: f64, language: &Language) -> String {
    let miles = language
        .locale
        .region()
        .is_some_and(|region| MILES.contains(&region));
    let (amount, unit) = match miles {
        true => (kilometres / MILE, "mile"),
        false => (kilometres, "kilometer"),
    };
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
