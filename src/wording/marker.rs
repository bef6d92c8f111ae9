//! What a marker on the map is called and looks like.

use event_file::{Event, event::Status};
use map::cluster::{Cluster, Members, parts_at};

use super::{Language, place};
use crate::{
    browser::map::{Marker, What, WorldMap},
    state::Loaded,
};

/// What the page makes of a cluster beside what it is.
#[derive(Clone, Copy)]
pub struct Looks {
    /// The opened event is it or in it.
    pub selected: bool,
    /// The event pointed at is it or in it.
    pub pointed: bool,
}

/// The marker of a cluster; `None` when its event is not in the calendar.
pub fn marker(
    cluster: &Cluster,
    loaded: &Loaded,
    looks: Looks,
    language: &Language,
) -> Option<Marker> {
    let (label, what) = match cluster.events {
        Members::One(at) => {
            let event = loaded.event(at)?;
            let what = What::Event {
                id: event.id.to_string(),
                precision: event.precision,
                cancelled: event.status == Status::Cancelled,
            };
            (one(event, language), what)
        }
        Members::Many {
            count,
            central,
            around,
            ..
        } => {
            let town = loaded
                .event(central)
                .and_then(|event| town(event, language));
            let town = town.unwrap_or_else(|| language.text("map.somewhere", &[]));
            let key = if parts_at(WorldMap::CLOSEST, around) {
                "map.near"
            } else {
                "map.spot"
            };
            let label = language.count(key, count as usize, &[("place", &town)]);
            let text = language.locale.number(u64::from(count));
            (label, What::Cluster { count, text })
        }
    };
    let label = if looks.selected {
        language.text("map.selected", &[("name", &label)])
    } else {
        label
    };
    let Looks { selected, pointed } = looks;
    Some(Marker {
        key: cluster.key,
        position: cluster.position,
        label,
        what,
        selected,
        pointed,
    })
}

/// The name of a single event's marker: its title and where.
fn one(event: &Event, language: &Language) -> String {
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
    let city = event
        .city_in(&language.code)
        .map(|city| city.text.to_owned());
    city.or_else(|| event.region.clone().map(String::from))
        .or_else(|| place::country(event, language))
}
