//! Where an event is, as one line and as facts.

use event_file::{
    Event,
    event::{Precision, Status},
};

use super::Language;

/// Place, city and country in one line; `None` when nothing is known.
pub fn line(event: &Event, language: &Language) -> Option<String> {
    let place = event
        .place_in(&language.code)
        .map(|place| place.text.to_owned());
    let city = event
        .city_in(&language.code)
        .map(|city| city.text.to_owned())
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
    Some(parts.join(&language.text("event.separator", &[])))
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
