//! What a marker on the map is called.

use event_file::{Event, event::Status};

use super::{Language, place};

/// The name of a cluster of `count` events with `central` in its middle; `near`: a closer zoom parts them.
pub fn cluster(count: u32, central: Option<&Event>, near: bool, language: &Language) -> String {
    let town = central.and_then(|event| town(event, language));
    let town = town.unwrap_or_else(|| language.text("map.somewhere", &[]));
    let key = if near { "map.near" } else { "map.spot" };
    language.count(key, count as usize, &[("place", &town)])
}

/// The name of a single event's marker: its title and where.
pub fn event(event: &Event, language: &Language) -> String {
    let title = event.title_in(&language.code).text;
    let title = if event.title.is_empty() {
        language.text("event.untitled", &[])
    } else {
        title.to_owned()
    };
    let parts = [Some(title), place::line(event, language)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let name = parts.join(&language.text("event.separator", &[]));
    match event.status {
        Status::Cancelled => language.text("map.cancelled", &[("name", &name)]),
        _ => name,
    }
}

/// The town, else what is known around it.
fn town(event: &Event, language: &Language) -> Option<String> {
    let city = place::city(event, language).map(str::to_owned);
    city.or_else(|| event.region.clone().map(String::from))
        .or_else(|| place::country(event, language))
}
