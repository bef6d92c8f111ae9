//! What the words of an entry say of where it is, and how that is described to an editor.

use gazetteer::Place;

use super::free::Outcome;
use super::region_as_city::region_without_town;
use crate::draft::Draft;

/// What an entry's words say of where it is.
pub(super) enum Named<'g> {
    /// Places that it may be, one at least.
    Places(Vec<&'g Place>),
    /// Something is named, but not found: why.
    Unfound(String, Vec<String>),
    /// Nothing is named.
    Nothing,
}

/// Why nothing is found in a text of a place.
pub(super) fn unfound<'g>(draft: &mut Draft, text: &str, outcome: Outcome<'g>) -> Named<'g> {
    let text: String = text.replace(['\r', '\n'], " ").chars().take(100).collect();
    let reason = match outcome {
        Outcome::Unsure(reason, places) => return Named::Unfound(reason, described(&places)),
        Outcome::Unknown if text.trim().is_empty() => return Named::Nothing,
        Outcome::Country(read) => {
            if draft.text_of("country").is_none() {
                draft.put("country", read.country.as_deref().unwrap_or_default());
            }
            let region = region_without_town(&read.place, read.country.as_deref());
            match read.place.is_empty() {
                _ if region.is_some() => region.unwrap_or_default(),
                true => format!("“{text}” is a country alone; give a city, or lat and lon"),
                false => format!(
                    "no city of its country is known in “{text}”; give the city, or lat and lon"
                ),
            }
        }
        _ => {
            let region = draft
                .text_of("region")
                .filter(|_| draft.text_of("country").is_some());
            let of_region = region.map_or(String::new(), |region| format!(" of {region}"));
            format!(
                "no place{of_region} is known in “{text}”; give city and country, or lat and lon"
            )
        }
    };
    Named::Unfound(reason, Vec::new())
}

/// Places for an editor to choose from.
pub(super) fn described(places: &[&Place]) -> Vec<String> {
    let one = |place: &&Place| {
        let region = place
            .region
            .as_deref()
            .map_or(String::new(), |region| format!(", {region}"));
        format!(
            "{}{region}, {} ({}, {}; {} people)",
            place.name, place.country, place.lat, place.lon, place.population
        )
    };
    places.iter().take(10).map(one).collect()
}
