//! The markers of a session's map: what they stand for, and what is done with them.

use geo::viewport::Viewport;
use map::{
    cluster::{self, Cluster, Members, clusters},
    spread::{Spread, spread},
};

use super::{Status, session::Session, wanted::Wanted};
use crate::{
    browser::map::{Marker, WorldMap},
    reactive::{Derived, Held, effect},
    state::Shared,
    wording::marker::{Looks, marker},
};

/// What is shown of the matching events, spread out where no zoom can part them.
pub fn spread_of(
    wanted: Held<Wanted>,
    viewport: Held<Option<Viewport>>,
) -> Derived<Shared<Spread>> {
    let shown =
        Derived::new(move || wanted.with(|wanted| (wanted.points.clone(), wanted.results.clone())));
    Derived::new(move || {
        let (points, results) = shown.get();
        Shared::new(match viewport.get() {
            Some(view) => {
                let matched = &results.matched;
                let found = clusters(view, &points, matched);
                spread(found, view, WorldMap::CLOSEST, &points, matched)
            }
            None => Spread::default(),
        })
    })
}

/// Keeps the markers on the map up with the state.
pub fn follow(session: Session) {
    let markers = Derived::new(move || session.markers());
    effect(move || {
        if session.status.get() == Status::Shown {
            markers.with(|markers| session.with_map(|map| map.show(markers)));
        }
    });
    effect(move || {
        if session.status.get() == Status::Shown {
            let spread = session.spread.get();
            session.with_map(|map| map.draw_legs(&spread.legs));
        }
    });
}

impl Session {
    /// Whether an event has a marker of its own in view.
    pub fn stands_alone(self, event: u32) -> bool {
        self.spread.with_untracked(|spread| {
            let mut clusters = spread.clusters.iter();
            clusters.any(|cluster| cluster.events == Members::One(event))
        })
    }

    /// Does what choosing a marker means: an event is opened, several come nearer or are listed.
    pub fn choose(self, key: u64) {
        let Some(cluster) = self.cluster(key) else {
            return;
        };
        match cluster.events {
            Members::One(event) => self.state.open(event),
            Members::Many { around, .. } if cluster::parts_at(WorldMap::CLOSEST, around) => {
                self.with_map(|map| map.zoom_to(around));
            }
            Members::Many { .. } => self.state.at_one_spot.set(self.events(Some(key))),
        }
    }

    fn cluster(self, key: u64) -> Option<Cluster> {
        self.spread.with_untracked(|spread| {
            let mut clusters = spread.clusters.iter();
            clusters.find(|cluster| cluster.key == key).cloned()
        })
    }

    /// The events a marker stands for; none without a marker.
    pub fn events(self, key: Option<u64>) -> Vec<u32> {
        let Some(cluster) = key.and_then(|key| self.cluster(key)) else {
            return Vec::new();
        };
        let wanted = self.wanted.get_untracked();
        cluster::members(&cluster, &wanted.points, &wanted.results.matched)
    }

    fn markers(self) -> Vec<Marker> {
        let wanted = self.wanted.get();
        let Some(loaded) = wanted.loaded else {
            return Vec::new();
        };
        let points = wanted.points;
        let language = self.language.current();
        let matching = |at: Option<u32>| at.filter(|at| wanted.results.matched.contains(at));
        let (opened, pointed) = (
            matching(wanted.opened),
            // All of them are those of one marker.
            matching(self.state.pointed.with(|events| events.first().copied())),
        );
        let spread = self.spread.get();
        let looks = |cluster: &Cluster| Looks {
            selected: opened.is_some_and(|at| cluster.holds(at, &points)),
            pointed: pointed.is_some_and(|at| cluster.holds(at, &points)),
        };
        spread
            .clusters
            .iter()
            .filter_map(|cluster| marker(cluster, &loaded, looks(cluster), &language))
            .collect()
    }
}
