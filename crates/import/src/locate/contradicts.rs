//! The country at the end of a text against the city that is found in it: “Lakenheath, Suffolk, UK”.

use gazetteer::{Place, countries};

use super::parts::Part;
use super::reading::Reading;

/// Whether a reading leaves the country at the end of a text aside, and is in another one: a city in the United States is
/// not the Suffolk of “Lakenheath, Suffolk, UK”.
pub(super) fn contradicts(reading: &Reading<'_>, parts: &[Part], codes: &[Option<String>]) -> bool {
    let last = parts.len() - 1;
    let used = [Some(reading.city), reading.region, reading.country].contains(&Some(last));
    // “Monterrey, N.L.” is in Nuevo León.
    let name = parts[last].name.replace('.', "");
    let long = name.chars().count() > 2 || matches!(name.as_str(), "UK" | "US");
    let Some(code) = codes[last].as_deref().filter(|_| long && !used) else {
        return false;
    };
    let there = |place: &&Place| {
        *place.country == *code
            || countries::belongs(&place.country, code)
            || countries::belongs(code, &place.country)
    };
    !reading.places.iter().any(there)
}
