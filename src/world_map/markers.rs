//! The markers on the map: what they stand for, and what choosing one does.

use leptos::prelude::*;
use map::{
    cluster::{self, Cluster, Members, parts_at},
    labels::beside::Disc,
};

use event_file::event::{Precision, Status as EventStatus};

use super::{phone, session::Session, wanted::Wanted};
use crate::{
    browser::map::{Marker, What, WorldMap, radius},
    state::Loaded,
    wording::{Language, marker},
};

/// Keeps the markers up with the state, as long as the owner lives.
pub fn follow(session: Session) {
    let markers = Memo::new(move |_| {
        // All events pointed at are those of one marker.
        let pointed = session
            .state
            .selection
            .pointed
            .with(|events| events.first().copied());
        let (mut wanted, spread) = (session.wanted.get(), session.spread.get());
        wanted.opened = wanted.opened.or(session.state.selection.peeked.get());
        markers(&wanted, &spread.clusters, pointed, &session.language.get())
    });
    Effect::new(move || {
        if session.is_shown() {
            markers.with(|markers| session.with_map(|map| map.show(markers)));
        }
    });
    Effect::new(move || {
        if session.is_shown() {
            let spread = session.spread.get();
            session.with_map(|map| map.draw_legs(&spread.legs));
        }
    });
}

/// Opens the event of a marker; of several events, zooms in on them, or lists them where no zoom can part them. On the
/// map of a phone a finger first gets to see when and where; a second press opens the event.
pub fn choose(session: Session, key: u64, by_pointer: bool) {
    let Some(cluster) = find(session, key) else {
        return;
    };
    match cluster.events {
        Members::One(event) => {
            let peeked = session.state.selection.peeked;
            let known = peeked.get_untracked() == Some(event);
            match by_pointer && !known && untrack(|| phone::is_filled(session.state)) {
                true => peeked.set(Some(event)),
                false => session.state.open(event),
            }
        }
        Members::Many { around, .. } if parts_at(WorldMap::CLOSEST, around) => {
            session.with_map(|map| map.zoom_to(around));
        }
        Members::Many { .. } => {
            let events = events(session, Some(key));
            session.state.selection.list_spot(events);
        }
    }
}

/// The events a marker stands for; none without a marker.
pub fn events(session: Session, key: Option<u64>) -> Vec<u32> {
    let Some(cluster) = key.and_then(|key| find(session, key)) else {
        return Vec::new();
    };
    session.wanted.with_untracked(|wanted| {
        cluster::members(&cluster, &wanted.points, &wanted.results.matched)
    })
}

/// The room that markers take.
pub fn discs(clusters: &[Cluster], wanted: &Wanted) -> Vec<Disc> {
    let is_pin = |at: u32| {
        let spot = wanted.spot(at);
        spot.is_some_and(|spot| matches!(spot.precision, Precision::Place | Precision::Street))
    };
    let disc = |cluster: &Cluster| {
        let (radius, above) = match cluster.events {
            Members::One(at) if is_pin(at) => (radius(1), radius(1)),
            Members::One(_) => (radius(1), 0.0),
            Members::Many { count, .. } => (radius(count), 0.0),
        };
        let position = cluster.position;
        Disc {
            position,
            radius,
            above,
        }
    };
    clusters.iter().map(disc).collect()
}

fn find(session: Session, key: u64) -> Option<Cluster> {
    session.spread.with_untracked(|spread| {
        let mut clusters = spread.clusters.iter();
        clusters.find(|cluster| cluster.key == key).cloned()
    })
}

fn markers(
    wanted: &Wanted,
    clusters: &[Cluster],
    pointed: Option<u32>,
    language: &Language,
) -> Vec<Marker> {
    let Some(loaded) = &wanted.loaded else {
        return Vec::new();
    };
    let matching = |at: &u32| wanted.results.matched.contains(at);
    let opened = wanted.opened.filter(matching);
    let pointed = pointed.filter(matching);
    let holds = |cluster: &Cluster, event: Option<u32>| {
        event.is_some_and(|event| cluster.holds(event, &wanted.points))
    };
    let made = clusters.iter().map(|cluster| {
        // It has a marker of its own, whatever is in the cells around it.
        let selected = opened.is_some_and(|event| cluster.events == Members::One(event));
        let (label, what) = described(cluster, loaded, language)?;
        Some(Marker {
            key: cluster.key,
            position: cluster.position,
            label: match selected {
                true => language.text("map.selected", &[("name", &label)]),
                false => label,
            },
            what,
            selected,
            pointed: holds(cluster, pointed),
        })
    });
    made.flatten().collect()
}

/// The name and the look of a cluster; `None` when its event is not in the calendar.
fn described(cluster: &Cluster, loaded: &Loaded, language: &Language) -> Option<(String, What)> {
    match cluster.events {
        Members::One(at) => {
            let event = loaded.event(at)?;
            let what = What::Event {
                id: event.id.to_string(),
                precision: event.precision,
                cancelled: event.status == EventStatus::Cancelled,
            };
            Some((marker::event(event, language), what))
        }
        Members::Many {
            count,
            central,
            around,
            ..
        } => {
            let near = parts_at(WorldMap::CLOSEST, around);
            let label = marker::cluster(count, loaded.event(central), near, language);
            let text = language.locale.number(u64::from(count));
            Some((label, What::Cluster { count, text }))
        }
    }
}
